"""Events beside the words that they are about: each gets a number, and the texts that it touches get that number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from msgspec.structs import replace

from hoshin.diff.change import Change
from hoshin.document.nodes import Deleted, Document, Inline, Inlines, Inserted, Remark, Remarked, Unit
from hoshin.document.rewrite import Rewriter, with_nodes
from hoshin.document.walk import deep, lines_of

_NOTHING: Final[tuple[str, ...]] = ()


def with_remarks(document: Document, events: Sequence[Change], remarks: tuple[Remark, ...]) -> Document:
    """The redline with its remarks: at each text that an event changes, at the first where it changes no word.

    Neighbours with the same remark show it once. `remarks` has one for each event, under its id.
    """
    placer = _Placer(_events_by_unit(document, events))
    how = Rewriter(placer.line)
    return replace(document, sections=tuple(how.section(section) for section in document.sections), remarks=remarks)


def placed(document: Document) -> frozenset[str]:
    """Ids of the remarks that some words of the document carry."""
    return frozenset(
        name for line in _lines(document) for node in deep(line) if isinstance(node, Remarked) for name in node.places
    )


def _lines(document: Document) -> Iterator[Inlines]:
    for section in document.sections:
        yield section.heading
        yield from lines_of(section.blocks)


def _events_by_unit(document: Document, events: Iterable[Change]) -> Mapping[str, tuple[str, ...]]:
    """The events of each text that shall carry them."""
    printed: dict[str, bool] = {}
    for line in _lines(document):
        for node in deep(line):
            if isinstance(node, Unit):
                printed[node.id] = printed.get(node.id, False) or _is_changed(node)
    found: dict[str, tuple[str, ...]] = {}
    for event in events:
        there = [unit for unit in event.units if unit in printed]
        for unit in [unit for unit in there if printed[unit]] or there[:1]:
            found[unit] = (*found.get(unit, ()), event.event_id)
    return found


def _is_changed(unit: Unit) -> bool:
    return any(isinstance(node, Inserted | Deleted) for node in deep(unit.children))


class _Placer:
    """Wraps texts in the order of print; it knows which events the text before had, and which had a place already."""

    def __init__(self, events: Mapping[str, tuple[str, ...]]) -> None:
        self._events = events
        self._last = _NOTHING
        self._placed: set[str] = set()

    def line(self, nodes: Inlines) -> Inlines:
        return with_nodes(nodes, self._node)

    def _node(self, node: Inline) -> Inlines | None:
        if not isinstance(node, Unit):
            return None
        here = self._events.get(node.id, _NOTHING)
        shown = tuple(name for name in here if name not in self._last)
        first = tuple(name for name in shown if name not in self._placed)
        self._placed.update(first)
        self._last = here
        return (Remarked((node,), shown, first),) if shown else (node,)
