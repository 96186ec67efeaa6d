"""Places below the level of an article: which paragraph, item or item of an item a part of a section is.

Counted as Japanese documents count (translations.md section 14): an article has paragraphs (項); a list belongs to the
paragraph before it, or to its own lead (号); a list inside an item is one level deeper. An article with one paragraph
does not count it: 第3条第1号.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, Literal

from msgspec import Struct

from hoshin.policy.load import Loaded
from hoshin.policy.stated import entities_of, text_id
from hoshin.schema.section import Block, Item, ListBlock, Numbering, Paragraph, Section, Unit

COUNTED: Final = frozenset({"decimal", "lower_alpha", "upper_alpha", "lower_roman"})
"""Numberings whose items carry a number or letter."""


class Step(Struct, frozen=True):
    """One level of a place: a paragraph, or an item of a list at `level` of its numbering (1 is the outermost)."""

    style: Literal["paragraph"] | Numbering
    number: int
    level: int = 1


class Place(Struct, frozen=True):
    """Where a part of a section stands: its anchor in the document and its steps below the article.

    The anchor of a list is where it begins: at its lead or its first item. `counted` is False for an item without a
    number of its own, whose steps are those of what holds it.
    """

    anchor: str
    steps: tuple[Step, ...]
    counted: bool = True


def places_in(path: str, loaded: Loaded) -> Mapping[str, Place]:
    """Parts of the section with that path by the names that references use.

    A name is the id of a paragraph, list, item or text, or `list/entity` for an item that a list takes from a fact.
    """
    entry = loaded.index.get(path)
    if entry is None or not isinstance(entry.value, Section):
        return {}
    counter = _Counter(entry.value.id, loaded)
    found = dict(counter.section(entry.value))
    if counter.paragraphs > 1:
        return found
    alone = Step("paragraph", 1)
    return {
        name: Place(place.anchor, tuple(step for step in place.steps if step != alone), place.counted)
        for name, place in found.items()
    }


class _Counter:
    """Counts the paragraphs of one section while it is read; what has no text prints nothing and is not counted."""

    def __init__(self, section: str, loaded: Loaded) -> None:
        self._section = section
        self._index = loaded.index
        self._texts = frozenset(unit.id for unit in loaded.units)
        self.paragraphs = 0

    def section(self, section: Section) -> Iterator[tuple[str, Place]]:
        follows = False
        for block in section.blocks:
            match block:
                case Paragraph() if self._prints(block.units):
                    self.paragraphs += 1
                    place = self._place(block.id, (Step("paragraph", self.paragraphs),))
                    yield from self._named(place, block.id, block.units)
                case ListBlock():
                    if self._prints(block.lead) or not follows:
                        self.paragraphs += 1
                    yield from self._list(block, (Step("paragraph", self.paragraphs),), ())
                case _:
                    pass  # neither headings nor tables nor addresses are counted
            follows = isinstance(block, Paragraph)

    def _list(self, block: ListBlock, around: tuple[Step, ...], lists: tuple[str, ...]) -> Iterator[tuple[str, Place]]:
        entries = [(name, item) for name, item in self._entries(block) if self._is_there(item)]
        lead = f"{block.id}.lead"
        yield from self._named(self._place(lead, around), "", block.lead)
        if entries:
            opening = lead if self._prints(block.lead) else entries[0][0].replace("/", ".")
            yield block.id, self._place(opening, around)
        counted = block.numbering in COUNTED
        level = lists.count(block.numbering) + 1
        inner = (*lists, block.numbering) if counted else lists
        for number, (name, item) in enumerate(entries, start=1):
            steps = (*around, Step(block.numbering, number, level)) if counted else around
            place = Place(f"{self._section}.{name.replace('/', '.')}", steps, counted)
            yield name, place
            if isinstance(item, Item):
                yield from self._named(place, "", item.units)
                yield from self._inside(item.blocks, place, inner)

    def _entries(self, block: ListBlock) -> Iterator[tuple[str, Item | str]]:
        """Items that a list takes from facts, then its own, as the document prints them."""
        for entity in entities_of(block, self._index):
            yield f"{block.id}/{entity.partition('/')[2]}", entity
        for item in block.items:
            yield item.id, item

    def _inside(self, blocks: tuple[Block, ...], place: Place, lists: tuple[str, ...]) -> Iterator[tuple[str, Place]]:
        for block in blocks:
            match block:
                case Paragraph():
                    yield from self._named(Place(f"{self._section}.{block.id}", place.steps), block.id, block.units)
                case ListBlock():
                    yield from self._list(block, place.steps, lists)
                case _:
                    pass

    def _named(self, place: Place, name: str, units: tuple[Unit, ...]) -> Iterator[tuple[str, Place]]:
        yield from ((name, place),) if name else ()
        yield from ((unit.id, place) for unit in units if unit.id is not None)

    def _place(self, name: str, steps: tuple[Step, ...]) -> Place:
        return Place(f"{self._section}.{name}", steps)

    def _is_there(self, item: Item | str) -> bool:
        if isinstance(item, str):
            return self._has_words(item)
        return self._prints(item.units) or bool(item.blocks)

    def _prints(self, units: tuple[Unit, ...]) -> bool:
        return any(unit.of is None or self._has_words(unit.of) for unit in units)

    def _has_words(self, reference: str) -> bool:
        return text_id(reference) in self._texts or f"{reference}/title" in self._texts
