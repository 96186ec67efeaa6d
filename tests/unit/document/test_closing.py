"""The lines below the last article: only those that the language asks for, and only what the policy states."""

from __future__ import annotations

import io
import zipfile

import pytest
from made_up_policy import load

from hoshin.document.nodes import Document, Paragraph, plain
from hoshin.document.policy import policy_document
from hoshin.document.walk import body_text, lines_of
from hoshin.policy.closing import milestones
from hoshin.renderers.look import Look
from hoshin.renderers.registry import renderer
from hoshin.translations.locale import read_locale

POLICY = """\
document: {title: Policy, source_locale: ja}
dates:
  - {id: last-updated, title: Last, value: "2026-09-01"}
  - {id: established, title: First, value: "2019-04"}
  - {id: amended-2022, title: Second, value: "2022-04-01"}
  - {id: effective, title: Effective, value: "2026-10-01"}
  - {id: amended-again, title: Same day, value: "2026-09-01"}
controller:
  legal_name: 株式会社あおば
  address: {street: 1丁目, city: 青葉区, region: 架空県, postal_code: "000-0000", country: JP}
contacts:
  - {id: press, title: Press, email: press@example.com, handles: [complaints]}
  - {id: desk, title: 窓口, email: desk@example.com, phone: "+81 3 0000 0000", hours: 平日, handles: [questions]}
  - {id: form, title: フォーム, url: "https://example.com/form", handles: [questions, rights]}
sections: [{id: only, title: Only}]
"""
BARE = "document: {title: Bare, source_locale: ja}\nsections: [{id: only, title: Only}]\n"
DESK = [
    "個人情報に関するお問い合わせ窓口", "株式会社あおば", "窓口", "〒000-0000 架空県青葉区1丁目", "desk@example.com",
    "+81 3 0000 0000（平日）", "フォーム", "https://example.com/form",
]  # fmt: skip


def document(closing: str, policy: str = POLICY, lang: str = "ja") -> Document:
    locale = read_locale(lang, closing.encode())
    return policy_document(load(policy), locale, locale.words("document"))


def lines(made: Document) -> list[str]:
    return body_text(made).split("\n")[2:]


@pytest.mark.parametrize(
    ("closing", "expected"),
    [
        ("", []),
        ("closing: {lines: []}", []),
        ("closing: {lines: [end]}", ["以上"]),
        ("closing: {lines: [dates, end]}", ["2019年4月 制定 2022年4月1日 改定 2026年9月1日 改定", "以上"]),
        ("closing: {lines: [end, dates], dates: first_and_last}", ["以上", "2019年4月 制定 2026年9月1日 改定"]),
        ("closing: {lines: [dates], dates: first_and_last}\nera: true", ["平成31年4月 制定 令和8年9月1日 改定"]),
        ("closing: {lines: [contact]}", DESK),
        ("closing: {lines: [end, contact]}", ["以上", *DESK]),
    ],
)
def test_the_lines_that_are_asked_for(closing: str, expected: list[str]) -> None:
    assert lines(document(closing)) == expected


def test_what_is_not_stated_leaves_no_line() -> None:
    assert lines(document("closing: {lines: [dates, contact]}", BARE)) == []
    assert lines(document("closing: {lines: [dates, end, contact]}", BARE)) == ["以上"]
    assert lines(document("closing: {lines: [dates, end, contact]}", BARE, "en")) == []


def test_english_has_its_own_words() -> None:
    shown = lines(document("closing: {lines: [dates, end, contact], dates: first_and_last}", lang="en"))
    assert shown[:3] == [
        "Established April 2019 Amended 1 September 2026",
        "Contact for questions about personal information",
        "株式会社あおば",
    ]
    assert shown[6] == "+81 3 0000 0000 (平日)"


def test_a_contact_that_names_no_task_is_the_desk() -> None:
    policy = f"{BARE}contacts: [{{id: one, title: One, email: a@example.com}}, {{id: two, title: Two}}]\n"
    shown = lines(document("closing: {lines: [contact]}", policy))
    assert shown == ["個人情報に関するお問い合わせ窓口", "One", "a@example.com"]


def test_the_parts_have_ids_of_their_own_and_the_last_word_stands_at_the_end() -> None:
    made = document("closing: {lines: [dates, end, contact]}")
    assert [section.id for section in made.sections] == ["only", "_closing", "_closing-contact"]
    assert [block.at_end for block in made.sections[1].blocks if isinstance(block, Paragraph)] == [False, True]


def test_the_summary_shows_the_desk_that_the_lines_tell() -> None:
    (card,) = document("closing: {lines: [dates, contact]}").summary[-1:]
    shown = [plain(line) for line in lines_of(card.blocks)]
    expected = ["窓口", "desk@example.com", "+81 3 0000 0000", "フォーム", "https://example.com/form"]
    assert (card.id, shown, card.sections) == ("summary-contact", expected, ("_closing-contact",))
    assert document("closing: {lines: [dates, end]}").summary == ()


def test_days_come_in_their_order_and_each_once() -> None:
    found = milestones(load(POLICY))
    assert [(each.fact, str(each.day), each.established) for each in found] == [
        ("date/established", "2019-04", True),
        ("date/amended-2022", "2022-04-01", False),
        ("date/last-updated", "2026-09-01", False),
    ]
    assert milestones(load(BARE), "first_and_last") == ()


@pytest.mark.parametrize(
    ("kind", "entry", "expected"),
    [
        ("docx", "word/styles.xml", '<w:qFormat /><w:pPr><w:jc w:val="right" /></w:pPr>'),
        ("docx", "word/document.xml", '<w:pStyle w:val="ClosingLine" />'),
        ("odt", "content.xml", 'text:style-name="Closing_20_Line">以上'),
        ("odt", "styles.xml", 'style:name="Closing_20_Line"'),
        ("epub", "EPUB/text/ch002.xhtml", '<div class="end">'),
        ("epub", "EPUB/styles/stylesheet1.css", ".end { text-align: right; }"),
    ],
)  # fmt: skip
def test_formats_set_it_at_the_right(kind: str, entry: str, expected: str) -> None:
    made = renderer(kind)(document("closing: {lines: [dates, end]}"), Look())
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        names = [name for name in archive.namelist() if name == entry or (kind == "epub" and "text/ch" in name)]
        assert expected in "".join(archive.read(name).decode() for name in names)


def test_the_page_sets_it_at_the_right() -> None:
    page = renderer("html")(document("closing: {lines: [end]}"), Look()).decode()
    assert '<p id="_closing-end" class="end">以上</p>' in page
    assert ".prose .end { text-align: end; }" in page
