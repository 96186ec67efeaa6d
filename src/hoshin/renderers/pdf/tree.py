"""The printable tree as plain data for the Typst style: text travels as data, so nothing needs escaping."""

from __future__ import annotations

from collections.abc import Mapping

from hoshin.document.nodes import (
    Address,
    Block,
    Blocks,
    Break,
    Cell,
    Deleted,
    Document,
    Emphasis,
    Foreign,
    Heading,
    Inline,
    Inlines,
    Inserted,
    Item,
    Link,
    ListBlock,
    Notice,
    Paragraph,
    Section,
    Strong,
    Table,
    Text,
    Unit,
    Value,
    plain,
)

Data = str | int | bool | list["Data"] | dict[str, "Data"]


def document_data(document: Document) -> dict[str, Data]:
    """Everything that the style prints. The summary is the page's own and is left out here."""
    return {
        "kind": document.kind,
        "lang": document.lang,
        "title": _inlines(document.title),
        "name": plain(document.title),
        "company": document.meta.company,
        "description": document.meta.description,
        "version": document.meta.version,
        "labels": dict(document.meta.labels),
        "notices": [_block(notice) for notice in document.notices],
        "sections": [_section(section) for section in document.sections],
    }


def _section(section: Section) -> Data:
    return {"id": section.id, "heading": _inlines(section.heading), "blocks": _blocks(section.blocks)}


def _blocks(blocks: Blocks) -> list[Data]:
    return [_block(block) for block in blocks]


def _block(block: Block) -> Data:
    match block:
        case Paragraph(children, anchor):
            return {"t": "paragraph", "id": anchor, "c": _inlines(children)}
        case Heading(children, level, anchor):
            return {"t": "heading", "id": anchor, "level": level, "c": _inlines(children)}
        case ListBlock(items, ordered, anchor):
            return {"t": "list", "id": anchor, "ordered": ordered, "items": [_item(item) for item in items]}
        case Address(lines, anchor):
            return {"t": "address", "id": anchor, "lines": [_inlines(line) for line in lines]}
        case Table(caption, head, rows, anchor):
            return {
                "t": "table",
                "id": anchor,
                "caption": _inlines(caption),
                "head": [_cell(cell) for cell in head],
                "rows": [[_cell(cell) for cell in row] for row in rows],
            }
        case Notice(kind, blocks, anchor):
            return {"t": "notice", "id": anchor, "kind": kind, "blocks": _blocks(blocks)}


def _item(item: Item) -> Data:
    return {"id": item.id, "mark": item.mark, "blocks": _blocks(item.blocks)}


def _cell(cell: Cell) -> Data:
    return {"header": cell.header, "blocks": _blocks(cell.blocks)}


def _inlines(nodes: Inlines) -> list[Data]:
    return [_inline(node) for node in nodes]


def _inline(node: Inline) -> Data:
    match node:
        case Text(value):
            return {"t": "text", "v": value}
        case Break():
            return {"t": "break"}
        case Link(target, children):
            return {"t": "link", "to": target, "c": _inlines(children)}
        case Foreign(lang, children):
            return {"t": "foreign", "lang": lang, "c": _inlines(children)}
        case Value(_, children):
            return {"t": "value", "short": len(plain(children)) <= _SHORT, "c": _inlines(children)}
        case _:
            return {"t": _NAMES[type(node)], "c": _inlines(node.children)}


_SHORT = 12
"""Characters of a value that is kept on one line (`第11条`, `10 years`); an address may break."""
_NAMES: Mapping[type, str] = {
    Unit: "unit",
    Emphasis: "emphasis",
    Strong: "strong",
    Inserted: "inserted",
    Deleted: "deleted",
}
