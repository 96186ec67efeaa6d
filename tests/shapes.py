"""Documents as plain data to compare: what stands where. Ids are left out: a redline knows a part by its new one."""

from __future__ import annotations

from typing import Any

from hoshin.document.nodes import (
    Address,
    Block,
    Blocks,
    Break,
    Cell,
    Document,
    Foreign,
    Heading,
    Inlines,
    ListBlock,
    Notice,
    Paragraph,
    Remarked,
    Table,
    Text,
    Time,
    Unit,
    Value,
)
from hoshin.document.sides import Which, blocks_of, kept, state_of_section

Shape = Any  # nested tuples of texts


def line(nodes: Inlines) -> Shape:
    """Characters with what is seen around them, neighbours of one look joined."""
    found: list[tuple[str, tuple[Any, ...]]] = []
    for text, look in _runs(nodes, ()):
        if found and found[-1][1] == look:
            found[-1] = (found[-1][0] + text, look)
        else:
            found.append((text, look))
    return tuple(found)


def _runs(nodes: Inlines, look: tuple[Any, ...]) -> list[tuple[str, tuple[Any, ...]]]:
    found: list[tuple[str, tuple[Any, ...]]] = []
    for node in nodes:
        match node:
            case Text(value):
                found += [(value, look)] if value else []
            case Break():
                found.append(("\n", look))
            case Unit(_, children) | Value(_, children) | Time(_, children) | Foreign(_, children) | Remarked(children):
                found += _runs(children, look)
            case _:
                mark = (type(node).__name__, getattr(node, "target", ""))
                found += _runs(node.children, (*look, mark))
    return found


def blocks(parts: Blocks) -> Shape:
    return tuple(_block(part) for part in parts)


def _block(block: Block) -> Shape:
    match block:
        case Paragraph(children) | Heading(children):
            return type(block).__name__, line(children)
        case ListBlock(items):
            return "list", tuple((item.mark, blocks(item.blocks)) for item in items)
        case Address(lines):
            return "address", tuple(line(part) for part in lines)
        case Table(caption, head, rows):
            return "table", line(caption), tuple(tuple(_cell(cell) for cell in row) for row in (head, *rows))
        case Notice(kind, inner):
            return "notice", kind, blocks(inner)


def _cell(cell: Cell) -> Shape:
    return cell.header, blocks(cell.blocks)


def shape(document: Document, which: Which | None = None) -> Shape:
    """A document, or one side of a redline."""
    if which is None:
        parts = tuple((line(part.heading), blocks(part.blocks)) for part in document.sections)
        return line(document.title), blocks(document.notices), parts
    gone = "deleted" if which == "new" else "inserted"
    there = [part for part in document.sections if state_of_section(part) != gone]
    return (
        line(kept(document.title, which)),
        blocks(blocks_of(document.notices, which)),
        tuple((line(kept(part.heading, which)), blocks(blocks_of(part.blocks, which))) for part in there),
    )
