"""Each recipient has a role.

Why:
    A processor acts for the controller, another controller for itself (GDPR Art. 4(7), (8) and (9), Art. 28); the
    record of Art. 30(1)(d) and the rights of people differ.

Bad::

    recipients:
      - {id: host, title: Aurora Hosting, kind: named, country: PT, purposes: [shop], text: "Aurora Hosting, which runs our shop"}
    sections:
      - {id: sharing, title: Who gets data, blocks: [{kind: list, id: who, of: recipients}]}

Good::

    recipients:
      - {id: host, title: Aurora Hosting, kind: named, role: processor, country: PT, purposes: [shop], text: "Aurora Hosting, which runs our shop"}
    sections:
      - {id: sharing, title: Who gets data, blocks: [{kind: list, id: who, of: recipients}]}

Not applicable::

    recipients: {status: none, reason: we deliver by ourselves}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Held, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.recipient import Recipient


def judge(case: Case) -> Iterator[Outcome]:
    """The role of each recipient."""
    found = case.facts(Recipient)
    for fact in found:
        if fact.value.role is None:
            yield Breach("missing", f"{fact.path}/role", fact.raw, {"name": fact.value.title or fact.id})
        else:
            yield Held(fact.path, case.told(fact.path))
    if not found:
        yield Exempt()


RULE = LawRule(
    id="GDPR303",
    slug="recipient-role",
    judge=judge,
    grounds=(
        Ground("GDPR", "4(9)"),
        Ground("GDPR", "28"),
        Ground("GDPR", "30(1)(d)"),
    ),
    severity=Severity.INFO,
)
