"""Which changes stand beside a row of the table of two versions: those of its words, and those of the facts it prints.

What is printed from the fields of facts is no text of the policy, so that no event has a unit there; the field itself,
or the name of another fact in it, tells whose changes the row shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from msgspec import Struct

from hoshin.diff.change import Change, Report
from hoshin.document.nodes import Cell, Deleted, Inline, Inlines, Inserted, Remarked, Unit, Value
from hoshin.document.walk import deep, lines_of

Path: TypeAlias = tuple[str, ...]
_SECTION = "section/"
"""Begins the path of a value that is a number of the document: it is made anew whatever was changed."""


class RowTrace(Struct, frozen=True):
    """What the changed words of a row lead to.

    `events` are those that have a place here by their texts. `fields` are the paths of fields that are printed outside
    of texts, `names` those of the names of other facts in them, `values` those of what is printed inside texts.
    `follows` tells that the row above changed too.
    """

    events: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    follows: bool = False


def trace(line: Inlines, cells: Iterable[Cell] = (), *, follows: bool = False) -> RowTrace:
    """The trace of a line, or of the cells that it was made of."""
    changed = [cell for cell in cells if any(_is_change(node) for part in lines_of(cell.blocks) for node in deep(part))]
    own, inside = _values(line)
    return RowTrace(
        tuple(name for node in deep(line) if isinstance(node, Remarked) for name in node.places),
        tuple(dict.fromkeys((*(name for cell in changed for name in cell.fields), *own))),
        tuple(dict.fromkeys(name for cell in changed for name in cell.names)),
        tuple(dict.fromkeys(inside)),
        follows,
    )


def reasons(report: Report, rows: Sequence[RowTrace]) -> tuple[tuple[str, ...], ...]:
    """Ids of the events of each row.

    A row has the events that its texts brought, then those of its fields, unless the changed row right above has them
    too, in the order of the report; a row without any has those that brought or took a fact whose name it prints. An
    event that no row has yet, and whose fact came or went, stands in the first row that prints that fact's name or
    value. Editorial ones are not looked for in this way.
    """
    known = _Paths(report)
    told: list[tuple[str, ...]] = []
    above: tuple[str, ...] = ()
    for row in rows:
        above = above if row.follows else ()
        found = known.sorted(name for path in row.fields for name in known.of_field(_split(path)))
        found += known.sorted(name for path in row.names for name in known.below(_split(path)))
        found = found or known.sorted(name for path in row.names for name in known.of_whole(_split(path)))
        here = tuple(dict.fromkeys((*row.events, *found)))
        told.append(tuple(name for name in here if name in row.events or name not in above))
        above = here or above  # the head of a table says nothing by itself
    left = {event.event_id for event in report.events if event.class_ != "editorial"}.difference(*told)
    for at, row in enumerate(rows):
        printed = (*row.names, *row.values)
        found = known.sorted(name for path in printed for name in known.of_whole(_split(path)) if name in left)
        told[at] = (*told[at], *found)
        left.difference_update(found)
    return tuple(told)


class _Paths:
    """Events by the paths that they, or what they explain, are about."""

    def __init__(self, report: Report) -> None:
        claimed = {part.event_id: part.path for part in report.claimed}
        self._order = {event.event_id: at for at, event in enumerate(report.events)}
        self._below: dict[Path, list[str]] = {}
        self._whole: dict[Path, list[str]] = {}
        for event in report.events:
            for path in (event.path, *(claimed[name] for name in event.claims if name in claimed)):
                for length in range(1, len(path) + 1):
                    self._below.setdefault(path[:length], []).append(event.event_id)
            if _is_whole(event):
                self._whole.setdefault(event.path, []).append(event.event_id)

    def below(self, path: Path) -> Sequence[str]:
        """Events about the value at a path, or a part of it."""
        return self._below.get(path, ())

    def of_whole(self, path: Path) -> Iterator[str]:
        """Events that brought or took a fact that the path leads into."""
        return (name for length in range(1, len(path) + 1) for name in self._whole.get(path[:length], ()))

    def of_field(self, path: Path) -> Iterator[str]:
        """Events about a field, and those that brought or took the fact that has it."""
        yield from self.of_whole(path)
        yield from self.below(path)

    def sorted(self, names: Iterable[str]) -> list[str]:
        """Each once, in the order of the report."""
        return sorted(dict.fromkeys(names), key=self._order.__getitem__)


def _is_whole(event: Change) -> bool:
    """Whether a fact came or went."""
    return (event.before is None) != (event.after is None)


def _split(path: str) -> Path:
    return tuple(path.split("/"))


def _is_change(node: Inline) -> bool:
    return isinstance(node, Inserted | Deleted)


def _values(line: Inlines) -> tuple[list[str], list[str]]:
    """Paths of the values among the changed words: of those outside of texts, and of those inside."""
    found: Mapping[bool, list[str]] = {False: [], True: []}

    def read(nodes: Inlines, *, changed: bool, in_unit: bool) -> None:
        for node in nodes:
            children: Inlines = getattr(node, "children", ())
            is_changed = changed or _is_change(node)
            if (
                isinstance(node, Value)
                and not node.fact.startswith(_SECTION)
                and (is_changed or any(_is_change(inner) for inner in deep(children)))
            ):
                found[in_unit].append(node.fact)
            read(children, changed=is_changed, in_unit=in_unit or isinstance(node, Unit))

    read(line, changed=False, in_unit=False)
    return found[False], found[True]
