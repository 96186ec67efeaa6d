"""Redlines, comparison tables and changelogs before the checkers; tracked changes in LibreOffice's own hands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from external.assertions import assert_accessible, assert_html_valid, assert_pdf_accessible
from external.pages import Job, chromium
from external.pdf_tools import poppler
from external.tools import Settling, settle, soffice
from msgspec.structs import replace
from two_versions import LANGUAGES, PAIRS, files, look, made, sides

from hoshin.publish.comparison_views import VIEWS
from hoshin.renderers.pandoc.render import docx

ACCEPT, REJECT = ".uno:AcceptAllTrackedChanges", ".uno:RejectAllTrackedChanges"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("changes")
    for view in VIEWS:
        for name, data in files(view, "html", "pdf", audience="engineers" if view == "changelog" else "legal"):
            (place / name).write_bytes(data)
    return place


def test_pages_are_valid(folder: Path) -> None:
    pages = sorted(folder.glob("*.html"))
    assert len(pages) == len(PAIRS) * len(VIEWS) * len(LANGUAGES)
    assert_html_valid(pages)


@pytest.mark.parametrize("project", ["openwork", "tandem"])
def test_pages_are_accessible_in_every_state(folder: Path, project: str) -> None:
    """Axe cannot judge the contrast of what a scroll box hides, nor that of a single sign."""
    assert_accessible(sorted(folder.glob(f"{project}-*.html")), unsure={"color-contrast"})


def test_a_link_to_changed_words_stands_on_one_line(folder: Path) -> None:
    """本文で見る parted after 本文で reads as two links. No screen scrolls sideways for it."""
    pages = sorted(folder.glob("*-redline.*.html"))
    widths = (320, 360, 480, 768, 1280)
    seen = chromium()([Job(page.as_uri(), width, actions=()) for page in pages for width in widths])
    assert [words for sight in seen for words in sight.broken] == []
    assert {sight.scroll_width - sight.client_width for sight in seen} == {0}


def test_pdfs_are_accessible_archives(folder: Path) -> None:
    assert_pdf_accessible(sorted(folder.glob("*.pdf")))


def test_the_marks_of_a_pdf_redline_can_be_extracted(folder: Path) -> None:
    text = re.sub(r"\s", "", poppler().text(folder / "openwork-openwork-redline.en.pdf"))
    assert "usually[−10−][+7+]years" in text
    assert "[−requesttherestrictionofprocessingofyourPersonalData" in text


def test_libreoffice_accepts_to_the_new_text_and_rejects_to_the_old(tmp_path: Path) -> None:
    """Comments are left out: LibreOffice without windows cannot show them (its `annotation.ui` is not installed)."""
    jobs: list[Settling] = []
    expected: list[tuple[Path, Path]] = []
    for pair in PAIRS:
        for document in made(pair, "redline"):
            name, plain = f"{pair.split('/')[0]}.{document.lang}", sides(pair, document.lang)
            redline = tmp_path / f"{name}.redline.docx"
            redline.write_bytes(docx(replace(document, remarks=()), look(pair)))
            for command, side, kind in ((ACCEPT, plain.new, "new"), (REJECT, plain.old, "old")):
                own = tmp_path / f"{name}.{kind}.docx"
                bare = replace(side, meta=replace(side.meta, version="", effective=""))  # a redline is of two versions
                own.write_bytes(docx(bare, look(pair)))
                texts = tmp_path / f"{name}.{kind}.settled.txt", tmp_path / f"{name}.{kind}.txt"
                jobs += [(redline, texts[0], command), (own, texts[1], "-")]
                expected.append(texts)
    settle()(jobs, tmp_path)
    for settled, own in expected:
        assert lines(settled) == lines(own), settled.name


def lines(file: Path) -> list[str]:
    """Lines without what only the layout of a list adds: blanks, signs of bullets."""
    text = file.read_text(encoding="utf-8").replace("\t", " ")
    return [re.sub(r"^\s*(?:[•◦▪–] ?)?", "", line) for line in text.split("\n")]


@pytest.mark.parametrize("view", VIEWS)
def test_libreoffice_opens_every_view_with_its_comments(view: str, tmp_path: Path) -> None:
    for name, data in files(view, "docx", audience="legal"):  # type: ignore[arg-type] # one of VIEWS
        if name.startswith("hinata"):
            source = tmp_path / name
            source.write_bytes(data)
            assert poppler().info(soffice()(source, "pdf", tmp_path))["Pages"] != "0"
