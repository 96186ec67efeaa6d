"""Both versions of a document in one, and side by side, as people read them in both languages.

`old` and `new` hold only what the case is about; the rest comes from one minimal policy. `old-ja` and `new-ja` are
translations by unit id.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cases_verbs.diff import japanese, loaded, translation
from msgspec import to_builtins

from hoshin.diff.change import Report
from hoshin.diff.matrix_delta import matrix_delta, signed
from hoshin.diff.run import diff
from hoshin.document.changelog import Wordings, told
from hoshin.document.nodes import (
    Address,
    Block,
    Break,
    Changed,
    Deleted,
    Document,
    Heading,
    Inline,
    Inlines,
    Inserted,
    ListBlock,
    Notice,
    Paragraph,
    Remarked,
    Table,
    Text,
)
from hoshin.document.policy import policy_document
from hoshin.document.redline_view import Versions, redline_document
from hoshin.document.side_by_side import side_by_side
from hoshin.document.sides import joined, mark_of, spaced
from hoshin.policy.load import Loaded
from hoshin.translations.catalogues import words
from hoshin.translations.locale import read_locale

INPUTS = frozenset({"old", "new", "old-ja", "new-ja"})
SIGNS = {Deleted: ("[-", "-]"), Inserted: ("{+", "+}"), Changed: ("_", "_")}
TERMS = ("個人データ", "個人情報")


def run(blocks: dict[str, str]) -> dict[str, str]:
    """`en`, `ja`: the redline; `table-en`, `table-ja`: both versions side by side; `matrix`: rows that came and went.

    Deleted words stand in [- -], inserted ones in {+ +}, underlined ones in _ _; [1] is the number of a change.
    """
    old, new = loaded(blocks["old"]), loaded(blocks["new"])
    texts = {role: translation(blocks.get(role, "")) for role in ("old-ja", "new-ja")}
    report = diff(old, new)
    rows = [f"{sign} {_row(to_builtins(row))}" for sign, row in signed(matrix_delta(old, new))]
    made = {"matrix": "\n".join(rows) or "the same"}
    for language in ("en", "ja"):
        sides = (old, new) if language == "en" else (japanese(old, texts["old-ja"]), japanese(new, texts["new-ja"]))
        redlined, table = views(report, sides, language)
        made[language] = "\n".join(shown(redlined))
        made[f"table-{language}"] = "\n".join(shown(table))
    return made


def _row(parts: Mapping[str, str]) -> str:
    return " · ".join(part or "–" for part in parts.values())


def views(report: Report, sides: tuple[Loaded, Loaded], language: str) -> tuple[Document, Document]:
    locale, frame = read_locale(language, None), words(language, "document")
    ready = told(*sides, locale, Wordings(words(language, "changes"), frame))
    terms = TERMS if language == "ja" else ()
    versions = Versions(*(policy_document(side, locale, frame) for side in sides), terms)
    return redline_document(report, versions, ready), side_by_side(report, versions, ready, sides[1])


def shown(document: Document) -> Iterator[str]:
    yield line(document.title)
    for section in document.sections:
        if section.heading:
            yield f"\n{line(section.heading)}"
        for block in section.blocks:
            yield from lines(block, "")


def lines(block: Block, indent: str) -> Iterator[str]:
    match block:
        case Paragraph(children) | Heading(children):
            yield indent + line(children)
        case ListBlock(items):
            for item in items:
                mark = line(spaced(mark_of(item))) or "- "
                inner = [text for part in item.blocks for text in lines(part, f"{indent}  ")]
                first, *rest = inner or [""]
                yield f"{indent}{mark}{first.removeprefix(indent + '  ')}"
                yield from rest
        case Address(parts):
            yield from (indent + text for text in line(joined(parts)).split("\n"))
        case Table(caption, head, rows):
            yield indent + line(caption)
            for row in (head, *rows):
                cells = [" / ".join(text for part in cell.blocks for text in lines(part, "")) for cell in row]
                yield f"{indent}| {' | '.join(cells)} |"
        case Notice(_, inner):
            for part in inner:
                yield from lines(part, indent)


def line(children: Inlines) -> str:
    return "".join(mark(node) for node in children)


def mark(node: Inline) -> str:
    match node:
        case Text(value):
            return value
        case Break():
            return "\n"
        case Remarked(children, remarks):
            return line(children) + f"[{len(remarks)} change]" * bool(remarks)
        case _:
            before, after = SIGNS.get(type(node), ("", ""))
            return f"{before}{line(node.children)}{after}"
