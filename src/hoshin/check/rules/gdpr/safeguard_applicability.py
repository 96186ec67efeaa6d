"""A safeguard is possible for each recipient for which it is declared.

Why:
    No court and no authority signs a contract before it demands data; such a sentence cannot be true for them (GDPR
    Art. 5(1)(a)).

Bad::

    recipients:
      - {id: courts, title: Courts, role: authority, kind: class, sector: justice, activity: legal disputes, country: PT, purposes: [shop], safeguards: [{id: contract, kind: contract, text: We conclude a contract.}], text: "We disclose data to courts in Portugal, in legal disputes."}
    sections:
      - id: recipients
        title: Recipients
        blocks:
          - {kind: list, id: recipients, of: recipients}

Good::

    recipients:
      - {id: courts, title: Courts, role: authority, kind: class, sector: justice, activity: legal disputes, country: PT, purposes: [shop], text: "We disclose data to courts in Portugal, in legal disputes."}
    sections:
      - id: recipients
        title: Recipients
        blocks:
          - {kind: list, id: recipients, of: recipients}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Held, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.recipient import Recipient


def judge(case: Case) -> Iterator[Outcome]:
    """Authorities without a contract among their safeguards."""
    for fact in case.facts(Recipient):
        contracts = [one for one in fact.value.safeguards if one.kind == "contract"]
        if fact.value.role == "authority" and contracts:
            yield Breach(
                "unclear", f"{fact.path}/safeguards", (*fact.raw, "safeguards"), {"name": fact.value.title or fact.id}
            )
        else:
            yield Held(fact.path, case.told(fact.path))


RULE = LawRule(
    id="GDPR805",
    slug="safeguard-applicability",
    judge=judge,
    grounds=(Ground("GDPR", "5(1)(a)"),),
    severity=Severity.WARNING,
)
