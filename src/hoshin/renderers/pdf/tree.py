"""The printable tree as plain data for the Typst style: text travels as data, so nothing needs escaping."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from operator import itemgetter

from hoshin.document.columns import column_shares
from hoshin.document.edition import edition
from hoshin.document.nodes import (
    PLACE,
    Address,
    Block,
    Blocks,
    Cell,
    Deleted,
    Document,
    Heading,
    Inlines,
    Inserted,
    Item,
    ListBlock,
    Notice,
    Paragraph,
    Preformatted,
    Remarked,
    Section,
    Strong,
    Table,
    Text,
    Value,
    plain,
)
from hoshin.document.sides import kept, mark_of
from hoshin.document.walk import anchors_in, anchors_of, deep, lines, lines_of, links
from hoshin.kernel.text import is_wide
from hoshin.renderers.pdf.inlines import Data, Inlining, columns

_TITLE_LEVEL = 1
_SECTION_LEVEL = 2
_DEEPEST_LEVEL = 6
"""PDF 1.7 knows H1 to H6."""
_LEAD_COLUMNS = 160
"""About two lines. Longer words may part from their list: to move them all leaves a hole in the page."""
_TABLE_COLUMNS = 85
"""The breadth of a table."""
_LONG_ROW = 20
"""Lines of a row that may go on overleaf. A shorter one stays together."""
_SMALL_TABLE = 12
"""Lines of a table that stays on one page."""
_TALLEST_GROUP = 24
"""Lines of headings and the row below them that stay on one page: those of a long row and some headings."""
_PRINTED_LABELS = ("notice-", "attachment")
_FIRST_CJK = "\u2e80"
"""From here on a character needs the Japanese fonts, if any font has it."""


def document_data(document: Document) -> dict[str, Data]:
    """Everything that the style prints, with heading levels that follow on each other and links that lead somewhere.

    The summary is the page's own and is left out here. Raises HoshinError `link-unsafe`.
    """
    return _Writer(document).document()


def is_japanese(document: Document) -> bool:
    """Whether the document's language is Japanese."""
    return document.lang.split("-", maxsplit=1)[0] == "ja"


def needs_japanese_fonts(document: Document) -> bool:
    """Whether the Japanese fonts take part: in a Japanese document, and for a name in kanji that any other prints."""
    return is_japanese(document) or any(max(repr(part)) >= _FIRST_CJK for part in _printed(document))


def _printed(document: Document) -> Iterator[object]:
    """Everything that the style prints, piece by piece; the names of other languages stand on pages alone."""
    meta = document.meta
    yield (document.title, meta.company, meta.description, edition(meta))
    yield from (text for name, text in meta.labels if name.startswith(_PRINTED_LABELS))
    yield from (*document.notices, *document.front, *document.sections)


class _Writer:
    """Writes one document; it remembers which anchors are set and how deep the last heading stood."""

    def __init__(self, document: Document) -> None:
        self._document = document
        numbers = {remark.id: remark.number for remark in document.remarks}
        wanted = {target[1:] for target in links(document) if target.startswith("#")} | set(numbers)
        anchors = frozenset(wanted & {*_anchors(document)})
        self._body = Inlining(is_japanese(document), anchors, numbers)
        self._head = Inlining(spaced=False, anchors=anchors, numbers=numbers)
        self._open = {*anchors, *(section.id for section in (*document.front, *document.sections))}
        self._redline = document.kind == "redline"
        self._comparison = document.kind == "comparison"
        self._level = _TITLE_LEVEL

    def document(self) -> dict[str, Data]:
        meta = self._document.meta
        return {
            "kind": self._document.kind,
            "lang": self._document.lang,
            "cjk": needs_japanese_fonts(self._document),
            "title": self._head.line(self._document.title),
            "name": plain(kept(self._document.title, "new")),
            "company": meta.company,
            "description": meta.description,
            "edition": [list(pair) for pair in edition(meta)],
            "labels": dict(meta.labels),
            "notices": self._blocks(self._document.notices),
            "front": [self._section(section) for section in self._document.front],
            "sections": [self._section(section) for section in self._document.sections],
        }

    def _section(self, section: Section) -> Data:
        number, words = _number_apart(section)
        opening = plain(words)[:1]
        if section.heading:
            self._level = _SECTION_LEVEL
        return {
            "id": self._anchor(section.id),
            "number": self._head.line(number),
            "hangs": not any(isinstance(node, Inserted | Deleted) for node in deep(number)),
            "heading": self._head.line(words),
            "bracket": unicodedata.category(opening or " ") == "Ps" and is_wide(opening),
            "blocks": self._blocks(section.blocks),
        }

    def _blocks(self, blocks: Blocks) -> list[Data]:
        return [self._block(block, after) for block, after in pairwise((*blocks, None)) if block]

    def _block(self, block: Block, after: Block | None) -> Data:  # noqa: PLR0911 - a return for each kind of block
        match block:
            case Paragraph(children, anchor, at_end):
                return {
                    "t": "paragraph",
                    "end": at_end,
                    "id": self._anchor(anchor),
                    "leads": _leads(block, after),
                    "c": self._body.line(children),
                }
            case Heading(children, level, anchor):
                made = self._head.line(children)
                return {"t": "heading", "id": self._anchor(anchor), "level": self._printed(level), "c": made}
            case ListBlock(items, _, anchor):
                return {"t": "list", "id": self._anchor(anchor), "items": [self._item(item) for item in items]}
            case Address(lines, anchor):
                return {"t": "address", "id": self._anchor(anchor), "lines": [self._body.line(line) for line in lines]}
            case Preformatted(text, anchor):
                kept = text.replace(" ", "\N{NO-BREAK SPACE}").split("\n")
                made = [self._body.line((Text(line),)) for line in kept]
                return {"t": "address", "id": self._anchor(anchor), "lines": made}
            case Table():
                return self._table(block)
            case Notice(kind, inner, anchor, title):
                own = {"title": self._body.line(title)} if title else {}
                return {"t": "notice", "id": self._anchor(anchor), "kind": kind, "blocks": self._blocks(inner), **own}

    def _item(self, item: Item) -> Data:
        mark: Data = self._head.line(mark_of(item)) if self._redline else item.mark
        return {"id": self._anchor(item.id), "mark": mark, "blocks": self._blocks(item.blocks)}

    def _table(self, table: Table) -> Data:
        shares = column_shares(table)
        heights = [_height(row, shares) for row in (table.head, *table.rows)]
        return {
            "t": "table",
            "id": self._anchor(table.id),
            "caption": self._body.line(table.caption),
            "widths": list(shares),
            "whole": sum(heights) <= _SMALL_TABLE,
            "head": [self._cell(cell) for cell in table.head],
            "rows": [[self._cell(cell) for cell in row] for row in table.rows],
            "parts": [height > _LONG_ROW for height in heights[1:]],
            "together": list(_together(table, heights[1:])) if self._comparison else [1] * len(table.rows),
        }

    def _cell(self, cell: Cell) -> Data:
        return {"header": cell.header, "blocks": self._blocks(cell.blocks)}

    def _anchor(self, name: str) -> str:
        """The anchor of a section or of what a link leads to, if nothing before it has the same name."""
        if name not in self._open:
            return ""
        self._open.remove(name)
        return name

    def _printed(self, level: int) -> int:
        """The level, at most one deeper than the heading before it: PDF/UA-1 refuses a gap."""
        self._level = min(max(level, _SECTION_LEVEL + 1), self._level + 1, _DEEPEST_LEVEL)
        return self._level


