"""Raw changes -> kinds, by a table of families and fields. What no row knows is FIELD_CHANGED: nothing is silent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from hoshin.diff import table_data, table_document, table_keeping, table_people, table_sharing, table_use
from hoshin.diff.canonical import Canonical
from hoshin.diff.carried import CARRIED, stance, transition
from hoshin.diff.compare import RawChange
from hoshin.diff.families import family_of
from hoshin.diff.judges import presence
from hoshin.diff.kinds import kind_of
from hoshin.diff.patterns import pattern
from hoshin.diff.prose import wording_kind
from hoshin.diff.verdict import Case, Judge, Verdict, verdict

_TABLES: Final = (
    table_data.TABLE,
    table_use.TABLE,
    table_sharing.TABLE,
    table_keeping.TABLE,
    table_people.TABLE,
    table_document.TABLE,
)


def _joined() -> Mapping[str, Mapping[str, Judge]]:
    found: dict[str, dict[str, Judge]] = {}
    for table in _TABLES:
        for family, rows in table.items():
            found.setdefault(family, {}).update(rows)
    return MappingProxyType(found)


TABLE: Final = _joined()


def judge_of(family: str, way: str) -> Judge | None:
    """The row for a field: its own, that of a field that every fact carries, one for all below, or none."""
    rows = TABLE.get(family, {})
    if way in rows:
        return rows[way]
    steps = way.split("/")
    carried = next((CARRIED[step] for step in steps if step in CARRIED), None)
    if carried is not None:
        return carried
    for length in range(len(steps) - 1, 0, -1):
        if found := rows.get("/".join((*steps[:length], "**"))):
            return found
    return table_document.ENTITY.get(way)


def case_of(raw: RawChange, old: Canonical, new: Canonical) -> Case:
    """A raw change with all that may decide its kind."""
    family = family_of(raw.fact, old, new)
    way, wording = pattern(family.name, raw.inside)
    return Case(raw, family, way, wording, old, new)


def spread(raw: RawChange, old: Canonical, new: Canonical) -> Iterator[Case]:
    """One case for a change; a list that appears or vanishes as a whole is one for each member, if rows ask so."""
    case = case_of(raw, old, new)
    node = raw.after if raw.op == "added" else raw.before
    whole_list = raw.inside and raw.op in {"added", "removed"} and judge_of(case.family.name, case.pattern) is None
    if not whole_list or not isinstance(node, Mapping):
        yield case
        return
    for key, part in node.items():
        sides = (None, part) if raw.op == "added" else (part, None)
        yield from spread(RawChange(raw.fact, (*raw.path, key), raw.op, *sides), old, new)


def classify(case: Case) -> Verdict:
    """The verdict on one case."""
    if case.raw.op == "moved":
        return verdict("SECTION_MOVED" if case.family.name == "section" and not case.raw.inside else "ENTITY_MOVED")
    if not case.raw.inside:
        return _whole(case)
    if case.wording and case.raw.op == "changed" and (editorial := wording_kind(case.raw)):
        return verdict(editorial)
    judge = judge_of(case.family.name, case.pattern)
    return judge(case) if judge else verdict("FIELD_CHANGED")


def _whole(case: Case) -> Verdict:
    """A fact that appears or vanishes; one that says "no" states or takes back that there is none."""
    added = case.raw.op == "added"
    said = stance(case.after if added else case.before)
    if said != "yes":
        return transition(case, *(("unstated", said) if added else (said, "unstated")))
    if judge := TABLE.get(case.family.name, {}).get(""):
        return judge(case)
    return presence(kind_of(case.family, "ADDED"), kind_of(case.family, "REMOVED"), "FIELD_CHANGED")(case)
