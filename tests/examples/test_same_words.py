"""Every document of OpenWork and the examples says the same words in every format, in the same order."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import words_of
from external.pdf_tools import poppler
from projects import EXAMPLES, HOME, snapshot

from hoshin.document.nodes import Document
from hoshin.kernel.overlay import Overlay
from hoshin.publish.build import build, documents, timestamp
from hoshin.publish.opening import open_document
from hoshin.renderers.look import Look

LANGUAGES = ("en", "ja")
FOLDERS = (*EXAMPLES, HOME)
TEXTS = [(folder, name, lang) for folder in FOLDERS for name in snapshot(folder).documents() for lang in LANGUAGES]
NAMED = pytest.mark.parametrize(("folder", "name", "lang"), TEXTS, ids=lambda value: getattr(value, "name", value))
FORMATS = ("html", "txt", "md", "docx", "odt", "epub")


@cache
def trees(folder: Path, name: str) -> dict[str, Document]:
    """The trees of a document by language."""
    return {tree.lang: tree for tree in documents(open_document(snapshot(folder), name), LANGUAGES)}


@cache
def made(folder: Path, name: str, formats: tuple[str, ...]) -> dict[str, bytes]:
    """The files of a document by language and format (`ja.docx`)."""
    look = Look(Overlay(folder), timestamp(open_document(snapshot(folder), name).loaded))
    outputs = build(tuple(trees(folder, name).values()), formats, look)
    return {output.name.removeprefix(f"{name}."): output.data for output in outputs}


@NAMED
def test_every_format_has_the_words_of_the_tree_in_order(folder: Path, name: str, lang: str) -> None:
    tree, files = trees(folder, name)[lang], made(folder, name, FORMATS)
    assert words_of.of_page(files[f"{lang}.html"]) == words_of.expected_of_page(tree)
    assert words_of.of_text(files[f"{lang}.txt"]) == words_of.expected_of_text(tree)
    for kind in words_of.READERS:
        assert words_of.of_file(files[f"{lang}.{kind}"], kind) == words_of.expected_of_file(tree, kind), kind


@pytest.mark.external
@NAMED
def test_the_tagged_text_of_a_pdf_has_the_words_of_the_tree(folder: Path, name: str, lang: str, tmp_path: Path) -> None:
    file, tree = tmp_path / "policy.pdf", trees(folder, name)[lang]
    file.write_bytes(made(folder, name, ("pdf",))[f"{lang}.pdf"])
    assert words_of.of_tags(poppler().structure(file), tree) == words_of.expected(tree)
