"""A document read from start to end: its blocks, its inline nodes, its characters."""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.document.nodes import (
    Address,
    Block,
    Blocks,
    Break,
    Document,
    Heading,
    Inline,
    Inlines,
    ListBlock,
    Notice,
    Paragraph,
    Preformatted,
    Table,
    Text,
)


def links(document: Document) -> Iterator[str]:
    """Targets of all links of the title, the notices and the body, in order."""
    for line in lines(document):
        for node in deep(line):
            target = getattr(node, "target", None)
            if target is not None:
                yield target


def body_text(document: Document) -> str:
    """The characters of title, notices and body with list marks, a line a paragraph, in the order of print."""
    return "\n".join("".join(_characters(line)) for line in lines(document))


def lines(document: Document) -> Iterator[Inlines]:
    """Title, notices, headings and body as lines of inline nodes; a list mark begins the first line of its item."""
    yield document.title
    yield from lines_of(document.notices)
    for section in document.sections:
        if section.heading:
            yield section.heading
        yield from lines_of(section.blocks)


def lines_of(blocks: Blocks) -> Iterator[Inlines]:
    """The same of some blocks."""
    for block in blocks:
        yield from _lines(block)


def _lines(block: Block) -> Iterator[Inlines]:  # noqa: C901 - a case for each kind of block
    match block:
        case Paragraph(children) | Heading(children):
            yield children
        case ListBlock(items):
            for item in items:
                if item.mark:
                    yield (Text(item.mark),)
                yield from lines_of(item.blocks)
        case Address(parts):
            yield from parts
        case Preformatted(text):
            yield from ((Text(line),) for line in text.split("\n"))
        case Table(caption, head, rows):
            yield caption
            for row in (head, *rows):
                for cell in row:
                    yield from lines_of(cell.blocks)
        case Notice(_, inner):
            yield from lines_of(inner)


def deep(children: Inlines) -> Iterator[Inline]:
    """Every inline node, outer before inner."""
    for child in children:
        yield child
        if not isinstance(child, Text | Break):
            yield from deep(child.children)


def _characters(line: Inlines) -> Iterator[str]:
    for node in deep(line):
        match node:
            case Text(value):
                yield value
            case Break():
                yield " "
            case _:
                pass
