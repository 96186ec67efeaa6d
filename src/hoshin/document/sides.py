"""A redline seen from one side, and which of its parts only one side has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, TypeAlias

from msgspec.structs import replace

from hoshin.document.nodes import (
    Address,
    Block,
    Blocks,
    Break,
    Cell,
    Deleted,
    Heading,
    Inline,
    Inlines,
    Inserted,
    Item,
    ListBlock,
    Notice,
    Paragraph,
    Preformatted,
    Section,
    Table,
    Text,
    plain,
)
from hoshin.document.walk import lines_of
from hoshin.kernel.text import is_wide

Which: TypeAlias = Literal["old", "new"]
State: TypeAlias = Literal["inserted", "deleted", ""]
"""What only the new side has, what only the old one had, and what both have."""


def state(lines: Iterable[Inlines]) -> State:
    """Whether all characters of some lines are new, or all are gone."""
    found = {kind for line in lines for kind in _states(line, "")}
    return found.pop() if len(found) == 1 else ""


def state_of(*blocks: Block) -> State:
    """The same of blocks."""
    return state(lines_of(blocks, marks=False))  # a mark says nothing by itself: it follows its item


def state_of_section(section: Section) -> State:
    """The same of a section with its heading."""
    return state((section.heading, *lines_of(section.blocks, marks=False)))


def state_of_row(row: tuple[Cell, ...]) -> State:
    """The same of a row of a table."""
    return state(line for cell in row for line in lines_of(cell.blocks, marks=False))


def _states(nodes: Inlines, around: State) -> Iterator[State]:
    for node in nodes:
        match node:
            case Text(value):
                yield from [around] if value else []
            case Break():
                pass
            case Inserted(children):
                yield from _states(children, "inserted")
            case Deleted(children):
                yield from _states(children, "deleted")
            case _:
                yield from _states(node.children, around)


def kept(nodes: Inlines, which: Which) -> Inlines:
    """A line as one side has it."""
    return tuple(made for node in nodes for made in _kept(node, which))


def _kept(node: Inline, which: Which) -> Inlines:
    match node:
        case Text() | Break():
            return (node,)
        case Inserted(children):
            return kept(children, which) if which == "new" else ()
        case Deleted(children):
            return kept(children, which) if which == "old" else ()
        case _:
            inner = kept(node.children, which)
            return (replace(node, children=inner),) if inner else ()


def mark_of(item: Item) -> Inlines:
    """The mark of an item as a redline shows it: `（3）` gone and `（2）` in its place."""
    if item.was is not None:
        was: Inlines = (Deleted((Text(item.was),)),) if item.was else ()
        return (*was, *((Inserted((Text(item.mark),)),) if item.mark else ()))
    if not item.mark:
        return ()
    match state_of(*item.blocks):
        case "inserted":
            return (Inserted((Text(item.mark),)),)
        case "deleted":
            return (Deleted((Text(item.mark),)),)
        case _:
            return (Text(item.mark),)


def spaced(mark: Inlines, gap: str = "") -> Inlines:
    """A mark with the gap that parts it from its words, which comes and goes with it; none after a wide sign."""
    made: list[Inline] = []
    for node in mark:
        shown = plain((node,))
        text = Text(shown + (gap or ("" if is_wide(shown[-1]) and not shown[-1].isalnum() else " ")))
        made.append(replace(node, children=(text,)) if isinstance(node, Inserted | Deleted) else text)
    return tuple(made)


def joined(lines: tuple[Inlines, ...]) -> Inlines:
    """Lines as one text with breaks between them; a break belongs to the line that one side alone has."""
    parts: list[Inline] = []
    old = new = False
    for line in lines:
        only = state((line,))
        if new and only != "deleted":
            parts.append(Break() if old and not only else Inserted((Break(),)))
        elif old and only != "inserted":
            parts.append(Deleted((Break(),)))
        parts += line
        old, new = old or only != "inserted", new or only != "deleted"
    return tuple(parts)


def blocks_of(blocks: Blocks, which: Which) -> Blocks:
    """Blocks as one side has them; what the other side alone has is not there."""
    gone: State = "deleted" if which == "new" else "inserted"
    return tuple(_block(block, which) for block in blocks if state_of(block) != gone)


def _block(block: Block, which: Which) -> Block:
    gone: State = "deleted" if which == "new" else "inserted"
    match block:
        case Paragraph(children) | Heading(children):
            return replace(block, children=kept(children, which))
        case ListBlock(items):
            left = tuple(_item(item, which) for item in items if state_of(*item.blocks) != gone)
            return replace(block, items=left)
        case Address(lines):
            return replace(block, lines=tuple(kept(line, which) for line in lines if state((line,)) != gone))
        case Table(caption, head, rows):
            return replace(
                block,
                caption=kept(caption, which),
                head=_row(head, which),
                rows=tuple(_row(row, which) for row in rows if state_of_row(row) != gone),
            )
        case Preformatted():
            return block
        case Notice(_, inner):
            return replace(block, blocks=blocks_of(inner, which))


def _item(item: Item, which: Which) -> Item:
    mark = item.was if which == "old" and item.was is not None else item.mark
    return replace(item, blocks=blocks_of(item.blocks, which), mark=mark, was=None)


def _row(row: tuple[Cell, ...], which: Which) -> tuple[Cell, ...]:
    return tuple(replace(cell, blocks=blocks_of(cell.blocks, which)) for cell in row)
