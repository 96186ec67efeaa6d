"""A document as pandoc's tree: marks, anchors, notices, revisions, tables, per format."""

from __future__ import annotations

import json
from typing import cast

import pytest
from msgspec.structs import replace

from hoshin.document.nodes import (
    Address,
    Blocks,
    Break,
    Cell,
    Deleted,
    Document,
    Emphasis,
    Foreign,
    Heading,
    Inlines,
    Inserted,
    Item,
    Link,
    ListBlock,
    Meta,
    Notice,
    Paragraph,
    Section,
    Strong,
    Table,
    Text,
    Time,
    Unit,
    Value,
)
from hoshin.renderers.pandoc.ast import Json, Node
from hoshin.renderers.pandoc.dialect import DIALECTS, Counting, counting
from hoshin.renderers.pandoc.tree import tree


def words(text: str) -> Inlines:
    return (Text(text),)


def para(text: str) -> Paragraph:
    return Paragraph(words(text))


def document(blocks: Blocks, **fields: object) -> Document:
    made = Document("policy", "en", words("Title"), Meta("doc", company="Aoba"), (Section("s1", (), blocks),))
    return replace(made, **fields)  # type: ignore[arg-type] # fields of Document


def blocks(name: str, *content: object) -> list[Json]:
    """The body of a document of these blocks in one format, without the title."""
    made = tree(document(cast("Blocks", content)), DIALECTS[name])
    found = cast("list[Json]", made["blocks"])
    return found[1:] if DIALECTS[name].title_in_body else found


def inlines(name: str, *content: object) -> Json:
    (block,) = blocks(name, Paragraph(cast("Inlines", content)))
    return cast("Node", block)["c"]


def s(text: str) -> Node:
    return {"t": "Str", "c": text}


def m(text: str) -> Node:
    return {"t": "RawInline", "c": ["markdown", text]}


def html(text: str) -> Node:
    return {"t": "RawInline", "c": ["html", text]}


SPACE: Node = {"t": "Space"}
NO_ATTRIBUTES: Json = ["", [], []]


def test_the_frame() -> None:
    made = tree(document((para("a b"),)), DIALECTS["docx"])
    assert made == {
        "pandoc-api-version": [1, 23, 1],
        "meta": {
            "lang": {"t": "MetaString", "c": "en"},
            "title": {"t": "MetaInlines", "c": [s("Title")]},
            "pagetitle": {"t": "MetaString", "c": "Title"},
            "identifier": {"t": "MetaString", "c": "doc.en"},
            "author": {"t": "MetaList", "c": [{"t": "MetaInlines", "c": [s("Aoba")]}]},
        },
        "blocks": [{"t": "Para", "c": [s("a"), SPACE, s("b")]}],
    }
    assert json.loads(json.dumps(made)) == made


@pytest.mark.parametrize("name", ["docx", "odt", "epub"])
def test_version_and_date_stand_under_the_title_where_a_format_has_a_place_for_them(name: str) -> None:
    meta = Meta("doc", version="2.0.0", effective="1 May 2026", labels=(("version", "Version"),))
    made = document((), meta=meta)
    frame = cast("dict[str, Json]", tree(made, DIALECTS[name])["meta"])
    under = [s("Version"), SPACE, s("2.0.0\u2003effective"), SPACE, s("1"), SPACE, s("May"), SPACE, s("2026")]
    assert frame["subtitle"] == {"t": "MetaInlines", "c": under}
    redline = replace(made, kind="redline")
    assert "subtitle" not in cast("dict[str, Json]", tree(redline, DIALECTS[name])["meta"])


def test_text_formats_print_the_title_themselves_and_no_format_prints_a_date() -> None:
    for name in ("md", "txt"):
        made = tree(document(()), DIALECTS[name])
        assert made["meta"] == {"lang": {"t": "MetaString", "c": "en"}}
        (head,) = cast("list[Node]", made["blocks"])
        assert cast("list[Json]", head["c"])[:2] == [1, NO_ATTRIBUTES]


