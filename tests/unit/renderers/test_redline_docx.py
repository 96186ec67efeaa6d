"""Tracked changes in Word: accept all gives the new text, reject all the old one, whole paragraphs and rows too."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from msgspec.structs import replace
from ooxml import names, part, revision_ids, settled, xml
from two_versions import LANGUAGES, PAIRS, look, made, sides

from hoshin.document.nodes import Document, Inlines, Item, Link, ListBlock, Meta, Paragraph, Section, Table, Text

from hoshin.document.nodes import Cell, Deleted, Inserted  # isort: skip
from hoshin.document.redline import redline
from hoshin.renderers.look import Look
from hoshin.renderers.pandoc.render import docx

MARK = re.compile(r"^(?:[0-9]+|[a-z]+)[.)]|^\([0-9a-z]+\)")
BOTH = [(pair, lang) for pair in PAIRS for lang in LANGUAGES]


def words(paragraphs: list[str]) -> list[str]:
    """Paragraphs without the marks of lists, which Word counts by itself or which are text, and without blanks."""
    bare = (re.sub(r"\s+", "", MARK.sub("", text.strip())) for text in paragraphs)
    return [text for text in bare if text]


@pytest.mark.parametrize(("pair", "lang"), BOTH)
def test_accepting_all_gives_the_new_text_and_rejecting_all_the_old(pair: str, lang: str) -> None:
    document = next(item for item in made(pair, "redline", "legal") if item.lang == lang)
    file, both = docx(document, look(pair)), sides(pair, lang)
    for way, side in (("accept", both.new), ("reject", both.old)):
        bare = replace(side, meta=replace(side.meta, version="", effective=""))  # a redline is of two versions
        assert words(settled(file, way)) == words(settled(docx(bare, look(pair)), "accept"))


@pytest.mark.parametrize(("pair", "lang"), BOTH)
def test_no_empty_paragraph_stays(pair: str, lang: str) -> None:
    document = next(item for item in made(pair, "redline") if item.lang == lang)
    file = docx(document, look(pair))
    both = sides(pair, lang)
    assert empty(settled(file, "accept")) == empty(settled(docx(both.new, look(pair)), "accept"))
    assert empty(settled(file, "reject")) == empty(settled(docx(both.old, look(pair)), "accept"))


def empty(paragraphs: list[str]) -> int:
    """How many paragraphs without a word there are: cells that say nothing."""
    return sum(not text.strip() for text in paragraphs)


@pytest.mark.parametrize("pair", PAIRS)
def test_every_change_is_a_comment_once_with_its_rules(pair: str) -> None:
    document = made(pair, "redline", "legal")[0]
    file = docx(document, look(pair))
    comments = xml(file, "word/comments.xml")
    said = ["".join(comment.itertext()).strip() for comment in comments]
    assert sorted(said) == sorted("".join(line_text(line) for line in remark.lines) for remark in document.remarks)
    assert part(file).count("<w:commentReference") == len(document.remarks)


def line_text(line: Inlines) -> str:
    return "".join(node.value if isinstance(node, Text) else line_text(getattr(node, "children", ())) for node in line)


def test_numbers_of_revisions_are_distinct_and_the_file_is_sound_xml() -> None:
    file = docx(made("tandem/rides", "redline")[1], look("tandem/rides"))
    ids = revision_ids(file)
    assert len(ids) == len(set(ids)) > 20
    for name in names(file):
        if name.endswith((".xml", ".rels")):
            xml(file, name)


@pytest.mark.parametrize("pair", ["hinata/privacy", "openwork/openwork"])
def test_the_same_changes_give_the_same_bytes(pair: str) -> None:
    document = made(pair, "redline")[0]
    assert docx(document, look(pair)) == docx(document, look(pair))


def test_author_and_date_are_those_of_the_version() -> None:
    text = part(docx(made("hinata/privacy", "redline")[1], look("hinata/privacy")))
    assert set(re.findall(r'<w:(?:ins|del) w:id="\d+"([^>]*?) ?/?>', text)) == {
        ' w:author="株式会社ひなた書店" w:date="2026-09-30T15:00:00Z"'
    }
    undated = part(docx(made("openwork/openwork", "redline")[0], look("openwork/openwork")))
    assert set(re.findall(r'<w:(?:ins|del) w:id="\d+"([^>]*?) ?/?>', undated)) == {' w:author="OpenWork Inc."'}


def line(text: str) -> Inlines:
    return (Text(text),)


def document(*blocks: Paragraph | ListBlock | Table) -> Document:
    return Document("policy", "en", line("Title"), Meta("d", "Aoba"), (Section("s", line("Head"), blocks),))


def rows(*texts: str) -> Table:
    head = (Cell((Paragraph(line("a")),)), Cell((Paragraph(line("b")),)))
    return Table(
        (), head, tuple((Cell((Paragraph(line(text)),)), Cell((Paragraph(line("x")),))) for text in texts), "t"
    )


def test_a_row_a_bullet_and_a_paragraph_that_came_or_went_are_revisions_as_a_whole() -> None:
    bullets = [Item((Paragraph(line(text)),), id=text) for text in ("one", "two", "three")]
    old = document(Paragraph(line("first"), "p1"), ListBlock(tuple(bullets[:2]), id="l"), rows("r1", "r2"))
    new = document(Paragraph(line("second"), "p2"), ListBlock((bullets[0], bullets[2]), id="l"), rows("r1", "r3"))
    file = docx(redline(old, new), Look())
    assert settled(file, "accept") == ["Title", "Head", "second", "one", "three", "a", "b", "r1", "x", "r3", "x"]
    assert settled(file, "reject") == ["Title", "Head", "first", "one", "two", "a", "b", "r1", "x", "r2", "x"]
    text = part(file)
    assert (
        len(re.findall(r"<w:trPr><w:cantSplit /><w:del ", text))
        == len(re.findall(r"<w:trPr><w:cantSplit /><w:ins ", text))
        == 1
    )
    assert len(re.findall(r"<w:rPr><w:del ", text)) == len(re.findall(r"<w:rPr><w:ins ", text)) == 2


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("We keep it", "We keep it long"),
        ("We keep it long", "We keep it"),
        ("当社は保存します", "当社は保存します長く"),
        ("Terms &", "Terms & more"),
    ],
)
def test_no_revision_at_the_end_of_a_paragraph_meets_a_whole_one_of_its_kind(before: str, after: str) -> None:
    """LibreOffice takes the two for one and joins the paragraphs."""
    short = document(Paragraph(line(before), "p"), Paragraph(line("last"), "q"))
    long = document(
        Paragraph(line(after), "p"), Paragraph(line("quite another one"), "n"), Paragraph(line("last"), "q")
    )
    for old, new in ((short, long), (long, short)):
        file = docx(redline(old, new), Look())
        assert settled(file, "accept") == settled(docx(new, Look()), "accept")
        assert settled(file, "reject") == settled(docx(old, Look()), "accept")
        paragraphs = re.findall(r"<w:p>.*?</w:p>", part(file))
        for this, following in pairwise(paragraphs):
            end = re.search(r"</w:(ins|del)></w:p>$", this)
            whole = re.match(r"<w:p><w:pPr>(?:(?!</w:pPr>).)*<w:(ins|del) ", following)
            alone = re.match(r"<w:p><w:pPr>(?:(?!</w:pPr>).)*<w:(ins|del) ", this)
            assert not (end and whole and not alone and end.group(1) == whole.group(1))


def test_a_revision_stands_inside_a_link_and_never_around_it() -> None:
    old = document(Paragraph((Link("https://a.example/", line("the rules")),), "p"))
    new = document(Paragraph((Link("https://b.example/", line("the rules")),), "p"))
    text = part(docx(redline(old, new), Look()))
    assert re.findall(r"<w:(?:ins|del) [^>]*><w:hyperlink", text) == []
    order = re.findall(r"<w:(hyperlink|ins|del) ", re.sub(r"<w:pPr>.*?</w:pPr>", "", text))
    assert [pair for pair in pairwise(order) if pair[0] == "hyperlink"] == [("hyperlink", "del"), ("hyperlink", "ins")]


@pytest.mark.parametrize("hostile", ["<ins>", "</w:del>", "[-x-]", "{+y+}", "{.insertion}", "]]>", "&amp;", "\\0\\"])
def test_signs_of_revisions_in_prose_stay_prose(hostile: str) -> None:
    old, new = document(Paragraph(line(f"a {hostile} b"), "p")), document(Paragraph(line(f"a {hostile} c"), "p"))
    file = docx(redline(old, new), Look())
    assert settled(file, "accept")[-1] == f"a {hostile} c"
    assert settled(file, "reject")[-1] == f"a {hostile} b"


def test_a_changelog_has_marked_words_and_no_tracked_changes() -> None:
    runs: Inlines = (Text("a "), Deleted(line("b")), Inserted(line("c")))
    changelog = replace(document(Paragraph(runs)), kind="changelog")
    text = part(docx(changelog, Look()))
    assert re.findall(r"<w:(?:ins|del) ", text) == []
    assert "<w:strike />" in text
    assert settled(docx(changelog, Look()), "accept")[-1] == "a [-b-]{+c+}"


def test_a_comparison_lies_on_the_broad_side_and_is_ruled() -> None:
    text = part(docx(made("hinata/privacy", "table")[1], look("hinata/privacy")))
    assert 'w:orient="landscape"' in text
    assert text.count("<w:tblBorders>") == text.count("<w:tbl>") == 1
    assert "<w:u " in text
