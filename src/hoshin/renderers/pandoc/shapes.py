"""Parts of a document in other shapes, for formats that have fewer of them."""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.document.nodes import (
    Blocks,
    Cell,
    Inlines,
    Item,
    ListBlock,
    Paragraph,
    Table,
)
from hoshin.document.sides import joined, mark_of, spaced
from hoshin.document.walk import lines_of


def with_mark(item: Item, gap: str = "") -> Blocks:
    """The blocks with the mark as the first words of the first paragraph; `gap` in place of the usual space."""
    mark = spaced(mark_of(item), gap)
    match item.blocks:
        case (Paragraph(children, anchor), *rest):
            return (Paragraph((*mark, *children), anchor or item.id), *rest)
        case blocks:
            return (Paragraph(mark_of(item), item.id), *blocks)


def with_anchor(item: Item) -> Blocks:
    """The blocks, the first paragraph with the anchor of the item where it has none."""
    match item.blocks:
        case (Paragraph(children, ""), *rest):
            return (Paragraph(children, item.id), *rest)
        case blocks:
            return blocks


def is_short(item: Item) -> bool:
    """Whether an item is one paragraph, at most with lists under it."""
    return (
        len(item.blocks) > 0
        and isinstance(item.blocks[0], Paragraph)
        and all(isinstance(block, ListBlock) for block in item.blocks[1:])
    )


def flat(blocks: Blocks) -> Inlines:
    """Blocks as lines of one text."""
    return joined(tuple(lines_of(blocks)))


def pairs(block: Table, row: tuple[Cell, ...]) -> Iterator[tuple[Cell, Cell]]:
    """Each cell of a row with the head of its column."""
    heads = (*block.head, *([Cell(())] * (len(row) - len(block.head))))
    return zip(heads, row, strict=False)
