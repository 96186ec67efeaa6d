"""A policy as a printable tree: numbers, units, values, anchors, what is not stated."""

from __future__ import annotations

import pytest
from made_up_policy import ENGLISH, changed, document, load

from hoshin.document.nodes import (
    Address,
    Document,
    Emphasis,
    Foreign,
    Heading,
    Inline,
    Item,
    Link,
    ListBlock,
    Paragraph,
    Text,
    Unit,
    Value,
    plain,
)
from hoshin.document.policy import Edition
from hoshin.document.walk import body_text, deep, lines, links
from hoshin.kernel.overlay import Overlay
from hoshin.policy.stated import printed
from hoshin.translations.locale import load_locale

PRINTED = """\
Privacy Policy of Aoba
1. About
Aoba Books Ltd. runs https://aoba.example. “Member” means a person who has registered.
2. Data
We may collect:
1.
Account data, including
Name
Your e-mail address
Why
We need the data for the contract.
2.
Other things as typed {here}
3. Use
1.
Sending of the newsletter; and
2.
Delivery of orders.
We usually pass parcels to couriers.
Accounts are usually kept for about 2 years, then deleted. Logs are kept for 2 weeks.
ask for access; and
ask for erasure.
Nobody under 16. See Article 4.
4. Contact
Our list, bad, here, gone.
Reader desk
3F, 1-2-3 Midori, Aoba-ku, Sendai 980-0000, Japan
desk@aoba.example
Closing words"""


def nodes(made: Document) -> list[Inline]:
    return [node for line in lines(made) for node in deep(line)]


def ids(made: Document) -> list[str]:
    """All anchors of a document, in order."""
    found: list[str] = []

    def collect(block: object) -> None:
        anchor = getattr(block, "id", "")
        if anchor and not isinstance(block, Unit):
            found.append(anchor)
        for name in ("blocks", "items"):
            for inner in getattr(block, name, ()):
                collect(inner)

    for section in made.sections:
        collect(section)
    return found


def test_the_words_in_order() -> None:
    assert body_text(document()) == PRINTED


def test_the_same_arguments_give_the_same_tree() -> None:
    assert document() == document()


def test_each_unit_that_the_document_prints_stands_in_the_tree_once_and_in_order() -> None:
    expected = [unit for unit, _ in printed(load(ENGLISH))]
    assert [node.id for node in nodes(document()) if isinstance(node, Unit)] == expected


def test_heading_styles() -> None:
    english, japanese = document(), document(lang="ja")
    assert english.sections[3].heading == (
        Value("section/contact", (Text("4."),)),
        Text(" "),
        Unit("section/contact/title", (Text("Contact"),)),
    )
    assert japanese.sections[3].heading == (
        Value("section/contact", (Text("第4条"),)),
        Text("（"),
        Unit("section/contact/title", (Text("Contact"),)),
        Text("）"),
    )
    assert [section.number for section in english.sections] == ["1.", "2.", "3.", "4.", ""]
    assert english.sections[4].heading == (Unit("section/end/title", (Text("Closing words"),)),)


def test_list_marks_nest_per_locale_and_bullets_have_none() -> None:
    def marks(lang: str) -> list[str]:
        (block,) = (block for block in document(lang=lang).sections[1].blocks if isinstance(block, ListBlock))
        return [item.mark for item in block.items]

    assert marks("en") == ["1.", "2."]
    assert marks("ja") == ["（1）", "（2）"]
    first = document().sections[1].blocks[1]
    assert isinstance(first, ListBlock)
    assert first.ordered
    inner = first.items[0].blocks[1]
    assert inner == ListBlock(
        (
            Item((Paragraph((Unit("data/name/title", (Text("Name"),)),)),), "", "data.items.name"),
            Item((Paragraph((Unit("data/email/text", (Text("Your e-mail address"),)),)),), "", "data.items.email"),
        ),
        ordered=False,
        id="data.items",
    )


