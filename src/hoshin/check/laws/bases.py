"""Legal bases by what they cover, for rules that ask for their details."""

from __future__ import annotations

from hoshin.check.laws.case import Case, Fact
from hoshin.check.laws.judging import LEGITIMATE_INTERESTS
from hoshin.schema.data import DataCategory, DataDescription
from hoshin.schema.purpose import Interest, LegalBasis


def bases(case: Case, *terms: str) -> tuple[Fact[LegalBasis], ...]:
    """The statements of a legal basis with one of those terms, in list order."""
    return tuple(fact for fact in case.facts(LegalBasis) if case.is_a(fact.value.basis, *terms))


def terms_of(case: Case, purpose: str) -> frozenset[str]:
    """The terms of all bases that a purpose rests on."""
    return frozenset(cell.basis for cell in case.cells_of("purpose", purpose) if cell.basis)


def interests_relied_on(case: Case) -> tuple[Fact[Interest], ...]:
    """The interests that a basis of legitimate interests names, in list order."""
    named = {one for fact in bases(case, LEGITIMATE_INTERESTS) for one in fact.value.interests}
    return tuple(fact for fact in case.facts(Interest) if fact.id in named)


def flagged(case: Case, flag: str) -> tuple[Fact[DataDescription], ...]:
    """Categories with a flag (`special`), and items with it whose category does not have it already."""
    index = case.subject.loaded.index
    marked = [fact for fact in case.facts(DataDescription) if getattr(fact.value, flag)]
    paths = {fact.path for fact in marked}
    return tuple(fact for fact in marked if index.entries[fact.path].parent not in paths)


def used_without(case: Case, data: Fact[DataDescription], fitting: frozenset[str]) -> bool | None:
    """Whether some use of the data rests on none of the bases with those ids; None where nothing uses them."""
    items = data.value.items if isinstance(data.value, DataCategory) else ()
    leaves = {item.id for item in items} or {data.id}
    uses: dict[tuple[str, str], set[str]] = {}
    for cell in (row for leaf in leaves for row in case.cells_of("data", leaf)):
        if cell.purpose:
            uses.setdefault((cell.purpose, cell.data), set()).add(cell.legal_basis)
    return any(not (found & fitting) for found in uses.values()) if uses else None
