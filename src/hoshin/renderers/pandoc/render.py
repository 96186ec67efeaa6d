"""Word, OpenDocument, EPUB, Markdown and plain text: one output by one call, many by `jobs` and `convert`."""

from __future__ import annotations

from datetime import UTC
from pathlib import Path

from hoshin.document.nodes import Document
from hoshin.renderers.look import Look
from hoshin.renderers.pandoc.dialect import DIALECTS
from hoshin.renderers.pandoc.run import PandocJob, convert
from hoshin.renderers.pandoc.tree import tree

_REFERENCES = {"docx": "renderers/docx/reference.docx", "odt": "renderers/odt/reference.odt"}


def job(document: Document, look: Look, name: str) -> PandocJob:
    """What pandoc shall do for the format `name` (`docx`, `odt`, `epub`, `md`, `txt`)."""
    dialect = DIALECTS[name]
    date = "" if look.timestamp is None else look.timestamp.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    author = look.author or document.meta.company
    made = tree(document, dialect, author, date)
    return PandocJob(made, dialect.writer, look.timestamp, _reference(name, look))


def _reference(name: str, look: Look) -> Path | None:
    """The project's own reference document; without one pandoc's counts."""
    try:
        return look.overlay.find(_REFERENCES[name]) if name in _REFERENCES else None
    except FileNotFoundError:
        return None


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