def test_a_sub_heading_stands_inside_its_item() -> None:
    first = document().sections[1].blocks[1]
    assert isinstance(first, ListBlock)
    assert first.items[0].blocks[2] == Heading((Unit("section/data/why", (Text("Why"),)),), 3, "data.why")


def test_the_end_of_an_item_stands_outside_its_unit() -> None:
    block = document().sections[2].blocks[0]
    assert isinstance(block, ListBlock)
    assert block.items[0].blocks == (
        Paragraph((Unit("purpose/newsletter/text", (Text("Sending of the newsletter"),)), Text("; and"))),
    )


def test_an_item_that_ends_a_sentence_gets_no_second_end() -> None:
    made = document(changed({"text: Delivery of orders": "text: Delivery of orders."}))
    assert "Delivery of orders.\n" in body_text(made)


def test_values_are_marked_and_link_where_they_can() -> None:
    values = {node.fact: node.children for node in nodes(document()) if isinstance(node, Value)}
    assert values["section/contact"] == (Text("4."),)
    assert values["contact/desk/email"] == (Link("mailto:desk@aoba.example", (Text("desk@aoba.example"),)),)
    assert values["site/main/url"] == (Link("https://aoba.example", (Text("https://aoba.example"),)),)
    assert values["retention/accounts"] == (Text("2 years"),)
    assert values["children/min-age"] == (Text("16"),)
    assert values["controller/brand"] == (Text("Aoba"),)


def test_links_lead_to_safe_targets_and_to_ids_that_are_there() -> None:
    made = document()
    assert list(links(made)) == [
        "https://aoba.example",
        "#contact",
        "https://aoba.example/cookies",
        "#about",
        "mailto:desk@aoba.example",
    ]
    anchors = ids(made)
    assert {target[1:] for target in links(made) if target.startswith("#")} <= set(anchors)
    assert len(anchors) == len(set(anchors))


def test_anchors_are_made_of_permanent_ids() -> None:
    assert ids(document())[:9] == [
        "about",
        "about.intro",
        "data",
        "data.data-list.lead",
        "data.data-list",
        "data.account-item",
        "data.items",
        "data.items.name",
        "data.items.email",
    ]


def test_an_address_block_has_a_line_a_unit() -> None:
    block = document().sections[3].blocks[1]
    assert isinstance(block, Address)
    assert [plain(line) for line in block.lines] == [
        "Reader desk",
        "3F, 1-2-3 Midori, Aoba-ku, Sendai 980-0000, Japan",
        "desk@aoba.example",
    ]


def test_markup_becomes_nodes() -> None:
    assert Emphasis((Text("things"),)) in nodes(document())


def test_white_space_of_the_file_is_not_printed() -> None:
    folded = changed({'"We may collect:"': '"We  may\\n  collect:\\u00a0"'})
    assert document(folded).sections == document().sections


def test_a_placeholder_without_an_answer_prints_as_typed() -> None:
    made = document(
        changed({"as typed {here}": "as typed {retention:gone} {nokind:x} {children:alone-from} {article:no}"})
    )
    assert "as typed {retention:gone} {nokind:x} {children:alone-from} {article:no}\n" in body_text(made)


def test_a_reference_to_a_section_without_a_number_prints_its_title() -> None:
    assert "See Closing words." in body_text(document(changed({"{article:contact}": "{article:end}"})))


def test_a_circle_of_names_ends() -> None:
    made = document(changed({"term: Member,": 'term: "{term:member}!",'}))
    assert "“{term:member}!!!” means" in body_text(made)


def test_a_small_file_cannot_print_a_huge_document() -> None:
    many = "{term:member}" * 300
    made = document(changed({"term: Member,": f'term: "{many}",', "as typed {here}": many}))
    assert len(body_text(made)) < 2 * (len(many) + len(PRINTED))


