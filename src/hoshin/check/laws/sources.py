"""Data by where they come from, for the rules on collection."""

from __future__ import annotations

from hoshin.check.laws.case import Case, Fact
from hoshin.schema.data import DataCategory, DataDescription, DataItem, DataSource

_OTHERS = frozenset({"third_party", "public"})


def described(case: Case) -> tuple[Fact[DataDescription], ...]:
    """All categories and items in list order."""
    return case.facts(DataDescription)


def from_people(case: Case) -> tuple[Fact[DataDescription], ...]:
    """What people give themselves: categories, and items whose category does not speak for them."""
    index = case.subject.loaded.index
    found = []
    for fact in described(case):
        if isinstance(fact.value, DataItem):
            above = index.entries.get(index.entries[fact.path].parent)
            if above is not None and isinstance(above.value, DataCategory) and _by_person(above.value):
                continue
        if _by_person(fact.value):
            found.append(fact)
    return tuple(found)


def _by_person(value: DataDescription) -> bool:
    return any(source.kind == "person" for source in sources(value))


def sources(value: DataDescription) -> tuple[DataSource, ...]:
    """All sources of a category or item."""
    return (*((value.source,) if value.source else ()), *value.further_sources)


def indirect(case: Case) -> tuple[tuple[Fact[DataDescription], DataSource], ...]:
    """Each category or item with each of its sources that is a third party or public."""
    return tuple((fact, one) for fact in described(case) for one in sources(fact.value) if one.kind in _OTHERS)
