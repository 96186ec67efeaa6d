"""The words of a printed file in their order, read by another program than the one that wrote them."""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from openwork.rendered import page_of, squeezed

from hoshin.document.edition import edition
from hoshin.document.nodes import Block, Document, Inlines, ListBlock, Notice, Table, plain
from hoshin.document.walk import body_text, lines_of
from hoshin.renderers.pandoc.run import pandoc_path
from hoshin.renderers.pandoc.shapes import pairs

READERS = {"docx": "docx", "odt": "odt", "epub": "epub", "md": "gfm"}
BULLET = re.compile(r"^ *- ", re.MULTILINE)
BLOCK = re.compile(r"(\w+)(?: \".*\")? \((?:block|inline)\):?")
ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")


def expected(document: Document) -> str:
    """Title, notices and body of the tree, without white space."""
    return squeezed(body_text(document))


def expected_of_file(document: Document, name: str) -> str:
    """The same with version and date under the title, where a format has a place for them in its text.

    A book has them on its title page, which pandoc does not read back.
    """
    title = squeezed(plain(document.title))
    under = (
        "" if name in {"md", "epub"} else squeezed("".join(text for pair in edition(document.meta) for text in pair))
    )
    return title + under + expected(document).removeprefix(title)


def expected_of_page(document: Document) -> str:
    """The same without notices, which a page shows apart."""
    notices = squeezed("".join(plain(line) for line in lines_of(document.notices)))
    whole = expected(document)
    title = squeezed(plain(document.title))
    assert whole.startswith(title + notices)
    return title + whole[len(title + notices) :]


def expected_of_text(document: Document) -> str:
    """The same with each row of a table as pairs of head and cell, since plain text has no columns."""
    parts = [plain(document.title), *(plain(line) for line in lines_of(document.notices))]
    for section in document.sections:
        parts.append(plain(section.heading))
        parts += [text for block in section.blocks for text in _paired(block)]
    return squeezed("".join(parts))


def _paired(block: Block) -> Iterator[str]:
    match block:
        case Table():
            yield plain(block.caption)
            for row in block.rows:
                for head, cell in pairs(block, row):
                    yield from _plain(lines_of(head.blocks))
                    yield from (text for inner in cell.blocks for text in _paired(inner))
        case ListBlock(items):
            for item in items:
                yield item.mark
                yield from (text for inner in item.blocks for text in _paired(inner))
        case Notice(_, inner):
            yield from (text for part in inner for text in _paired(part))
        case _:
            yield from _plain(lines_of((block,)))


def _plain(lines: Iterator[Inlines]) -> Iterator[str]:
    return (plain(line) for line in lines)


def of_page(data: bytes) -> str:
    """The words of title and body of an HTML page."""
    page = page_of(data)
    (title,), (body,) = page.all("h1"), page.all(attribute="data-body")
    return squeezed(title.text() + body.text())


def of_text(data: bytes) -> str:
    """The words of a plain text, without the dashes that begin the items of a list."""
    return squeezed(BULLET.sub("", data.decode()))


def of_file(data: bytes, name: str) -> str:
    """The words of a Word file, an OpenDocument text, a book or Markdown as pandoc reads it back."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"policy.{name}"
        file.write_bytes(data)
        command = [pandoc_path(), "-f", READERS[name], "-t", "json", file]
        tree = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    frame = [tree["meta"].get(part, []) for part in ("title", "subtitle")] if name != "epub" else []
    return squeezed("".join([*_words(frame), *_words(tree["blocks"])]))


def of_tags(structure: str, document: Document) -> str:
    """The words of a PDF by its tags, without bullets and what stands before the body alone: version, kickers."""
    blocks = [["", ""]]
    for line in structure.splitlines():
        shown = line.strip()
        if shown.startswith('"'):
            blocks[-1][1] += shown[1:-1]
        elif tag := BLOCK.fullmatch(shown):
            blocks.append([tag[1], ""])
    labels = dict(document.meta.labels)
    front = {squeezed(labels[f"notice-{notice.kind}"]) for notice in document.notices}
    version = squeezed(labels["version"] + document.meta.version)
    kept = [squeezed(text) for tag, text in blocks if not (tag == "Lbl" and text.strip() in {"–", "・"})]
    seen = kept.index(squeezed(plain(document.sections[0].heading)))
    named = {text for text in kept[:seen] if text in front or (document.meta.version and text.startswith(version))}
    return "".join([text for text in kept[:seen] if text not in named] + kept[seen:])


def _words(value: Any) -> Iterator[str]:
    """The characters of a part of pandoc's tree; numbers of lists are counted as the reader of the file sees them."""
    match value:
        case {"t": "Str" | "MetaString", "c": text}:
            yield text
        case {"t": "OrderedList", "c": [[start, style, delimiter], items]}:
            for number, item in enumerate(items, start=start):
                yield _mark(number, style["t"], delimiter["t"])
                yield from _words(item)
        case {"t": "Table", "c": [_, caption, _, *rest]}:
            yield from _words(caption)
            yield from _words(rest)
        case {"t": "Quoted", "c": [kind, inner]}:
            opening, closing = ("“", "”") if kind["t"] == "DoubleQuote" else ("‘", "’")
            yield opening
            yield from _words(inner)
            yield closing
        case {"c": inner}:
            yield from _words(inner)
        case list():
            for part in value:
                yield from _words(part)
        case _:
            pass


def _mark(number: int, style: str, delimiter: str) -> str:
    shown = str(number)
    if style == "LowerAlpha":
        shown = chr(ord("a") + number - 1)
    elif style == "UpperAlpha":
        shown = chr(ord("A") + number - 1)
    elif style == "LowerRoman":
        shown = ROMAN[number]
    before, after = {"TwoParens": ("(", ")"), "OneParen": ("", ")")}.get(delimiter, ("", "."))
    return f"{before}{shown}{after}"
