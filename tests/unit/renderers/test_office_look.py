"""What a reader sees in Word, LibreOffice and a book: rows, captions, headings inside items, colours, names."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from hoshin.document.nodes import (
    Cell,
    Document,
    Heading,
    Item,
    ListBlock,
    Meta,
    Paragraph,
    Section,
    Table,
    Text,
)
from hoshin.renderers.look import Look
from hoshin.renderers.pandoc.render import docx, epub, odt


def cells(*texts: str) -> tuple[Cell, ...]:
    return tuple(Cell((Paragraph((Text(text),)),)) for text in texts)


ITEM = Item(
    (Paragraph((Text("収集する情報"),)), Heading((Text("Cookie"),), 3, "c"), Paragraph((Text("説明"),))), "（1）"
)
BULLETS = ListBlock((Item((Paragraph((Text("x"),)), ListBlock((Item((Paragraph((Text("y"),)),)),)))),))
TABLE = Table(
    (Text("表"),), cells("Name", "Domain", "A", "For", 'If <you> "refuse"'), (cells("_a", "a.example", "c", "d", "e"),)
)
SECTIONS = (Section("s", (Text("第1条"),), (ListBlock((ITEM,), ordered=True), BULLETS, TABLE)),)
SAMPLE = Document("policy", "ja", (Text("クッキーについて"),), Meta("cookies"), SECTIONS)


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def style(styles: str, name: str) -> str:
    found = re.search(rf'<(w:style|style:style) [^>]*(?:styleId|style:name)="{name}".*?</\1>', styles, re.DOTALL)
    assert found is not None
    return found[0]


def test_a_row_of_a_word_table_stays_on_its_page() -> None:
    body = part(docx(SAMPLE, Look()), "word/document.xml")
    rows = re.findall(r"<w:tr>(.*?)</w:tr>", body, re.DOTALL)
    assert [row.startswith("<w:trPr><w:cantSplit />") for row in rows] == [True, True]
    assert rows[0].startswith('<w:trPr><w:cantSplit /><w:tblHeader w:val="on" /></w:trPr>')


def test_captions_of_a_word_file_are_heavy_and_never_slanted() -> None:
    caption = style(part(docx(SAMPLE, Look()), "word/styles.xml"), "Caption")
    assert "<w:b />" in caption
    assert "<w:i />" not in caption


def test_a_heading_inside_an_item_begins_where_the_words_below_it_do() -> None:
    body = part(docx(SAMPLE, Look()), "word/document.xml")
    assert re.findall(r'<w:pStyle w:val="Heading(\d)" />(<w:ind[^>]*>)?', body) == [
        ("2", ""),
        ("3", '<w:ind w:left="800" />'),
    ]
    content, styles = (part(odt(SAMPLE, Look()), name) for name in ("content.xml", "styles.xml"))
    assert re.findall(r'<text:h text:style-name="([^"]*)"', content) == ["Heading_20_2", "Marked_20_Heading_20_1"]
    assert 'fo:margin-left="1.4cm"' in style(styles, "Marked_20_Heading_20_1")


def test_no_bullet_of_a_word_file_is_a_letter() -> None:
    numbering = part(docx(SAMPLE, Look()), "word/numbering.xml")
    assert 'w:lvlText w:val="–"' in numbering
    assert 'w:lvlText w:val="o"' not in numbering


def test_latin_words_of_a_japanese_opendocument_text_are_no_japanese() -> None:
    styles = part(odt(SAMPLE, Look()), "styles.xml")
    defaults = re.findall(
        r'<style:default-style style:family="(?:graphic|paragraph)">.*?</style:default-style>', styles, re.DOTALL
    )
    assert len(defaults) == 2
    for default in defaults:
        assert re.findall(r'fo:(?:language|country)="[^"]*"', default) == ['fo:country="US"', 'fo:language="en"']
        assert 'style:language-asian="ja"' in default


def test_a_row_of_an_opendocument_table_stays_on_its_page_and_captions_are_heavy() -> None:
    styles = part(odt(SAMPLE, Look()), "styles.xml")
    assert 'fo:keep-together="always"' in styles
    assert 'fo:font-weight="bold"' in style(styles, "Caption")
    assert 'fo:font-style="italic"' not in style(styles, "Caption")


def test_sections_of_an_opendocument_text_are_larger_than_what_stands_below_them() -> None:
    styles = part(odt(SAMPLE, Look()), "styles.xml")
    sizes = [re.search(r'fo:font-size="(\d+)pt"', style(styles, f"Heading_20_{level}")) for level in (2, 3)]
    assert [size and size[1] for size in sizes] == ["14", "12"]


def test_the_line_under_the_title_of_an_opendocument_text_is_small() -> None:
    assert 'fo:font-size="10pt"' in style(part(odt(SAMPLE, Look()), "styles.xml"), "Subtitle")


def test_a_book_leaves_the_colour_of_words_to_the_reader() -> None:
    sheet = part(epub(SAMPLE, Look()), "EPUB/styles/stylesheet1.css")
    assert "#1a1a1a" not in sheet
    assert "color-scheme: light dark" in sheet


def test_a_japanese_column_of_a_book_keeps_some_signs_on_a_line() -> None:
    assert ":lang(ja) td, :lang(ja) th { min-width: 4em; }" in part(epub(SAMPLE, Look()), "EPUB/styles/stylesheet1.css")


def test_cells_of_a_table_of_many_columns_in_a_book_know_their_column() -> None:
    page = part(epub(SAMPLE, Look()), "EPUB/text/ch001.xhtml")
    assert '<table class="broad"' in page
    assert re.findall(r'<td data-label="([^"]*)">', page) == [
        "Name",
        "Domain",
        "A",
        "For",
        "If &lt;you&gt; &quot;refuse&quot;",
    ]


@pytest.mark.parametrize(("heads", "kind"), [("abc", None), ("abcd", "medium"), ("abcde", "broad")])
def test_a_table_of_a_book_becomes_a_list_on_a_page_too_narrow_for_its_columns(heads: str, kind: str | None) -> None:
    made = Table((), cells(*heads), (cells(*heads.upper()),))
    data = epub(Document("policy", "en", (Text("T"),), Meta("d"), (Section("s", (), (made,)),)), Look())
    found = re.search(r'<table class="(\w+)"', part(data, "EPUB/text/ch001.xhtml"))
    assert (found and found[1]) == kind
    assert ("data-label" in part(data, "EPUB/text/ch001.xhtml")) is (kind is not None)
    if kind:
        assert f".{kind} td::before {{ content: attr(data-label);" in part(data, "EPUB/styles/stylesheet1.css")


@pytest.mark.parametrize(("lang", "title"), [("ja", "クッキーについて"), ("en", "A & B")])
def test_the_landmark_of_a_book_is_named_in_its_language(lang: str, title: str) -> None:
    made = Document("policy", lang, (Text(title),), Meta("d"), SECTIONS)
    nav = part(epub(made, Look()), "EPUB/nav.xhtml")
    assert "Title Page" not in nav
    assert f'epub:type="titlepage">{title.replace("&", "&amp;")}</a>' in nav
