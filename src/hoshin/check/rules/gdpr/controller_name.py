"""The controller is named.

Why:
    People must know who decides about their data, under the name that a court or an authority would use (GDPR
    Art. 13(1)(a), Art. 14(1)(a)). A brand is not enough.

Bad::

    without: [controller]

Bad (nowhere printed)::

    sections:
      - id: controller
        title: Who we are
        blocks:
          - {kind: paragraph, id: who, units: [{id: name, text: "Write to {controller:address}, {controller:email}. In force from {date:effective}."}]}

Good::

    controller:
      legal_name: Acme Lda.
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.party import Controller


def judge(case: Case) -> Iterator[Outcome]:
    """The legal name, and a text that prints it."""
    controller = case.the(Controller)
    if controller is None:
        yield Breach("missing", "controller", ("controller",))
    else:
        yield from case.field(controller, "legal_name")


RULE = LawRule(
    id="GDPR101",
    slug="controller-name",
    judge=judge,
    grounds=(Ground("GDPR", "13(1)(a)"), Ground("GDPR", "14(1)(a)")),
    severity=Severity.ERROR,
)
