"""A controller outside the EEA says why the GDPR applies.

Why:
    From the ground follows what the law asks for: a representative under Art. 27 for an offer to people in the
    Union, none for an establishment there or for a law that is followed of free will (GDPR Art. 3(1) and (2)).

Bad::

    jurisdictions:
      - {id: gdpr, title: GDPR, law: "legal-eu:law-GDPR"}
    controller:
      address: {street: 1-2-3 Sample, city: Tokyo, postal_code: 000-0000, country: JP}
    officers:
      - {id: rep-eu, role: representative, scope: {region: [EEA]}, status: not_required, reason: "occasional processing without risks, Art. 27(2)(a)"}

Good::

    jurisdictions:
      - {id: gdpr, title: GDPR, law: "legal-eu:law-GDPR", ground: voluntary}
    controller:
      address: {street: 1-2-3 Sample, city: Tokyo, postal_code: 000-0000, country: JP}

Not applicable::

    document: {title: Privacy Policy}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Held, Outcome
from hoshin.check.laws.reach import about_officer
from hoshin.check.laws.territory import at_home, claims, seat
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground


def judge(case: Case) -> Iterator[Outcome]:
    """Where the controller sits elsewhere: the ground. As long as GDPR104 asks for the same, this rule is silent."""
    claimed = claims(case)
    asked = about_officer(case, "representative").state == "unstated"
    if not claimed or not seat(case) or at_home(case, seat(case)) or asked:
        yield Exempt()
    elif any(fact.value.ground for fact in claimed):
        yield Held(claimed[0].path)
    else:
        yield Breach("missing", f"{claimed[0].path}/ground", claimed[0].raw)


RULE = LawRule(
    id="GDPR105",
    slug="territorial-ground",
    judge=judge,
    grounds=(
        Ground("GDPR", "3(1)"),
        Ground("GDPR", "3(2)"),
    ),
    severity=Severity.INFO,
)