def test_a_value_that_ends_in_kan_is_not_followed_by_another() -> None:
    text = changed(
        {"Logs are kept for {retention:logs}.": "ログは{retention:logs}間、名簿は{retention:accounts}間保存します。"}
    )
    assert "ログは2週間、名簿は2年間保存します。" in body_text(document(text, "ja"))
    assert "ログは2 weeks間、" in body_text(document(text, "en"))


def test_dates_print_as_precisely_as_they_are_known() -> None:
    text = changed({"as typed {here}": "{date:effective} and {date:published} and {date:effective/value}"})
    assert "1 July 2026 and March 2026 and 1 July 2026\n" in body_text(document(text))
    assert "2026年7月1日 and 2026年3月 and 2026年7月1日\n" in body_text(document(text, "ja"))


@pytest.mark.parametrize(("value", "shown"), [("to_be_set", "[date to be set]"), ("on_posting", "the day of posting")])
def test_dates_that_are_no_day(value: str, shown: str) -> None:
    made = document(changed({"value: 2026-07-01": f"value: {value}", "as typed {here}": "on {date:effective}"}))
    assert f"on {shown}\n" in body_text(made)
    assert made.meta.effective == ""


def test_meta() -> None:
    meta = document().meta
    assert (meta.document, meta.company, meta.version, meta.effective, meta.source_lang) == (
        "books",
        "Aoba Books Ltd.",
        "1.2.0",
        "2026-07-01",
        "en",
    )
    assert dict(meta.labels)["contents"] == "Contents"


def test_what_a_section_cannot_print_leaves_no_empty_block() -> None:
    gone = """
      - {kind: paragraph, id: pp, units: [{of: purpose/gone}]}
      - {kind: subheading, id: hh, of: technology/gone}
      - {kind: address, id: aa, units: [{of: contact/gone}]}
      - {kind: list, id: ll, of: technologies}
      - {kind: list, id: nn, of: nothing}
      - {kind: list, id: oo, of: purposes, order: [hidden]}
      - {kind: list, id: ii, items: [{id: empty-item}]}"""
    made = document(changed({"title: About\n    blocks:": f"title: About\n    blocks:{gone}"}))
    assert [type(block).__name__ for block in made.sections[0].blocks] == ["ListBlock", "Paragraph"]
    assert "A purpose that no text states" in body_text(made)


def test_an_item_may_hold_blocks_alone() -> None:
    item = "- {id: deep, blocks: [{kind: list, id: inner, items: [{id: leaf, units: [{id: leaf-text, text: Leaf}]}]}]}"
    made = document(changed({"          - {id: other-item": f"          {item}\n          - {{id: other-item"}))
    assert "\n2.\nLeaf\n3.\n" in body_text(made)


def test_what_is_not_stated_prints_nothing() -> None:
    bare = "document: {title: Bare, source_locale: en}\nsections: [{id: only, title: Only}]\n"
    made = document(bare)
    assert body_text(made) == "Bare\n1. Only"
    assert made.summary == ()
    assert made.notices == ()
    assert (made.meta.company, made.meta.version, made.meta.effective) == ("", "", "")


def test_an_untranslated_unit_is_marked_and_printed_in_the_language_of_the_source() -> None:
    english = load_locale("en", Overlay())
    edition = Edition(untranslated=frozenset({"retention/accounts/text", "retention/logs/text"}), source=english)
    made = document(lang="ja", edition=edition)
    units = [node for node in nodes(made) if isinstance(node, Unit) and node.id in edition.untranslated]
    shown = [plain((node,)) for unit in units for node in unit.children if isinstance(node, Foreign)]
    assert shown == [
        "Accounts are usually kept for about 2 years, then deleted.",
        "Logs are kept for 2 weeks.",
    ]
    assert "then deleted. Logs" in body_text(made)
    assert [notice.kind for notice in made.notices] == ["language"]
    assert (
        plain(made.notices[0].blocks[0].children) == "現在の原文の訳文がまだない箇所が2か所あり、英語で表示しています。"
    )  # type: ignore[union-attr] # a paragraph
