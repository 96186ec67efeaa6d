"""The tree as data for the style: anchors, levels, values on one line, the quarter space."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from hoshin.document.nodes import (
    Address,
    Block,
    Blocks,
    Break,
    Cell,
    Deleted,
    Document,
    Heading,
    Inline,
    Inlines,
    Inserted,
    Item,
    Language,
    Link,
    ListBlock,
    Meta,
    Notice,
    Paragraph,
    Remark,
    Remarked,
    Section,
    Strong,
    Table,
    Text,
    Unit,
    Value,
)
from hoshin.renderers.pdf.tree import document_data, needs_japanese_fonts


def words(text: str) -> Inlines:
    return (Text(text),)


def tree(*blocks: Block, lang: str = "ja", heading: Inlines = (), number: str = "") -> Document:
    return Document("policy", lang, words("T"), Meta("acme"), (Section("a", heading, blocks, number),))


def section(document: Document) -> Any:
    data: Any = document_data(document)
    return data["sections"][0]


def line(*nodes: Inline, lang: str = "ja") -> Any:
    return section(tree(Paragraph(nodes), lang=lang))["blocks"][0]["c"]


def value(text: str) -> Value:
    return Value("retention/r", words(text))


def levels(*given: int) -> list[int]:
    blocks = section(tree(*[Heading(words("h"), level) for level in given]))["blocks"]
    return [block["level"] for block in blocks]


@pytest.mark.parametrize(
    ("given", "printed"),
    [((3, 4, 5), [2, 3, 4]), ((4, 4), [2, 3]), ((1, 9, 9, 9, 9, 9), [2, 3, 4, 5, 6, 6]), ((5, 3, 3), [2, 3, 3])],
)
def test_levels_without_a_section_heading_begin_at_two(given: tuple[int, ...], printed: list[int]) -> None:
    assert levels(*given) == printed


def test_levels_below_a_section_begin_at_three_and_have_no_gap() -> None:
    inner = ListBlock((Item((Heading(words("x"), 5), Heading(words("y"), 5))),))
    made = section(tree(Heading(words("h"), 4), inner, Heading(words("i"), 3), heading=words("A")))["blocks"]
    assert made[0]["level"] == 3
    assert [block["level"] for block in made[1]["items"][0]["blocks"]] == [4, 5]
    assert made[2]["level"] == 3


def test_the_number_of_a_heading_stands_apart_with_its_blank() -> None:
    made = section(tree(heading=(value("1."), Text(" Purpose")), number="1.", lang="en"))
    assert made["number"][0]["c"] == [{"t": "text", "v": "1."}]
    assert made["number"][1:] == [{"t": "text", "v": " "}]
    assert (made["heading"], made["bracket"]) == ([{"t": "text", "v": "Purpose"}], False)


def test_a_bracket_at_the_start_of_a_heading_is_known() -> None:
    made = section(tree(heading=(value("第1条"), Text("（目的）")), number="第1条"))
    assert (len(made["number"]), made["heading"], made["bracket"]) == (1, [{"t": "text", "v": "（目的）"}], True)


@pytest.mark.parametrize("heading", [words("Preamble"), ()])
def test_a_heading_without_number_stays_whole(heading: Inlines) -> None:
    made = section(tree(heading=heading))
    assert (made["number"], len(made["heading"]), made["bracket"]) == ([], len(heading), False)


def test_only_what_a_link_leads_to_has_an_anchor_and_only_once() -> None:
    target = Link("#p", words("x"))
    made = section(tree(Paragraph((target,), "p"), Paragraph(words("y"), "p"), Paragraph(words("z"), "q")))
    assert (made["id"], [block["id"] for block in made["blocks"]]) == ("a", ["p", "", ""])
    assert made["blocks"][0]["c"] == [{"t": "link", "to": "#p", "whole": False, "c": [{"t": "text", "v": "x"}]}]


def test_a_link_to_changed_words_stays_whole() -> None:
    remarked = Paragraph((Remarked(words("x"), ("chg_1",), ("chg_1",)),))
    document = tree(Paragraph((Link("#at.chg_1", words("本文で見る")),)), remarked)
    made = section(replace(document, remarks=(Remark("chg_1", "1", (words("why"),)),)))
    assert made["blocks"][0]["c"] == [
        {"t": "link", "to": "#at.chg_1", "whole": True, "c": [{"t": "text", "v": "本文で見る"}]}
    ]


@pytest.mark.parametrize("where", ["item", "cell", "notice", "list", "address", "table", "heading"])
def test_anchors_are_found_wherever_they_stand(where: str) -> None:
    inner = Paragraph((Link("#here", words("x")),))
    cell = Cell((Paragraph(words("c"), "here"),))
    shapes: dict[str, Blocks] = {
        "item": (ListBlock((Item((inner,), id="here"),)),),
        "cell": (Table((), (cell,), ()), inner),
        "notice": (Notice("info", (Paragraph(words("n"), "here"),)), inner),
        "list": (ListBlock((Item((inner,)),), id="here"),),
        "address": (Address((words("l"),), "here"), inner),
        "table": (Table((), (Cell(()),), (), "here"), inner),
        "heading": (Heading(words("h"), id="here"), inner),
    }
    assert str(document_data(tree(*shapes[where]))).count("'id': 'here'") == 1
    assert "'to': '#here'" in str(document_data(tree(*shapes[where])))


def test_a_link_whose_anchor_is_nowhere_is_words() -> None:
    assert line(Link("#gone", words("x"))) == [{"t": "unit", "c": [{"t": "text", "v": "x"}]}]


def test_words_lead_up_to_a_list_an_address_a_table_when_they_are_short() -> None:
    after = (ListBlock(()), Address(()), Table((), (), ()), Paragraph(words("x")))
    short = [section(tree(Paragraph(words("あ" * 80)), block))["blocks"][0]["leads"] for block in after]
    assert short == [True, True, True, False]
    assert section(tree(Paragraph(words("あ" * 81)), after[0]))["blocks"][0]["leads"] is False


@pytest.mark.parametrize(
    ("rows", "together"),
    [
        ("hr", [2, 1]),
        ("rhrhhr", [1, 2, 1, 3, 1, 1]),
        ("rhh", [1, 1, 1]),  # nothing stands below them
        ("Hr", [1, 1]),  # too tall to be moved
        ("h" * 24 + "r", [1, 24, *[1] * 23]),
    ],
)
def test_headings_among_the_rows_of_a_comparison_stay_with_the_row_below(rows: str, together: list[int]) -> None:
    kinds: dict[str, Cell] = {
        "h": Cell((Paragraph((Strong(words("heading")),)),)),
        "H": Cell((Paragraph((Strong(words("heading " * 600)),)),)),
        "r": Cell((Paragraph((Strong(words("partly")), *words("strong"))),)),
    }
    document = tree(Table((), (), tuple((Cell(()), kinds[kind]) for kind in rows)))
    made = section(replace(document, kind="comparison"))
    assert made["blocks"][0]["together"] == together
    assert section(document)["blocks"][0]["together"] == [1] * len(rows)


@pytest.mark.parametrize(
    ("before", "text", "after", "whole", "edge"),
    [
        ("通常", "10年", "間", True, [True, False]),
        ("通常", "年", "x", True, [False, True]),
        ("the ", "10 years", ", but", True, [False, False]),
        ("（", "10", "）", True, [False, False]),
        ("", "第11条", "に", True, [False, False]),
        ("約", "10", "キロ", True, [True, True]),
        ("x", "10", " y", False, [False, False]),
        ("", "term", "s", False, [False, False]),
        ("", "10", "・", False, [False, False]),
        ("", "コピ", "ー", False, [False, False]),
        ("", "2026年12月31日", "", True, [False, False]),
        ("", "データセンターの一覧", "", False, [False, False]),
        ("", "123456789012345", "", False, [False, False]),
        ("", "", "", False, [False, False]),
    ],
)
def test_a_short_value_stays_on_one_line_where_that_opens_no_bad_break(
    before: str, text: str, after: str, whole: bool, edge: list[bool]
) -> None:
    (made,) = [n for n in line(Unit("u", (Text(before), value(text), Text(after))))[0]["c"] if n["t"] == "value"]
    assert (made["whole"], made["edge"]) == (whole, edge)


def test_a_number_takes_its_counter_along() -> None:
    made = line(Text("満"), value("13"), Text("歳未満"), value("3"), Text("か月"), value("x"), Text("年"))
    assert [node["t"] for node in made] == ["text", "value", "text", "value", "value", "text"]
    assert made[1]["c"] == [{"t": "text", "v": "13"}, {"t": "text", "v": "歳"}]
    assert made[1]["edge"] == [True, False]
    assert made[2]["v"] == "未満"
    assert made[3]["c"][1] == {"t": "text", "v": "か月"}
    assert (len(made[4]["c"]), made[5]["v"]) == (1, "年")


def shown(nodes: Any) -> list[Any]:
    """Words as they are, what is kept together as the list of its parts."""
    return [[part["v"] for part in node["c"]] if node["t"] == "kept" else node["v"] for node in nodes]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("by e-mail, out-of-date", ["by ", ["e-mail"], ", ", ["out-of-date"]]),
        ("“third-party’s”", ["“", ["third-party"], "’s”"]),
        ("2-24 x_a-b", ["2-24 x_a-b"]),
        ("a-b-c-d", ["a-b-c-d"]),
        ("-a b-", ["-a b-"]),
        ("(Art. 6(1)(f)); 9(2)(a)", ["(", ["Art. 6(1)(f)"], "); ", ["9(2)(a)"]]),
        ("Schedule 1 (a), 6(one)", ["Schedule 1 (a), 6(one)"]),
        ("call +81 3 0000 0000.", ["call ", ["+81 3 0000 0000"], "."]),
        ("0-1 day, 2 to 5", ["0-1 day, 2 to 5"]),
    ],
)
def test_what_a_reader_finds_together_stays_on_one_line(text: str, parts: list[object]) -> None:
    assert shown(line(Text(text), lang="en")) == parts


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize(
    ("address", "parts"),
    [
        ("a-b@c-d.example.org", ["a-b@", "c-d", ".example", ".org"]),
        ("https://a-b.example/c-d/e", ["https://", "a-b", ".example/", "c-d/", "e"]),
        ("https://a.example/", ["https://", "a", ".example/"]),
        ("tandem-rides.example", ["tandem-rides", ".example"]),
        ("www.openwork.co.jp", ["www", ".openwork.co.jp"]),
    ],
)
def test_an_address_breaks_at_its_own_signs_and_never_at_a_hyphen(lang: str, address: str, parts: list[str]) -> None:
    assert shown(line(Text(f"({address})."), lang=lang)) == ["(", parts, ")."]


def test_a_japanese_article_and_a_quantity_stay_on_one_line_and_a_quarter_from_latin() -> None:
    text = "GDPR第6条第1項に30日間、12か月ごと、2026年10月、第三者、A3サイズ"
    made = line(Text(text))
    kept = [(node["c"][0]["v"], node["edge"], node["number"]) for node in made if node["t"] == "kept"]
    assert kept == [
        ("第6条", [True, False], True),
        ("第1項", [False, False], True),
        ("30日間", [True, False], False),
        ("12か月", [False, False], False),
        ("2026年", [False, True], False),
        ("10月", [True, False], False),
    ]
    assert "".join("".join(part) for part in shown(made)) == text


def test_a_reference_is_set_like_the_number_that_it_names() -> None:
    assert [line(value(text))[0]["number"] for text in ("第11条", "10年", "Article 11")] == [True, False, False]


def test_a_value_inside_a_revision_has_the_neighbours_that_print_there() -> None:
    made = line(Text("通常"), Deleted((value("10年"),)), Inserted((value("7年"),)), value("5"), Text("間"))
    assert [made[1]["c"][0]["edge"], made[2]["c"][0]["edge"], made[3]["edge"]] == [[False, False]] * 2 + [[False, True]]


def test_no_quarter_space_in_headings_and_in_other_languages() -> None:
    heading = section(tree(Heading((Text("約"), value("10"), Text("キロ")))))["blocks"][0]["c"]
    english = line(Text("約"), value("10"), Text("キロ"), lang="en")
    assert [heading[1]["edge"], english[1]["edge"]] == [[False, False]] * 2


def test_a_line_end_is_a_neighbour_without_a_letter() -> None:
    assert line(Text("年"), Break(), value("10"))[2]["edge"] == [False, False]


@pytest.mark.parametrize(
    ("lang", "text", "needed"),
    [
        ("ja", "x", True),
        ("ja-JP", "x", True),
        ("en", "x", False),
        ("en", "株", True),
        ("en", "🙂", True),
        ("en", "é—“", False),
    ],
)
def test_japanese_fonts_take_part_only_where_needed(lang: str, text: str, needed: bool) -> None:
    assert needs_japanese_fonts(tree(Paragraph(words(text)), lang=lang)) is needed


@pytest.mark.parametrize(
    ("meta", "needed"),
    [
        (Meta("a", languages=(Language("ja", "日本語"),)), False),
        (Meta("a", labels=(("draft-translation", "(暫定版)"),)), False),
        (Meta("a", labels=(("notice-draft", "暫定版"),)), True),
        (Meta("a", company="青葉"), True),
        (Meta("a", effective="5月1日"), True),
    ],
)
def test_what_is_not_printed_asks_for_no_font(meta: Meta, needed: bool) -> None:
    assert needs_japanese_fonts(Document("policy", "en", words("T"), meta, ())) is needed


def test_version_and_date_print_only_where_they_are_known() -> None:
    labels = (("version", "Version"), ("effective", "Effective"))
    known = Document("policy", "en", words("T"), Meta("a", version="1.0.0", effective="2024-05-01", labels=labels), ())
    spoken = (*labels, ("effective-date", "1 May 2024"))
    dated = Document("policy", "en", words("T"), Meta("a", effective="2024-05-01", labels=spoken), ())
    assert document_data(known)["edition"] == [["Version", "1.0.0"], ["Effective", "2024-05-01"]]
    assert document_data(dated)["edition"] == [["Effective", "1 May 2024"]]
    assert document_data(tree())["edition"] == []
