"""Parts of a document in other shapes, for formats that have fewer of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from hoshin.document.nodes import (
    Blocks,
    Cell,
    Deleted,
    Inline,
    Inlines,
    Inserted,
    Item,
    ListBlock,
    Paragraph,
    Table,
    Text,
    plain,
)
from hoshin.document.sides import joined, mark_of
from hoshin.document.walk import lines_of
from hoshin.kernel.text import is_wide


def with_mark(item: Item, gap: str = "") -> Blocks:
    """The blocks with the mark as the first words of the first paragraph; `gap` in place of the usual space."""
    mark = tuple(_spaced(node, gap) for node in mark_of(item))
    match item.blocks:
        case (Paragraph(children, anchor), *rest):
            return (Paragraph((*mark, *children), anchor or item.id), *rest)
        case blocks:
            return (Paragraph(mark_of(item), item.id), *blocks)


def _spaced(mark: Inline, gap: str) -> Inline:
    """A mark with the gap after it, which goes and comes with it."""
    shown = plain((mark,))
    closed = is_wide(shown[-1]) and not shown[-1].isalnum()
    text = Text(shown + (gap or ("" if closed else " ")))
    return replace(mark, children=(text,)) if isinstance(mark, Inserted | Deleted) else text


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
