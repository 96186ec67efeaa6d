"""The chain proves itself: each planted fault is found by the checker that should find it; a good page has none."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import typst
from external import assertions
from external.missing import HERE, ROOT
from external.pages import Job, Visit
from external.pdf_tools import Poppler
from external.tools import Checker
from openwork import rendered

BAD = HERE / "sabotage.html"
GOOD = HERE / "good.html"


def test_the_nu_checker_finds_its_share(java_vnu: Checker) -> None:
    said = java_vnu([BAD])
    errors = " | ".join(item.text for item in said if item.level == "error")
    for fault in ("Duplicate ID", "“li” not allowed", "must have an “alt” attribute"):
        assert fault in errors
    assert any(item.level == "warning" and "lang" in item.text for item in said)
    assert {item.file for item in said} == {"sabotage.html"}


def test_html_validate_finds_its_share(html_validate: Checker) -> None:
    rules = {item.rule for item in html_validate([BAD])}
    assert rules >= {"no-dup-id", "element-permitted-parent", "wcag/h37", "element-required-attributes"}


def test_epubcheck_finds_its_share(epubcheck: Checker, tmp_path: Path) -> None:
    broken = tmp_path / "broken.epub"
    faults = ((b"<dc:language>en</dc:language>", b""), (b'id="contact"', b'id="gone"'))
    data = io.BytesIO(rendered.outputs("epub")["openwork.en.epub"])
    with zipfile.ZipFile(data) as whole, zipfile.ZipFile(broken, "w") as archive:
        for item in whole.infolist():
            content = whole.read(item)
            for good, bad in faults:
                content = content.replace(good, bad)
            archive.writestr(item, content)
    found = {item.rule for item in epubcheck([broken]) if item.level == "error"}
    assert found == {"RSC-005", "RSC-012"}


def test_the_browser_finds_its_share(chromium: Visit) -> None:
    (sight,) = chromium([Job(BAD.as_uri(), 320, 640, actions=("keyboard", "axe"))])
    assert {item.rule for item in sight.violations} >= {"html-has-lang", "image-alt", "listitem", "color-contrast"}
    found = "\n".join(assertions.faults(Job(BAD.as_uri(), 320, 640), sight))
    assert "scrolls sideways: " in found
    assert "requests https://tracker.example/pixel.gif" in found
    assert "its CSP refuses img-src: " in found
    assert "Tab leaves the order of the document" in found
    assert "no focus mark on a#bare #twice" in found


def test_a_wide_window_does_not_scroll(chromium: Visit) -> None:
    (sight,) = chromium([Job(BAD.as_uri(), 1280, 900, actions=())])
    assert (sight.scroll_width, sight.client_width) == (1280, 1280)


def test_a_good_page_is_valid() -> None:
    assertions.assert_html_valid([GOOD])


def test_a_good_page_is_accessible() -> None:
    assertions.assert_accessible([GOOD])


def test_the_keyboard_is_really_asked(chromium: Visit) -> None:
    on, off = chromium([Job(GOOD.as_uri(), javascript=value, actions=("keyboard",)) for value in (True, False)])
    assert on.reached == ("a #main", "a #more", "summary Closed at first")
    assert off.reached == on.reached


def test_pages_are_shown_with_the_fonts_of_the_tool(chromium: Visit, tmp_path: Path) -> None:
    picture = tmp_path / "page.png"
    chromium([Job(GOOD.as_uri(), 320, 640, actions=(), screenshot=str(picture))])
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_an_assertion_names_all_faults_of_a_bad_page() -> None:
    with pytest.raises(AssertionError, match=r"(?s)HTML: .*Duplicate ID.*no-dup-id"):
        assertions.assert_html_valid([BAD])
    with pytest.raises(AssertionError, match=r"(?s)320 px, light: axe .*320 px, dark: axe .*1280 px, light: axe "):
        assertions.assert_accessible([BAD])


def pdf(folder: Path, name: str, source: str, standards: list[str] | None) -> Path:
    style = folder / f"{name}.typ"
    style.write_text(source, encoding="utf-8")
    path = folder / f"{name}.pdf"
    standards = standards or []
    path.write_bytes(
        typst.compile(style, ignore_system_fonts=True, pdf_standards=standards, pdf_tags=bool(standards), timestamp=0)
    )
    return path


@pytest.fixture(scope="module")
def good_pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    source = """#set document(title: "A sheet without faults", author: "Nobody")
#set text(lang: "en", font: "Libertinus Serif")
= A sheet without faults
Text.
== More
Text with a #link("https://example.com/")[link].
"""
    return pdf(tmp_path_factory.mktemp("pdf"), "good", source, ["a-3a", "ua-1"])


def test_a_good_pdf_is_accessible(good_pdf: Path) -> None:
    assertions.assert_pdf_accessible([good_pdf])


def test_poppler_reads_what_is_there(good_pdf: Path, poppler: Poppler, tmp_path: Path) -> None:
    assert poppler.info(good_pdf)["Title"] == "A sheet without faults"
    assert (
        poppler.text(good_pdf).split()
        == "A sheet without faults Text. More Text with a link .".replace(" .", ".").split()
    )
    assert poppler.attachments(good_pdf) == ()
    assert "H1" in poppler.structure(good_pdf)
    assert {font.type for font in poppler.fonts(good_pdf)} == {"CID Type 0C"}
    assert len(poppler.picture(good_pdf, tmp_path)) == 1


def test_a_pdf_without_tags_title_and_marks_is_refused(tmp_path: Path) -> None:
    bad = pdf(tmp_path, "bad", "No title, no heading.", None)
    with pytest.raises(AssertionError) as caught:
        assertions.assert_pdf_accessible([bad])
    for fault in (
        "DOC-002",
        "UA-01-005",
        "is not tagged",
        "has no title",
        "lacks the mark of PDF/A-3a",
        "lacks the mark of PDF/UA-1",
    ):
        assert fault in str(caught.value)


def test_a_broken_pdf_is_refused(good_pdf: Path, tmp_path: Path) -> None:
    torn = tmp_path / "torn.pdf"
    torn.write_bytes(good_pdf.read_bytes()[:-400])
    assert "torn.pdf: qpdf: " in "\n".join(assertions.damage([torn]))


ONE_TEST = """
import pytest
from external import missing
def test_needs_a_program():
    missing.program("no-such-program", remedy="build it")
"""


@pytest.mark.parametrize(("ci", "code", "words"), [
    ("", 0, "no-such-program: 1 test (build it)"),
    ("true", 1, "no-such-program is missing (build it); with CI=true nothing is left out"),
])  # fmt: skip
def test_a_missing_program_is_named_and_is_an_error_in_ci(tmp_path: Path, ci: str, code: int, words: str) -> None:
    (tmp_path / "test_one.py").write_text(ONE_TEST, encoding="utf-8")
    (tmp_path / "conftest.py").write_text(
        (ROOT / "tests" / "conftest.py").read_text(encoding="utf-8"), encoding="utf-8"
    )
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "--rootdir", tmp_path, tmp_path],
        env={**os.environ, "CI": ci, "PYTHONPATH": str(ROOT / "tests")},
        check=False, capture_output=True, encoding="utf-8", cwd=tmp_path,
    )  # fmt: skip
    assert done.returncode == code
    assert words in done.stdout
