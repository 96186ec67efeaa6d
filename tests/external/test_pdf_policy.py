"""OpenWork's policy as PDF in both languages, as poppler, qpdf, outloud and pdfua read it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from external.assertions import assert_pdf_accessible
from external.pdf_tools import Poppler
from external.tools import run
from openwork import rendered

from hoshin.document.nodes import Cell, Document, Heading, Meta, Paragraph, Section, Table, Text, plain
from hoshin.document.walk import body_text
from hoshin.kernel.overlay import Overlay
from hoshin.renderers.look import Look
from hoshin.renderers.pdf.render import render

HOSTILE = "#let $a$ {{x}} {% y %} *b* _c_ \\ \\u{41} @ref <l> // z /* w */ `d` = e [f] ~ -- '\" #include"
NO_LINE_START = frozenset(
    "、。，．・：；？！ー々〻ゝゞヽヾ）」』】\u3015〉》\uff3d\uff5dぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ〜\uff05"
)
NO_LINE_END = frozenset("（「『【\u3014〈《\uff3b\uff5b〒第")
BULLETS = re.compile(r"^[–・] ?", re.MULTILINE)
LOOK_ALIKES = re.compile("[\u2e80-\u2fdf]")
LANGUAGES = ("en", "ja")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both PDF files."""
    made = tmp_path_factory.mktemp("pdf")
    for name, data in rendered.outputs("pdf").items():
        (made / name).write_bytes(data)
    return made


def pdf(folder: Path, lang: str) -> Path:
    return folder / f"openwork.{lang}.pdf"


def body(poppler: Poppler, path: Path, document: Document) -> str:
    """The text of all pages without header, footer, kickers of notices, bullets and white space."""
    return "".join(
        line
        for number, page in enumerate(poppler.text(path).rstrip("\f").split("\f"))
        for line in _page(page, document, later=number > 0)
    )


def _page(page: str, document: Document, *, later: bool) -> list[str]:
    lines = [rendered.squeezed(BULLETS.sub("", line)) for line in page.splitlines()]
    lines = [line for line in lines if line]
    header = [lines.pop(0)] if later else []
    number, company = lines.pop(), lines.pop()
    title, name = (rendered.squeezed(text) for text in (plain(document.title), document.meta.company))
    assert (header, company) == ([title] * later, name)
    assert re.fullmatch(r"\d/\d", number)
    labels = dict(document.meta.labels)
    kickers = {labels[f"notice-{notice.kind}"] for notice in document.notices}
    return [line for line in lines if line not in kickers]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_text_is_that_of_the_tree(folder: Path, poppler: Poppler, lang: str) -> None:
    tree = rendered.trees()[lang]
    assert body(poppler, pdf(folder, lang), tree) == rendered.squeezed(body_text(tree))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_window_of_twelve_characters_can_be_found(folder: Path, poppler: Poppler, lang: str) -> None:
    tree = rendered.trees()[lang]
    shown = body(poppler, pdf(folder, lang), tree)
    source = rendered.squeezed(body_text(tree))
    assert [source[at : at + 12] for at in range(len(source) - 11) if source[at : at + 12] not in shown] == []
    assert LOOK_ALIKES.findall(poppler.text(pdf(folder, lang))) == []


def test_the_number_of_an_article_is_one_word(folder: Path, poppler: Poppler) -> None:
    text = poppler.text(pdf(folder, "ja"))
    assert [f"第{number}条" in text for number in range(1, 12)] == [True] * 11


