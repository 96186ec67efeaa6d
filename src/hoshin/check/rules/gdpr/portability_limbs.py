"""Both halves of the right to data portability are told.

Why:
    Portability means to receive the data, and to have them sent to another controller (GDPR Art. 20(1) and (2)).

Bad::

    rights:
      - {id: portability, title: Portability, right: "eu-gdpr:A20", limbs: [transmit], text: have your data sent to another controller}

Good::

    rights:
      - {id: portability, title: Portability, right: "eu-gdpr:A20", limbs: [receive, transmit], text: receive your data in a common machine-readable format and have them sent to another controller}

Not applicable (GDPR506 speaks)::

    without: [right/portability]
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.judging import rights_of
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Held, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground


def judge(case: Case) -> Iterator[Outcome]:
    """Where the right is there: both limbs."""
    rights = rights_of(case, "eu-gdpr:A20")
    if not rights:
        yield Exempt()
    elif {"receive", "transmit"} <= {limb for fact in rights for limb in fact.value.limbs}:
        yield Held(rights[0].path, case.told(rights[0].path))
    else:
        yield Breach("missing", f"{rights[0].path}/limbs", rights[0].raw)


RULE = LawRule(
    id="GDPR520",
    slug="portability-limbs",
    judge=judge,
    grounds=(
        Ground("GDPR", "20(1)"),
        Ground("GDPR", "20(2)"),
    ),
    severity=Severity.INFO,
)
