"""Which events of other facts belong to the history of one: those that made, ended or changed what links it to them.

A legal basis, a rule on keeping data, or a recipient is stated apart from the purposes that it is about. When it begins
or ends to be about one of them, the event is its own, yet it is that purpose's history as well. What else happens to it
is not: else each purpose would repeat all that its recipients and its data go through.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, TypeAlias

from pydantic import JsonValue

from hoshin.diff.bodies import ANY
from hoshin.diff.change import Change, Report
from hoshin.diff.references import NAMING, targets
from hoshin.diff.renames import NONE, Renames, declared
from hoshin.policy.load import Loaded
from hoshin.policy.matrix import expand

_PRINTING: Final = frozenset({"section", "document"})
"""Kinds that name facts in order to print them, which links nothing."""
_STATEMENTS: Final = frozenset({"legal-basis", "retention"})
"""Kinds that speak about what they name: what they say of it is its history too."""
_ROWS: Final = frozenset({"purpose", "data", "recipient"})
"""Kinds that a row of the matrix has by themselves."""
_OF_WORDS: Final = ("TEXT_CHANGED", "TITLE_CHANGED", "TYPOGRAPHY_CHANGED")
_KEYED: Final[Mapping[str, str]] = {"uses": "data", "fields": "data"}
"""Lists whose members are known by what they name."""
_SELECTORS: Final = frozenset({"of", "purposes", "except-purposes", "data", "recipients"})
"""Fields of a statement that say what it is about."""
_COVERING: Final = _SELECTORS | {"uses", "scope", "default", "basis", "status"}
"""Fields that decide in which rows of the matrix a fact stands, and as what."""
_Part: TypeAlias = tuple[str, str]
"""The path of what stands in a row; of a legal basis its term as well."""
_Use: TypeAlias = tuple[str, ...]
"""Purpose, data and recipient of a row, by their paths."""


def reaching(fact: str, report: Report, old: Loaded, new: Loaded) -> frozenset[str]:
    """Ids of the events of other facts that belong to the history of a fact, named as the new side does.

    First, an event of a field that begins or ends to name it, or of a whole fact that names it. Then what a legal basis
    or a rule on keeping that names it says anew, but for mere wording. Last, where both sides have the fact, an event
    by which another one came into its rows of the matrix, left them, or is another basis there, as through `any` or
    through a default. What came or went itself has no rows on the other side: all would be new in them.
    """
    others = [event for event in report.events if _is_candidate(event, fact)]
    found = {event.event_id for event in others if fact in _named(event) or _speaks(event, fact)}
    left = [event for event in others if event.event_id not in found]
    renames = declared(old, new).renames if left and fact in new.index.entries else NONE
    if fact.partition("/")[0] in _ROWS and renames.reversed().path(fact) in old.index.entries:
        own = _own(fact, old, new, renames)
        left = [event for event in left if _covers(event, own)]
        linked = _linked(fact, own, old, new, renames) if left else frozenset()
        found |= {event.event_id for event in left if _path(event) in linked}
    return frozenset(found)


def _path(event: Change) -> str:
    return f"{event.entity.type}/{event.entity.id}"


def _is_candidate(event: Change, fact: str) -> bool:
    """Whether it is an event of another fact that says something, and says it in facts."""
    is_moved = event.before is not None and event.before.position is not None
    return (
        _path(event) != fact
        and bool(event.entity.id)
        and event.entity.type not in _PRINTING
        and event.class_ != "editorial"
        and not is_moved
        and not event.kind.endswith(_OF_WORDS)
        and not event.kind.startswith("TRANSLATION")
    )


def _field(event: Change) -> str:
    """The first step into the fact; empty for the whole fact."""
    return next(iter(event.path[2:]), "")


def _members(event: Change) -> Iterator[tuple[str, str]]:
    """Field and id of everything that the event says is named now, or no more."""
    way = event.path[2:]
    holder = way[-2] if len(way) > 1 else ""
    if holder in NAMING or holder in _KEYED:
        yield _KEYED.get(holder, holder), way[-1]
        return
    for side in (event.before, event.after):
        yield from _mentioned(side.value if side is not None else None, way[-1] if way else "")


def _mentioned(value: JsonValue, field: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str) and field in NAMING:
        yield field, value
    elif isinstance(value, list):
        for part in value:
            yield from _mentioned(part, field)
    elif isinstance(value, dict):
        yield from ((_KEYED[field], name) for name in value if field in _KEYED)
        for name, part in value.items():
            yield from _mentioned(part, name)


def _named(event: Change) -> frozenset[str]:
    return frozenset(path for field, value in _members(event) for path in targets(field, value))


def _speaks(event: Change, fact: str) -> bool:
    """Whether a statement that names the fact says something else now: not about another one that it names."""
    is_about = any(f"{part.type}/{part.id}" == fact for part in event.affects)
    return event.entity.type in _STATEMENTS and is_about and _field(event) not in {"", *_SELECTORS}


def _covers(event: Change, own: frozenset[str]) -> bool:
    """Whether it may be what changed rows of a fact: not by naming others of its kind alone."""
    kind = next(iter(own)).partition("/")[0]
    alike = frozenset(path for path in _named(event) if path.startswith(f"{kind}/"))
    field = _field(event)
    return (not field or field in _COVERING) and (not alike or bool(alike & own))


def _own(fact: str, old: Loaded, new: Loaded, renames: Renames) -> frozenset[str]:
    """The paths that stand for a fact in the matrix: a category by its items, an item also by its category, and all."""
    kind = fact.partition("/")[0]
    found = {fact, f"{kind}/{ANY}"}
    for side, now in ((old, renames), (new, NONE)):
        for entry in side.index.of_kind(kind):
            family = (now.path(entry.path), now.path(entry.parent) if entry.parent else "")
            found |= {path for path in family if path and fact in family}
    return frozenset(found)


def _linked(fact: str, own: frozenset[str], old: Loaded, new: Loaded, renames: Renames) -> frozenset[str]:
    """Paths of the facts that came into rows of this one, left them, or say something else in a row that stayed."""
    leaves = own if any(entry.parent == fact for entry in new.index.of_kind("data")) else frozenset({fact})
    before, after = _rows(leaves, old, renames), _rows(leaves, new, NONE)
    sides = [frozenset[_Part]().union(*side.values()) for side in (before, after)]
    changed = sides[0] ^ sides[1]
    for use in before.keys() & after.keys():
        changed |= before[use] ^ after[use]
    return frozenset(path for path, _ in changed)


def _rows(leaves: frozenset[str], side: Loaded, renames: Renames) -> Mapping[_Use, frozenset[_Part]]:
    """What stands in each row of these, under the new names."""
    found: dict[_Use, set[_Part]] = {}
    for cell in expand(side.index):
        use = tuple(
            renames.path(f"{kind}/{name}") if name else ""
            for kind, name in (("purpose", cell.purpose), ("data", cell.data), ("recipient", cell.recipient))
        )
        if leaves.isdisjoint(use):
            continue
        parts = found.setdefault(use, set())
        parts |= {(path, "") for path in use if path}
        parts |= {(renames.path(f"legal-basis/{cell.legal_basis}"), cell.basis)} if cell.legal_basis else set()
        parts |= {(renames.path(f"retention/{cell.retention}"), "")} if cell.retention else set()
    return {use: frozenset(parts) for use, parts in found.items()}
