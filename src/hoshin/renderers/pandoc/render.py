"""Word, OpenDocument, EPUB, Markdown and plain text: one output by one call, many by `jobs` and `convert`."""

from __future__ import annotations

import json
from datetime import UTC
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from hoshin.document.nodes import Document
from hoshin.kernel.errors import HoshinError
from hoshin.renderers.look import Look
from hoshin.renderers.pandoc.dialect import DIALECTS
from hoshin.renderers.pandoc.run import PandocJob, convert
from hoshin.renderers.pandoc.tree import tree

_REFERENCES = {
    "docx": ("renderers/docx/reference.docx", "word/styles.xml"),
    "odt": ("renderers/odt/reference.odt", "styles.xml"),
}
"""The file of a project's own look, and the part of it that pandoc takes over."""
_MOST = 50_000_000
"""Bytes of all parts of such a file when they are unpacked."""


def job(document: Document, look: Look, name: str) -> PandocJob:
    """What pandoc shall do for the format `name` (`docx`, `odt`, `epub`, `md`, `txt`)."""
    dialect = DIALECTS[name]
    date = "" if look.timestamp is None else look.timestamp.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    author = look.author or document.meta.company
    made = json.dumps(tree(document, dialect, author, date), ensure_ascii=False)
    broad = document.kind == "comparison"
    return PandocJob(made, dialect.writer, look.timestamp, _reference(name, look), broad)


def _reference(name: str, look: Look) -> Path | None:
    """The project's own reference document; without one pandoc's counts.

    Raises HoshinError `reference-broken` for a file that is no such document, `look-outside`.
    """
    if name not in _REFERENCES:
        return None
    relative, part = _REFERENCES[name]
    try:
        path = look.overlay.look(relative)
    except FileNotFoundError:
        return None
    try:
        with ZipFile(path) as archive:
            whole = part in archive.namelist() and sum(item.file_size for item in archive.infolist()) <= _MOST
    except (OSError, BadZipFile):
        whole = False
    if not whole:
        raise HoshinError("reference-broken", file=relative)
    return path


def docx(document: Document, look: Look) -> bytes:
    """A Word file; inserted and deleted words are revisions that Word can accept or reject."""
    return _one(document, look, "docx")


def odt(document: Document, look: Look) -> bytes:
    """An OpenDocument text."""
    return _one(document, look, "odt")


def epub(document: Document, look: Look) -> bytes:
    """An EPUB 3."""
    return _one(document, look, "epub")


def markdown(document: Document, look: Look) -> bytes:
    """GitHub-flavoured Markdown, UTF-8."""
    return _one(document, look, "md")


def text(document: Document, look: Look) -> bytes:
    """Plain text, UTF-8, a line a paragraph."""
    return _one(document, look, "txt")


def _one(document: Document, look: Look, name: str) -> bytes:
    return convert((job(document, look, name),))[0]
