"""Every document of OpenWork and the examples as a reader has it: valid books, no word of the machine in a text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from external.assertions import report
from external.tools import epubcheck
from test_same_words import LANGUAGES, NAMED, TEXTS, made, trees

from hoshin.document.walk import body_text

DOCUMENTS = sorted({(folder, name) for folder, name, _ in TEXTS})
MACHINE = re.compile(r"\{|\}|\b[a-z]+(?:_[a-z0-9]+)+\b|\b(?:None|null|True|False)\b")
"""Placeholders, names of fields and of closed lists, values of programs."""
COOKIES = {"mar_session", "mar_lang", "td_lang", "td_basket"}
"""Names that the browser shows."""


@NAMED
def test_no_word_of_the_machine_stands_in_a_text(folder: Path, name: str, lang: str) -> None:
    tree = trees(folder, name)[lang]
    labels = "\n".join(text for _, text in tree.meta.labels)
    assert set(MACHINE.findall(body_text(tree))) <= COOKIES
    assert set(MACHINE.findall(re.sub(r"\{[a-z-]+\}", "", labels))) == set()


@pytest.mark.external
@pytest.mark.parametrize(("folder", "name"), DOCUMENTS, ids=lambda value: getattr(value, "name", value))
def test_books_are_valid(folder: Path, name: str, tmp_path: Path) -> None:
    files = [tmp_path / f"{name}.{lang}.epub" for lang in LANGUAGES]
    for file, lang in zip(files, LANGUAGES, strict=True):
        file.write_bytes(made(folder, name, ("epub",))[f"{lang}.epub"])
    report("EPUB", epubcheck()(files))
