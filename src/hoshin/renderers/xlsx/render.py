"""The tables of a document as a workbook: one sheet a table, texts as texts, inserted and deleted words as such."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from typing import Any, Final

from xlsxwriter.workbook import Workbook

from hoshin.document.nodes import Blocks, Deleted, Document, Inlines, Inserted, Paragraph, Table, Text, plain
from hoshin.renderers.look import Look

_WIDTHS: Final = (34, 52, 52, 18, 44)
_LONGEST: Final = 32_000
"""Characters of a cell; Excel takes 32,767."""
_BEGINNING: Final = datetime(1980, 1, 1, tzinfo=UTC)
"""The date of a file that carries none: the zip format knows no earlier one."""
_FONT: Final = "Yu Gothic"


def render(document: Document, look: Look) -> bytes:
    """The same document gives the same bytes. No cell is a formula or a link, whatever its text looks like."""
    out = BytesIO()
    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    created = (look.timestamp or _BEGINNING).replace(tzinfo=None)
    book.set_properties({"title": plain(document.title), "created": created})
    styles = {
        "head": book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "font_name": _FONT}),
        "cell": book.add_format({"text_wrap": True, "valign": "top", "font_name": _FONT}),
        "new": book.add_format({"underline": 1, "font_color": "#00632b", "font_name": _FONT}),
        "old": book.add_format({"font_strikeout": True, "font_color": "#a11212", "font_name": _FONT}),
    }
    for section in document.sections:
        for number, table in enumerate(_tables(section.blocks), start=1):
            _sheet(book, table, f"{section.id}-{number}"[:31], styles)
    book.close()
    return out.getvalue()


def _tables(blocks: Blocks) -> Iterator[Table]:
    yield from (block for block in blocks if isinstance(block, Table))


def _sheet(book: Workbook, table: Table, name: str, styles: dict[str, Any]) -> None:
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    for column in range(len(table.head)):
        sheet.set_column(column, column, _WIDTHS[min(column, len(_WIDTHS) - 1)], styles["cell"])
    for column, cell in enumerate(table.head):
        sheet.write_string(0, column, plain(_words(cell.blocks)), styles["head"])
    for row, cells in enumerate(table.rows, start=1):
        for column, cell in enumerate(cells):
            _write(sheet, (row, column), _words(cell.blocks), styles)
    sheet.autofilter(0, 0, len(table.rows), max(0, len(table.head) - 1))


def _write(sheet: Any, at: tuple[int, int], words: Inlines, styles: dict[str, Any]) -> None:  # noqa: ANN401 - the library has no types
    runs = list(_runs(words, ""))
    text = "".join(run for run, _ in runs)
    if len(runs) > 1 and any(style for _, style in runs) and len(text) <= _LONGEST:
        pieces: list[Any] = []
        for run, style in runs:
            pieces += [styles[style], run] if style else [run]
        sheet.write_rich_string(*at, *pieces, styles["cell"])
    else:
        sheet.write_string(*at, text[:_LONGEST], styles[runs[0][1]] if runs and runs[0][1] else styles["cell"])


def _runs(words: Inlines, style: str) -> Iterator[tuple[str, str]]:
    for node in words:
        match node:
            case Text(value):
                if value:
                    yield value, style
            case Inserted(children):
                yield from _runs(children, "new")
            case Deleted(children):
                yield from _runs(children, "old")
            case _:
                inner = getattr(node, "children", None)
                yield from _runs(inner, style) if inner is not None else ((" ", style),)


def _words(blocks: Blocks) -> Inlines:
    return tuple(node for block in blocks if isinstance(block, Paragraph) for node in block.children)
