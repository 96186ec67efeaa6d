"""Parts of a document in other shapes, for formats that have fewer of them."""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.document.nodes import Blocks, Break, Cell, Inline, Inlines, Item, ListBlock, Paragraph, Table, Text
from hoshin.document.walk import lines_of
from hoshin.kernel.text import is_wide


def with_mark(item: Item, gap: str = "") -> Blocks:
    """The blocks with the mark as the first words of the first paragraph; `gap` in place of the usual space."""
    closed = item.mark != "" and is_wide(item.mark[-1]) and not item.mark[-1].isalnum()
    gap = gap or ("" if closed else " ")
    mark: Inlines = (Text(f"{item.mark}{gap}"),) if item.mark else ()
    match item.blocks:
        case (Paragraph(children, anchor), *rest):
            return (Paragraph((*mark, *children), anchor or item.id), *rest)
        case blocks:
            return (Paragraph((Text(item.mark),), item.id), *blocks)


def is_short(item: Item) -> bool:
    """Whether an item is one paragraph, at most with lists under it."""
    return (
        len(item.blocks) > 0
        and isinstance(item.blocks[0], Paragraph)
        and all(isinstance(block, ListBlock) for block in item.blocks[1:])
    )


def joined(lines: tuple[Inlines, ...]) -> Inlines:
    """Lines as one text with breaks between them."""
    parts: list[Inline] = []
    for position, line in enumerate(lines):
        parts.extend((Break(), *line) if position else line)
    return tuple(parts)


def flat(blocks: Blocks) -> Inlines:
    """Blocks as lines of one text."""
    return joined(tuple(lines_of(blocks)))


def pairs(block: Table, row: tuple[Cell, ...]) -> Iterator[tuple[Cell, Cell]]:
    """Each cell of a row with the head of its column."""
    heads = (*block.head, *([Cell(())] * (len(row) - len(block.head))))
    return zip(heads, row, strict=False)
