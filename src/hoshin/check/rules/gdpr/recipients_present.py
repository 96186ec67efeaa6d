"""The recipients are told, or that there are none.

Why:
    People must learn who gets their data, by name or by category (GDPR Art. 13(1)(e), Art. 14(1)(e)).

Bad (not stated)::

    without: [recipients]

Bad (nowhere printed)::

    recipients:
      - {id: host, title: Aurora Hosting, kind: named, role: processor, country: PT, purposes: [shop], text: "Aurora Hosting, which runs our shop"}

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
from hoshin.check.laws.elsewhere import told_elsewhere
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Exempt, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.recipient import Recipient


def judge(case: Case) -> Iterator[Outcome]:
    """Each recipient is told; a denial with a reason is accepted, of a bare reference to a list GDPR703 speaks."""
    if told_elsewhere(case, "recipients"):
        yield Exempt()
        return
    yield from case.answer("recipients").outcomes(
        outcome for fact in case.facts(Recipient) for outcome in case.held(fact)
    )


RULE = LawRule(
    id="GDPR301",
    slug="recipients-present",
    judge=judge,
    grounds=(
        Ground("GDPR", "13(1)(e)"),
        Ground("GDPR", "14(1)(e)"),
    ),
    severity=Severity.ERROR,
)
