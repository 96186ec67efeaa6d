"""Data on criminal convictions are used only where a law allows it.

Why:
    Such data may be handled only under official control, or where Union or Member State law authorises it with
    safeguards (GDPR Art. 10).

Bad::

    data:
      - {id: notes, title: Notes, criminal: true, source: {kind: person}, provision: optional, nature: voluntary, text: "an extract from the criminal register, if you tell us"}
    purposes:
      - {id: answers, title: Answers, kind: support, subjects: [customers], text: to answer your questions, uses: [{data: account}, {data: notes}]}

Good::

    data:
      - {id: notes, title: Notes, criminal: true, source: {kind: person}, provision: optional, nature: voluntary, text: "an extract from the criminal register, if you tell us"}
    purposes:
      - {id: answers, title: Answers, kind: support, subjects: [customers], text: to answer your questions, uses: [{data: account}, {data: notes}]}
    legal_bases:
      - {id: notes, title: Register, basis: "eu-gdpr:A6-1-c", purposes: [answers], data: [notes], law: Art. 2 of the invented act on guards, law_of: [PT], text: "extracts from the register: Art. 2 of the invented act on guards obliges us to ask for them"}

Not applicable::

    document: {title: Privacy Policy}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.bases import flagged, used_without
from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Held, Outcome
from hoshin.check.laws.territory import at_home
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.purpose import LegalBasis


def judge(case: Case) -> Iterator[Outcome]:
    """Each kind of such data: every use rests on a statement that names a law, and not a foreign one."""
    fitting = frozenset(fact.id for fact in case.facts(LegalBasis) if _names_law(case, fact.value))
    found = flagged(case, "criminal")
    for fact in found:
        without = used_without(case, fact, fitting)
        if without:
            yield Breach("missing", fact.path, (*fact.raw, "criminal"), {"name": fact.value.title or fact.id})
        else:
            yield Exempt(fact.path) if without is None else Held(fact.path, case.told(fact.path))
    if not found:
        yield Exempt()


def _names_law(case: Case, basis: LegalBasis) -> bool:
    return bool(basis.law) and (not basis.law_of or any(at_home(case, region) for region in basis.law_of))


RULE = LawRule(
    id="GDPR220",
    slug="criminal-data",
    judge=judge,
    grounds=(Ground("GDPR", "10"),),
    severity=Severity.ERROR,
)
