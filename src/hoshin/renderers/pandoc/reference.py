"""The shipped look of Word and OpenDocument files as documents to begin one's own look from."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from hoshin.document.nodes import Cell, Document, Item, ListBlock, Meta, Paragraph, Section, Table, Text
from hoshin.renderers.look import Look
from hoshin.renderers.pandoc.render import docx, odt

_WRITERS: Final = MappingProxyType(
    {"renderers/docx/reference.docx": docx, "renderers/odt/reference.odt": odt},
)
REFERENCES: Final = tuple(_WRITERS)
"""Paths of these documents in a project."""
_DEPTH: Final = 4
"""Levels of list items that have a style of their own."""


def reference(path: str) -> bytes:
    """A document that has every style in use: a project changes its styles, and each output takes them over."""
    word = Text("a")
    cell = Cell((Paragraph((word,)),))
    blocks = (Paragraph((word,)), Paragraph((word,), at_end=True), _items(1), Table((word,), (cell,), ((cell,),)))
    sample = Document("policy", "ja", (word,), Meta("reference"), (Section("s", (word,), blocks),))
    return _WRITERS[path](sample, Look())


def _items(level: int) -> ListBlock:
    first = Paragraph((Text("a"),))
    inner = (_items(level + 1),) if level < _DEPTH else ()
    bullets = ListBlock((Item((first,)),))
    return ListBlock((Item((first, *inner, first, bullets), "ア"),), ordered=True)
