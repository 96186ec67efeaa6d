"""OpenWork's pages and PDFs before the checkers, and the original's words in the PDF."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from external.assertions import assert_accessible, assert_html_valid, assert_pdf_accessible
from external.pdf_tools import poppler
from openwork import rendered, seed


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("openwork")
    for name, data in {**rendered.outputs("html", "pdf"), **rendered.form_pages()}.items():
        (place / name).write_bytes(data)
    return place


def pages(folder: Path) -> list[Path]:
    return [folder / f"{name}.{lang}.html" for name in ("openwork", "openwork-inquiry") for lang in rendered.LANGUAGES]


def files(folder: Path) -> list[Path]:
    return [folder / f"openwork.{lang}.pdf" for lang in rendered.LANGUAGES]


def test_pages_are_valid(folder: Path) -> None:
    assert_html_valid(pages(folder))


def test_pages_are_accessible_in_every_state(folder: Path) -> None:
    assert_accessible(pages(folder))


def test_pdfs_are_accessible_archives(folder: Path) -> None:
    assert_pdf_accessible(files(folder))


def test_the_english_pdf_has_the_words_of_the_original_in_order(folder: Path) -> None:
    assert _body(poppler().text(files(folder)[0])) == list(seed.words())


_FRAME = re.compile(r"^(?:OpenWork Inc\.\s*)?\d+ ?/ ?\d+$|^OpenWork Inc\.$")
_MARK = re.compile(r"^(?:\d+\.|•|-|–)(?:\s+|$)")


def _body(text: str) -> list[str]:
    """Words of the pages without running heads and feet, heading numbers and list marks."""
    found: list[str] = []
    for number, page in enumerate(text.split("\f")):
        lines = [line for line in page.split("\n") if line.strip()]
        if number and lines and lines[0].strip() == "Privacy Policy of OpenWork":
            lines = lines[1:]
        while lines and _FRAME.match(lines[-1].strip()):
            lines = lines[:-1]
        found += [word for line in lines for word in _MARK.sub("", line.strip()).split()]
    return found


def test_the_policy_as_json_is_attached(folder: Path) -> None:
    for lang, file in zip(rendered.LANGUAGES, files(folder), strict=True):
        assert poppler().attachments(file) == (f"openwork.{lang}.json",)
