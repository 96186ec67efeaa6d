"""Rows of a query as a table for people, as JSON and as CSV for programs."""

from __future__ import annotations

import csv
import io
import json

from hoshin.cli.reports.grid import grid
from hoshin.cli.words import column_words, query_words
from hoshin.kernel.regex import regex
from hoshin.query.rows import MATRIX, Plain, Row, Rows

_BRIEF: dict[str, tuple[str, ...]] = {
    MATRIX: ("purpose", "data", "basis", "recipient", "retention"),
    "data": ("id", "category", "title", "dpv"),
    "dates": ("id", "value"),
    "definitions": ("id", "term"),
    "controller": ("legal_name", "email"),
    "contacts": ("id", "title", "email"),
    "officers": ("id", "role", "title"),
    "jurisdictions": ("id", "law", "title"),
    "sites": ("id", "url"),
    "purposes": ("id", "title", "kind"),
    "legal-bases": ("id", "basis", "purposes", "data"),
    "recipients": ("id", "title", "role", "purposes"),
    "transfers": ("id", "title", "country"),
    "retention": ("id", "title", "period"),
    "rights": ("id", "title", "right"),
    "commitments": ("id", "title", "polarity", "acts"),
    "choices": ("id", "title", "kind", "of"),
    "children": ("min_age",),
    "references": ("id", "title", "url"),
}
"""Columns of the table on a terminal; JSON and CSV have all."""
_FORMULA = regex(r"^[=@\t\r]|^[+-](?![0-9 ()-]+$)")
"""What a spreadsheet program would run as a formula; telephone numbers and negative numbers are not meant."""


def as_table(rows: Rows, found: tuple[Row, ...], language: str) -> str:
    """A table of the main columns, or the sentence that says why there is none."""
    if not found:
        return _why_empty(rows, language) + "\n"
    columns = _BRIEF.get(rows.noun) or tuple(key for key in ("id", "title", "kind", "text") if key in rows.columns)
    columns = columns or rows.columns
    words = column_words(language)
    nothing = query_words(language)["nothing-linked"] if rows.noun == MATRIX else ""
    body = [[_shown(row.fields.get(key)) or nothing for key in columns] for row in found]
    return grid([words.get(key, key) for key in columns], body)


def _why_empty(rows: Rows, language: str) -> str:
    words = query_words(language)
    if rows.rows:
        return words["no-match"].format(noun=rows.noun)
    if rows.absence is not None and rows.absence.status != "unknown":
        return words["none"].format(noun=rows.noun, reason=rows.absence.reason or "").strip()
    return words["not-stated"].format(noun=rows.noun)


def _shown(value: Plain) -> str:
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case list():
            return ", ".join(_shown(item) for item in value)
        case dict():
            return str(value.get("id") or value.get("data") or json.dumps(value, ensure_ascii=False, sort_keys=True))
        case _:
            return " ".join(str(value).split())


def as_json(rows: Rows, found: tuple[Row, ...], _: str) -> str:
    """Everything that is known of each row: path, place, the units that tell it, its fields."""
    answer = {
        "noun": rows.noun,
        "stated": rows.stated,
        "absence": rows.absence.model_dump(mode="json", exclude_none=True) if rows.absence else None,
        "count": len(found),
        "rows": [
            {
                "path": row.path,
                "file": row.place.file if row.place else None,
                "line": row.place.line if row.place else None,
                "column": row.place.column if row.place else None,
                "stated_in": list(row.stated_in),
                "fact": dict(row.fields),
            }
            for row in found
        ],
    }
    return json.dumps(answer, ensure_ascii=False, indent=2) + "\n"


def as_csv(rows: Rows, found: tuple[Row, ...], _: str) -> str:
    """One line a row with all columns; lists are joined by semicolons, nested values are JSON."""
    columns = tuple(dict.fromkeys(key for row in found for key in row.fields)) or rows.columns
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["path", "file", "line", *columns])
    for row in found:
        place = [row.place.file, row.place.line] if row.place else ["", ""]
        writer.writerow([row.path, *place, *(_cell(row.fields.get(key)) for key in columns)])
    return out.getvalue()


def _cell(value: Plain) -> str:
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case list() if all(isinstance(item, str) for item in value):
            text = ";".join(str(item) for item in value)
        case list() | dict():
            text = json.dumps(value, ensure_ascii=False, sort_keys=True)
        case _:
            text = str(value)
    return f"'{text}" if _FORMULA.match(text) else text
