"""A document read from start to end: its blocks, its inline nodes, its characters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

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
    Section,
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
    """Title, notices, headings and body as lines of inline nodes; a list mark begins the first line of its item.

    What stands in front of the body comes before it.
    """
    yield document.title
    yield from lines_of(document.notices)
    for section in (*document.front, *document.sections):
        if section.heading:
            yield section.heading
        yield from lines_of(section.blocks)


def lines_of(blocks: Blocks, *, marks: bool = True) -> Iterator[Inlines]:
    """The same of some blocks, with or without the marks of lists."""
    for block in blocks:
        yield from _lines(block, marks=marks)


def _lines(block: Block, *, marks: bool) -> Iterator[Inlines]:  # noqa: C901 - a case for each kind of block
    match block:
        case Paragraph(children) | Heading(children):
            yield children
        case ListBlock(items):
            for item in items:
                if item.mark and marks:
                    yield (Text(item.mark),)
                yield from lines_of(item.blocks, marks=marks)
        case Address(parts):
            yield from parts
        case Preformatted(text):
            yield from ((Text(line),) for line in text.split("\n"))
        case Table(caption, head, rows):
            yield caption
            for row in (head, *rows):
                for cell in row:
                    yield from lines_of(cell.blocks, marks=marks)
        case Notice(_, inner):
            yield from lines_of(inner, marks=marks)


def anchors_of(sections: Iterable[Section]) -> Iterator[str]:
    """The ids of sections and of all that they hold, in order; an empty one for what has none."""
    for section in sections:
        yield section.id
        yield from anchors_in(section.blocks)


def anchors_in(blocks: Blocks) -> Iterator[str]:
    """The same of some blocks."""
    for block in blocks:
        yield block.id
        match block:
            case ListBlock(items):
                for item in items:
                    yield item.id
                    yield from anchors_in(item.blocks)
            case Table(_, head, rows):
                for cell in (cell for row in (head, *rows) for cell in row):
                    yield from anchors_in(cell.blocks)
            case Notice(_, inner):
                yield from anchors_in(inner)
            case _:
                pass


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