def test_notices_stand_before_the_body_as_quotations_and_the_summary_nowhere() -> None:
    notice = Notice("draft", (para("Draft."),))
    made = tree(document((para("Body."),), notices=(notice,)), DIALECTS["docx"])
    assert made["blocks"] == [
        {"t": "BlockQuote", "c": [{"t": "Para", "c": [s("Draft.")]}]},
        {"t": "Para", "c": [s("Body.")]},
    ]


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        (("1.", "2."), Counting(1, "Decimal", "Period")),
        (("3)", "4)"), Counting(3, "Decimal", "OneParen")),
        (("(a)", "(b)"), Counting(1, "LowerAlpha", "TwoParens")),
        (("1.", "3."), None),
        (("1.", "(2)"), None),
        (("（1）", "（2）"), None),
        (("ア", "イ"), None),
        (("(1.", "(2."), None),
        (("", ""), None),
        (("1.", ""), None),
    ],
)
def test_marks_that_a_format_can_count(marks: tuple[str, ...], expected: Counting | None) -> None:
    assert counting(tuple(Item((para("x"),), mark) for mark in marks), DIALECTS["docx"]) == expected


def test_markdown_counts_only_what_it_prints_alike() -> None:
    for mark in ("1)", "(1)", "a."):
        assert counting((Item((para("x"),), mark),), DIALECTS["md"]) is None
    assert counting((Item((para("x"),), "1."),), DIALECTS["md"]) == Counting(1, "Decimal", "Period")
    assert counting((), DIALECTS["md"]) is None


def list_of(*marks: str, more: Blocks = ()) -> ListBlock:
    return ListBlock(tuple(Item((para("x"), *more), mark) for mark in marks), ordered=True)


def test_counted_lists() -> None:
    plain: Node = {"t": "Plain", "c": [s("x")]}
    assert blocks("docx", list_of("2.", "3.")) == [
        {"t": "OrderedList", "c": [[2, {"t": "Decimal"}, {"t": "Period"}], [[plain], [plain]]]}
    ]


def test_marks_as_text_in_markdown() -> None:
    assert blocks("md", list_of("（1）", "ア")) == [
        {
            "t": "BulletList",
            "c": [
                [{"t": "Plain", "c": [m("（1）"), m("x")]}],
                [{"t": "Plain", "c": [m("ア"), SPACE, m("x")]}],
            ],
        }
    ]


def test_marks_as_text_in_plain_text() -> None:
    assert blocks("txt", list_of("（1）", "（2）")) == [
        {"t": "Para", "c": [s("（1）"), s("x"), {"t": "LineBreak"}, s("（2）"), s("x")]}
    ]
    assert blocks("txt", list_of("（1）", more=(para("y"),))) == [
        {"t": "Para", "c": [s("（1）"), s("x")]},
        {"t": "BlockQuote", "c": [{"t": "Para", "c": [s("y")]}]},
    ]


def test_marks_as_text_in_word_have_styles_down_to_what_stands_below() -> None:
    inner = ListBlock((Item((para("b"),)), Item(())))
    found = blocks("docx", ListBlock((Item((para("x"), inner, para("y")), "（1）"),), ordered=True))

    def styled(style: str, *content: Node) -> Node:
        return {"t": "Div", "c": [["", [], [["custom-style", style]]], [{"t": "Para", "c": list(content)}]]}

    assert found == [
        styled("Marked Item 1", s("（1）\t"), s("x")),
        styled("Marked Bullet 2", s("b")),
        styled("Marked Bullet 2"),
        styled("Marked Text 1", s("y")),
    ]


def test_an_item_that_begins_with_a_heading_keeps_its_mark() -> None:
    (found,) = blocks("md", ListBlock((Item((Heading(words("H")),), "（1）"),), ordered=True))
    assert cast("Node", found)["c"] == [
        [{"t": "Para", "c": [m("（1）")]}, {"t": "Header", "c": [3, NO_ATTRIBUTES, [m("H")]]}]
    ]


def test_units_and_values_are_their_words() -> None:
    assert inlines("docx", Unit("u", (Value("f", words("10 years")),))) == [s("10"), SPACE, s("years")]


