"""Special categories of data have a condition of Art. 9(2) besides their basis.

Why:
    Data on health, beliefs, origin and the like may be used only if one of the cases of Art. 9(2) holds; the basis
    of Art. 6 alone does not do.

Bad::

    data:
      - {id: notes, title: Notes, special: true, source: {kind: person}, provision: optional, nature: voluntary, text: "notes on your health, if you tell us"}
    purposes:
      - {id: answers, title: Answers, kind: support, subjects: [customers], text: to answer your questions, uses: [{data: account}, {data: notes}]}

Good::

    data:
      - {id: notes, title: Notes, special: true, source: {kind: person}, provision: optional, nature: voluntary, text: "notes on your health, if you tell us"}
    purposes:
      - {id: answers, title: Answers, kind: support, subjects: [customers], text: to answer your questions, uses: [{data: account}, {data: notes}]}
    legal_bases:
      - {id: notes, title: Health advice, basis: "eu-gdpr:A6-1-b", purposes: [answers], data: [notes], contract: your request, art9_condition: "eu-gdpr:A9-2-h", text: "notes on health: to give the advice that you ask for, Art. 9(2)(h) GDPR"}

Not applicable::

    document: {title: Privacy Policy}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hoshin.check.laws.bases import flagged, used_without
from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Held, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.purpose import LegalBasis

CONDITIONS: Final = tuple(f"eu-gdpr:A9-2-{point}" for point in "abcdefghij")


def judge(case: Case) -> Iterator[Outcome]:
    """Each kind of such data: every use rests on a statement with a condition; data without a use are GDPR207's."""
    fitting = frozenset(
        fact.id
        for fact in case.facts(LegalBasis)
        if fact.value.art9_condition and case.is_a(fact.value.art9_condition, *CONDITIONS)
    )
    found = flagged(case, "special")
    for fact in found:
        without = used_without(case, fact, fitting)
        if without:
            yield Breach("missing", fact.path, (*fact.raw, "special"), {"name": fact.value.title or fact.id})
        else:
            yield Exempt(fact.path) if without is None else Held(fact.path, case.told(fact.path))
    if not found:
        yield Exempt()


RULE = LawRule(
    id="GDPR219",
    slug="special-category-condition",
    judge=judge,
    grounds=(Ground("GDPR", "9(2)"),),
    severity=Severity.ERROR,
)