def test_no_line_begins_or_ends_where_japanese_must_not(folder: Path) -> None:
    laid_out = run("pdftotext", "-layout", pdf(folder, "ja"), "-").stdout
    lines = [line.strip() for line in laid_out.replace("\f", "\n").split("\n") if line.strip()]
    assert [line for line in lines if line[0] in NO_LINE_START - {"・"}] == []
    assert [line for line in lines if line[-1] in NO_LINE_END] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_title_language_tags_and_date(folder: Path, poppler: Poppler, lang: str) -> None:
    info, tree = poppler.info(pdf(folder, lang)), rendered.trees()[lang]
    assert (info["Title"], info["Author"], info["Tagged"]) == (plain(tree.title), tree.meta.company, "yes")
    assert info["CreationDate"].startswith("1970-01-01T00:00:00")
    assert f"<rdf:li>{ {'en': 'en', 'ja': 'ja-JP'}[lang] }</rdf:li>" in poppler.metadata(pdf(folder, lang))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_fonts_are_embedded_and_only_those_of_the_packages(folder: Path, poppler: Poppler, lang: str) -> None:
    fonts = poppler.fonts(pdf(folder, lang))
    assert [font for font in fonts if not font.embedded or not font.unicode or font.type == "Type 3"] == []
    assert {re.sub(r"^[A-Z]{6}\+", "", font.name).split("-")[0] for font in fonts} == {
        "en": {"SourceSerif4Roman", "SourceSans3"},
        "ja": {"NotoSerifJP", "NotoSansJP", "NotoSansCJKjp"},
    }[lang]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_attachment_is_the_policy(folder: Path, poppler: Poppler, tmp_path: Path, lang: str) -> None:
    path, saved = pdf(folder, lang), tmp_path / "policy.json"
    assert poppler.attachments(path) == (f"openwork.{lang}.json",)
    run("pdfdetach", "-save", "1", "-o", saved, path)
    assert saved.read_text(encoding="utf-8") == rendered.trees()[lang].data


@pytest.mark.parametrize("lang", LANGUAGES)
def test_bookmarks_are_the_title_and_the_sections(folder: Path, qpdf: Callable[[Path], str], lang: str) -> None:
    assert qpdf(pdf(folder, lang)) == ""
    tree = rendered.trees()[lang]
    outlines = json.loads(run("qpdf", "--json", "--json-key=outlines", pdf(folder, lang)).stdout)["outlines"]
    (top,) = outlines
    assert top["title"] == plain(tree.title)
    assert [kid["title"] for kid in top["kids"]] == [plain(section.heading) for section in tree.sections]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_one_first_heading_and_a_second_one_for_each_section(folder: Path, poppler: Poppler, lang: str) -> None:
    found = re.findall(r"^ *(H\d) ", poppler.structure(pdf(folder, lang)), re.MULTILINE)
    sections = len(rendered.trees()[lang].sections)
    assert (found.count("H1"), found.count("H2"), found[0]) == (1, sections, "H1")
    assert [pair for pair in pairwise(found) if int(pair[1][1]) > int(pair[0][1]) + 1] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_marks_of_numbered_lists_are_labels(folder: Path, poppler: Poppler, lang: str) -> None:
    lines = [line.strip() for line in poppler.structure(pdf(folder, lang)).splitlines()]
    labels = ["".join(re.findall(r'^"(.*)"$', after)) for line, after in pairwise(lines)
              if line.startswith("Lbl")]  # fmt: skip
    assert {"en": "1.", "ja": "（1）"}[lang] in labels


def test_outloud_and_pdfua_find_no_error(folder: Path) -> None:
    assert_pdf_accessible([pdf(folder, lang) for lang in LANGUAGES])


def test_syntax_of_other_languages_prints_literally(tmp_path: Path) -> None:
    table = Table((Text(HOSTILE),), (Cell((Paragraph((Text("head"),)),), header=True),), ())
    blocks = (Paragraph((Text(HOSTILE),)), Heading((Text(HOSTILE),)), table)
    tree = Document("policy", "en", (Text("T"),), Meta("x"), (Section("a", (Text(HOSTILE),), blocks),))
    path = tmp_path / "hostile.pdf"
    path.write_bytes(render(tree, Look(Overlay())))
    shown = run("pdftotext", "-layout", path, "-").stdout  # without -layout it drops hyphens at line ends
    assert rendered.squeezed(shown).count(rendered.squeezed(HOSTILE)) == 4