def test_markdown_has_anchors_where_links_lead_and_nowhere_else() -> None:
    linked = Paragraph((Link("#s2", words("there")),), id="s1.p")
    made = document(())
    made = replace(made, sections=(Section("s1", words("One"), (linked,)), Section("s2", words("Two"), ())))
    markdown = cast("list[Node]", tree(made, DIALECTS["md"])["blocks"])
    assert [block["c"] for block in markdown if block["t"] == "RawBlock"] == [["html", '<a id="s2"></a>']]
    word = cast("list[Node]", tree(made, DIALECTS["docx"])["blocks"])
    assert [cast("list[Json]", block["c"])[1] for block in word if block["t"] == "Header"] == [
        ["s1", [], []],
        ["s2", [], []],
    ]


def test_a_paragraph_that_a_link_leads_to_keeps_its_id() -> None:
    found = blocks(
        "docx", Paragraph((Link("#p1", words("x")),)), Paragraph(words("y"), id="p1"), Paragraph((), id="p2")
    )
    assert [cast("Node", block)["c"] for block in found[1:]] == [
        [{"t": "Span", "c": [["p1", [], []], [s("y")]]}],
        [],
    ]


def test_links() -> None:
    mail = Link("mailto:a@b.example", words("a@b.example"))
    assert inlines("md", mail) == [m("<a@b.example>")]
    assert inlines("docx", mail) == [
        {"t": "Link", "c": [NO_ATTRIBUTES, [s("a@b.example")], ["mailto:a@b.example", ""]]}
    ]
    assert inlines("md", Link("https://a.example", words("here"))) == [
        {"t": "Link", "c": [NO_ATTRIBUTES, [m("here")], ["https://a.example", ""]]}
    ]


def typed(value: Json) -> str:
    """What plain text shows of inlines."""
    match value:
        case {"t": "Str", "c": str(text)}:
            return text
        case {"t": "Space"}:
            return " "
        case {"t": "LineBreak"}:
            return "\n"
        case {"c": inner}:
            return typed(inner)
        case list(parts):
            return "".join(typed(part) for part in parts)
    return ""


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("and ", ".", "and {}."),
        ("(", ")", "({})"),
        ("see", "now", "see {} now"),
        ("see ", " now", "see {} now"),
        ("", "", "{}"),
        ("サイト", "をご覧ください。", "サイト {} をご覧ください。"),
        ("制限するには、", "へ。", "制限するには、{} へ。"),
        ("（", "）", "（{} ）"),
        ("“", "”", "“{}”"),
    ],
)
def test_an_address_typed_into_plain_text_is_parted_from_words_but_not_from_points(
    before: str, after: str, shown: str
) -> None:
    """A program that makes links of addresses leaves a point alone; Japanese words and points it would take."""
    address = "https://a.example/"
    found = inlines("txt", Text(before), Unit("u", (Link(address, words(address)),)), Value("v", words(after)))
    assert typed(found) == shown.format(address)


def test_addresses_typed_into_plain_text_are_parted_from_one_another() -> None:
    one, other = (Link(address, words(address)) for address in ("https://a.example", "https://b.example"))
    assert typed(inlines("txt", one, other)) == "https://a.example https://b.example"
    assert typed(inlines("txt", one, Break(), Text("b"), other)) == "https://a.example\nb https://b.example"
    assert typed(inlines("docx", Text("a"), one, Text("b"))) == "ahttps://a.exampleb"


def test_stress_in_markdown_uses_elements_where_stars_would_not_act() -> None:
    assert inlines("md", Strong(words("a"))) == [{"t": "Strong", "c": [m("a")]}]
    assert inlines("md", Emphasis(words("「a」"))) == [
        {"t": "RawInline", "c": ["html", "<em>"]},
        m("「a」"),
        {"t": "RawInline", "c": ["html", "</em>"]},
    ]
    assert inlines("docx", Strong(words("「a」"))) == [{"t": "Strong", "c": [s("「a」")]}]


def test_other_languages_are_told_where_a_format_can() -> None:
    foreign = Foreign("ja", words("方針"))
    assert inlines("docx", foreign) == [{"t": "Span", "c": [["", [], [["lang", "ja"]]], [s("方針")]]}]
    assert inlines("txt", foreign) == [s("方針")]


