"""A recognised legitimate interest names the condition of Annex 1.

Why:
    Art. 6(1)(ea) covers only the conditions that Annex 1 lists: national security, emergencies, crime,
    safeguarding, democratic engagement (in force since 5 February 2026).

Bad::

    legal_bases:
      - {id: recognised, title: Recognised interest, basis: "x-uk:RecognisedLegitimateInterest", purposes: [answers], text: for a recognised legitimate interest}

Good::

    legal_bases:
      - {id: recognised, title: Recognised interest, basis: "x-uk:RecognisedLegitimateInterest", purposes: [answers], condition: {text: where it is needed to detect crime}, text: for a recognised legitimate interest}

Not applicable::

    document: {title: Privacy Policy}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.purpose import LegalBasis


def judge(case: Case) -> Iterator[Outcome]:
    """Each statement of that basis has a condition that says which."""
    found = [
        fact for fact in case.facts(LegalBasis) if case.is_a(fact.value.basis, "x-uk:RecognisedLegitimateInterest")
    ]
    if not found:
        yield Exempt()
    for fact in found:
        if fact.value.condition is None:
            yield Breach("missing", f"{fact.path}/condition", fact.raw, {"name": fact.value.title or fact.id})
        else:
            yield from case.held(fact)


RULE = LawRule(
    id="UK102",
    slug="recognised-li",
    judge=judge,
    grounds=(Ground("UK GDPR", "6(1)(ea)"),),
    severity=Severity.ERROR,
    in_force_from=date(2026, 2, 5),
    confirmed=False,
)
