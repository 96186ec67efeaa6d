"""The blocks of a section: paragraphs, lists, sub-headings and postal blocks, with marks and ends that no one typed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from hoshin.document import nodes
from hoshin.document.fact_tables import FactTable
from hoshin.document.nodes import Inline, Inlines, Text, plain
from hoshin.document.texts import Printer
from hoshin.policy.places import COUNTED
from hoshin.policy.stated import entities_of, text_id
from hoshin.schema.section import (
    AddressBlock,
    Block,
    Cell,
    Column,
    ListBlock,
    Paragraph,
    Row,
    Section,
    Subheading,
    TableBlock,
    Unit,
)
from hoshin.translations.formats import terminator
from hoshin.translations.numbering import list_mark

_ENDS = frozenset(".!?;:。！？；：")
_SUBHEADING_LEVEL = 3


class Body(Struct, frozen=True):
    """What is needed to print the blocks of one section: the printer, all texts by unit id, and the section's id.

    `paragraphs` are the marks of paragraphs (項) by their anchors, where the language prints them.
    """

    printer: Printer
    texts: Mapping[str, str]
    section: str
    omitted: frozenset[str] = frozenset()
    paragraphs: Mapping[str, str] = field(default_factory=dict)

    def blocks(self, blocks: tuple[Block, ...], around: tuple[str, ...] = ()) -> nodes.Blocks:
        """The blocks in order; `around` are the numberings of the lists around them, outermost first."""
        return tuple(made for block in blocks for made in self._block(block, around))

    def _block(self, block: Block, around: tuple[str, ...]) -> Iterator[nodes.Block]:
        match block:
            case Paragraph():
                yield from self._paragraph(block.units, block.id)
            case Subheading():
                unit = self._own_or_of(block.id, block.of, "title")
                if unit:
                    yield nodes.Heading((unit,), _SUBHEADING_LEVEL, self._anchor(block.id))
            case AddressBlock():
                lines = tuple((unit,) for unit in self._units(block.units))
                if lines:
                    yield nodes.Address(lines, self._anchor(block.id))
            case TableBlock():
                yield from self._table(block, around)
            case ListBlock():
                yield from self._paragraph(block.lead, f"{block.id}.lead")
                yield from self._list(block, around)

    def _paragraph(self, units: tuple[Unit, ...], name: str) -> Iterator[nodes.Paragraph]:
        words = self._running(units)
        mark = self.paragraphs.get(self._anchor(name), "")
        if words:
            yield nodes.Paragraph((*((Text(mark),) if mark else ()), *words), self._anchor(name))

    def _list(self, block: ListBlock, around: tuple[str, ...]) -> Iterator[nodes.ListBlock]:
        counted = block.numbering in COUNTED
        entries = [
            *self._of_entities(block),
            *self._of_items(block, (*around, *((block.numbering,) if counted else ()))),
        ]
        items = tuple(
            nodes.Item(
                (*self._ended(words, block, position, len(entries)), *inner),
                self._mark(block, around, position),
                self._anchor(name),
            )
            for position, (name, words, inner) in enumerate(entries)
        )
        if items:
            yield nodes.ListBlock(items, ordered=counted, id=self._anchor(block.id))

    def _table(self, block: TableBlock, around: tuple[str, ...]) -> Iterator[nodes.Block]:
        caption = self._running((block.caption,)) if block.caption is not None else ()
        if block.of is not None:
            paths = entities_of(block, self.printer.facts.loaded.index)
            heads = tuple(self._unit(f"section/{self.section}/{column.id}") for column in block.columns)
            yield from FactTable(self.printer, self.texts, block, heads).tables(paths, caption, self._anchor(block.id))
        else:
            head = tuple(nodes.Cell(self._head(column), header=True) for column in block.columns)
            rows = tuple(self._row(row, block, around) for row in block.rows)
            yield nodes.Table(caption, head, rows, self._anchor(block.id))
        for position, note in enumerate(block.notes):
            yield from self._paragraph((note,), f"{block.id}.note-{position}")

    def _head(self, column: Column) -> nodes.Blocks:
        unit = self._unit(f"section/{self.section}/{column.id}")
        return (nodes.Paragraph((unit,)),) if unit else ()

    def _row(self, row: Row, block: TableBlock, around: tuple[str, ...]) -> tuple[nodes.Cell, ...]:
        return tuple(
            nodes.Cell(self._cell(cell, around), header=block.row_heads and position == 0)
            for position, cell in enumerate(row.cells)
        )

    def _cell(self, cell: Cell, around: tuple[str, ...]) -> nodes.Blocks:
        unit = self._own_or_of(cell.id or "", cell.of, "text") if cell.of or cell.text else None
        return (*((nodes.Paragraph((unit,)),) if unit else ()), *self.blocks(cell.blocks, around))

    def _of_entities(self, block: ListBlock) -> Iterator[tuple[str, Inlines, nodes.Blocks]]:
        for path in entities_of(block, self.printer.facts.loaded.index):
            unit = self._of(path, "text")
            if unit:
                yield f"{block.id}.{path.partition('/')[2]}", (unit,), ()

    def _of_items(self, block: ListBlock, around: tuple[str, ...]) -> Iterator[tuple[str, Inlines, nodes.Blocks]]:
        for item in block.items:
            words, inner = self._running(item.units), self.blocks(item.blocks, around)
            if words or inner:
                yield item.id, words, inner

    def _ended(self, words: Inlines, block: ListBlock, position: int, count: int) -> Iterator[nodes.Paragraph]:
        """The item's words with the end that its place in the list asks for, outside the unit."""
        if words:
            text = plain(words)
            end = terminator(self.printer.facts.locale, block.terminators, position, count, text)
            has_end = text[-1:] in _ENDS
            yield nodes.Paragraph((*words, Text(end)) if end and not has_end else words)

    def _mark(self, block: ListBlock, around: tuple[str, ...], position: int) -> str:
        if block.numbering not in COUNTED:
            return ""
        return list_mark(self.printer.facts.locale, block.numbering, around.count(block.numbering) + 1, position + 1)

    def _running(self, units: tuple[Unit, ...]) -> Inlines:
        found: list[Inline] = []
        for unit in self._units(units):
            joiner = self.printer.joiner(unit.id)
            if found and joiner:
                found.append(Text(joiner))
            found.append(unit)
        return tuple(found)

    def _units(self, units: tuple[Unit, ...]) -> Iterator[nodes.Unit]:
        for unit in units:
            made = self._own_or_of(unit.id or "", unit.of, "text")
            if made:
                yield made

    def _own_or_of(self, own: str, of: str | None, field: str) -> nodes.Unit | None:
        if of is not None:
            return self._of(of, field)
        unit_id = f"section/{self.section}/{own}"
        return self._unit(unit_id)

    def _of(self, reference: str, field: str) -> nodes.Unit | None:
        """The wording that `of:` names; a fact without the field prints its title."""
        named = text_id(reference) if field == "text" or reference.count("/") > 1 else f"{reference}/{field}"
        if named in self.omitted:
            return None
        return self._unit(named) or self._unit(f"{reference}/title")

    def _unit(self, unit_id: str) -> nodes.Unit | None:
        text = self.texts.get(unit_id) if unit_id not in self.omitted else None
        return self.printer.unit(unit_id, text) if text is not None else None

    def _anchor(self, name: str) -> str:
        return f"{self.section}.{name}"


def anchors(section: Section) -> Iterator[str]:
    """The ids that links of a document may lead to in a section."""
    yield section.id
    for block in section.blocks:
        yield from _anchors(section.id, block)


def _anchors(section: str, block: Block) -> Iterator[str]:
    yield f"{section}.{block.id}"
    if isinstance(block, TableBlock):
        for row in block.rows:
            for cell in row.cells:
                for inner in cell.blocks:
                    yield from _anchors(section, inner)
    if isinstance(block, ListBlock):
        for item in block.items:
            yield f"{section}.{item.id}"
            for inner in item.blocks:
                yield from _anchors(section, inner)