def test_a_book_says_the_day_of_a_date() -> None:
    day = Time("2026-07-01", words("day"))
    start, end = ({"t": "RawInline", "c": ["html", tag]} for tag in ('<time datetime="2026-07-01">', "</time>"))
    assert inlines("epub", day) == [start, s("day"), end]
    assert [inlines(name, day) for name in ("docx", "txt")] == [[s("day")]] * 2


def test_revisions_are_real_in_word_and_signs_elsewhere() -> None:
    content: Blocks = (Paragraph((Inserted(words("5")), Deleted(words("10")))),)
    made = tree(document(content, kind="redline"), DIALECTS["docx"], "Aoba", "2026-07-01T00:00:00Z")
    signature: Json = [["author", "Aoba"], ["date", "2026-07-01T00:00:00Z"]]
    assert made["blocks"] == [
        {
            "t": "Para",
            "c": [
                {"t": "Span", "c": [["", ["insertion"], signature], [s("5")]]},
                {"t": "Span", "c": [["", ["deletion"], signature], [s("10")]]},
            ],
        }
    ]
    assert inlines("txt", Inserted(words("5")), Deleted(words("10"))) == [
        s("{+"),
        s("5"),
        s("+}"),
        s("[-"),
        s("10"),
        s("-]"),
    ]
    assert inlines("md", Inserted(words("5")), Deleted(words("10"))) == [
        html("<ins>"),
        m("5"),
        html("</ins>"),
        html("<del>"),
        m("10"),
        html("</del>"),
    ]
    assert inlines("docx", Inserted(words("5")), Deleted(words("10"))) == [
        {"t": "Underline", "c": [s("{+"), s("5"), s("+}")]},
        {"t": "Strikeout", "c": [s("[-"), s("10"), s("-]")]},
    ]


def test_address_lines_end_where_they_must() -> None:
    assert blocks("docx", Address((words("a"), words("b")))) == [
        {"t": "Para", "c": [s("a"), {"t": "LineBreak"}, s("b")]}
    ]


TABLE = Table(
    words("Caption"),
    (Cell((para("Old"),), header=True), Cell((para("New"),), header=True)),
    ((Cell((para("a"), ListBlock((Item((para("b"),), "1."),), ordered=True))), Cell((para("c"),))),),
)


def test_a_cell_in_markdown_is_one_line() -> None:
    caption, found = cast("list[Node]", blocks("md", TABLE))
    assert caption == {"t": "Para", "c": [m("Caption")]}
    assert '["html", "<br>"]' in json.dumps(found)
    assert "BulletList" not in json.dumps(found)


def test_an_item_of_a_book_hangs_behind_its_mark() -> None:
    items = ListBlock((Item((para("x"),), "（1）"),), ordered=True)
    (made,) = cast("list[Node]", blocks("epub", items))
    assert (made["t"], cast("list[Json]", made["c"])[0]) == ("Div", ["", ["marked"], []])


@pytest.mark.parametrize("name", ["md", "epub"])
def test_a_page_that_flows_finds_the_breadth_of_columns_itself(name: str) -> None:
    found = cast("list[Node]", blocks(name, TABLE))[-1]
    assert cast("list[Json]", found["c"])[2] == [[{"t": "AlignDefault"}, {"t": "ColWidthDefault"}]] * 2


def test_a_table_in_word_keeps_its_blocks_and_has_columns_by_its_words() -> None:
    (found,) = cast("list[Node]", blocks("docx", TABLE))
    content = cast("list[Json]", found["c"])
    assert content[1] == [None, [{"t": "Plain", "c": [s("Caption")]}]]
    assert content[2] == [[{"t": "AlignDefault"}, {"t": "ColWidth", "c": 0.5}]] * 2
    assert "OrderedList" in json.dumps(content[4])


def test_a_table_in_plain_text_tells_the_head_of_each_cell() -> None:
    found = cast("list[Node]", blocks("txt", TABLE))
    assert [block["t"] for block in found] == ["Para", "BulletList"]
    ((row,),) = (cast("list[list[list[Node]]]", [block["c"]]) for block in found[1:])
    assert [part["t"] for part in row[0]] == ["Plain", "BlockQuote", "Plain", "BlockQuote"]