def _leads(paragraph: Paragraph, after: Block | None) -> bool:
    """Whether the paragraph leads up to what follows, so that it must not stand at the foot of a page without it."""
    return isinstance(after, ListBlock | Address | Table) and columns(plain(paragraph.children)) <= _LEAD_COLUMNS


def _together(table: Table, heights: Sequence[int]) -> Iterator[int]:
    """How many rows from each on stay on one page: headings and the row below them; 1 for a row that stands alone.

    Taller ones may part, the first heading first: moved as a whole they leave a hole in the page.
    """
    rows = list(zip(map(_is_heading, table.rows), heights, strict=True))
    at = 0
    while at < len(rows):
        heads = sum(1 for _ in takewhile(itemgetter(0), rows[at:]))
        group = rows[at : at + heads + 1]
        if heads and len(group) > heads and sum(height for _, height in group) <= _TALLEST_GROUP:
            yield len(group)
            yield from [1] * heads
            at += len(group)
        else:
            yield 1
            at += 1


def _is_heading(row: tuple[Cell, ...]) -> bool:
    """Whether the row holds the heading of those below it, as a table of two versions prints one."""
    return any(
        isinstance(cell.blocks[0], Paragraph) and _is_strong(cell.blocks[0]) for cell in row if len(cell.blocks) == 1
    )


def _is_strong(paragraph: Paragraph) -> bool:
    return len(paragraph.children) == 1 and isinstance(paragraph.children[0], Strong)


def _height(row: tuple[Cell, ...], shares: tuple[int, ...]) -> int:
    """About how many lines the row takes."""
    breadths = [max(_TABLE_COLUMNS * share // sum(shares), 1) for share in shares]
    return max((_lines_in(cell, breadth) for cell, breadth in zip(row, breadths, strict=False)), default=0)


def _lines_in(cell: Cell, breadth: int) -> int:
    return sum(1 + columns(plain(line)) // breadth for line in lines_of(cell.blocks))


def _number_apart(section: Section) -> tuple[Inlines, Inlines]:
    """The number that a heading opens with and the blank after it, and the rest."""
    if not (section.number and section.heading and isinstance(section.heading[0], Value)):
        return (), section.heading
    number, rest = section.heading[:1], section.heading[1:]
    if rest and isinstance(rest[0], Text) and rest[0].value.startswith(" "):
        return (*number, Text(" ")), (Text(rest[0].value.lstrip()), *rest[1:])
    return number, rest


def _anchors(document: Document) -> Iterator[str]:
    """All that a link may lead to: parts, blocks, and the words that a remark is about."""
    yield from anchors_of((*document.front, *document.sections))
    yield from anchors_in(document.notices)
    if document.remarks:
        for line in lines(document):
            yield from (PLACE + name for node in deep(line) if isinstance(node, Remarked) for name in node.places)
