"""Parts of a section and the numbers that references give them."""

from __future__ import annotations

from made_up_policy import document, load

from hoshin.document.nodes import Link, plain
from hoshin.document.policy import policy_document
from hoshin.document.walk import anchors_of, deep, lines
from hoshin.policy.places import Place, Step, places_in
from hoshin.translations.locale import read_locale

POLICY = """\
document: {title: Policy, source_locale: en}
purposes:
  - {id: orders, title: Orders, text: handling orders}
  - {id: news, title: News, text: sending news}
sections:
  - id: opening
    title: Opening
    numbered: false
    blocks: [{kind: paragraph, id: hello, units: [{id: hello-text, text: Hello.}]}]
  - id: data
    title: Data
    blocks:
      - {kind: paragraph, id: first, units: [{id: first-text, text: First.}]}
      - kind: list
        id: kinds
        numbering: decimal
        items:
          - {id: name, units: [{id: name-text, text: name}]}
          - id: photos
            units: [{id: photos-text, text: photos}]
            blocks:
              - kind: list
                id: sources
                numbering: lower_alpha
                lead: [{id: sources-lead, text: "from:"}]
                items:
                  - {id: shop, units: [{id: shop-text, text: shop}]}
                  - {id: fair, units: [{id: fair-text, text: fair}]}
              - kind: list
                id: dashes
                items: [{id: dash, units: [{id: dash-text, text: dash}]}]
      - {kind: subheading, id: more, text: More}
      - {kind: list, id: further, numbering: decimal, items: [{id: age, units: [{id: age-text, text: age}]}]}
      - kind: list
        id: uses
        numbering: decimal
        lead: [{id: uses-lead, text: "Uses:"}]
        of: purposes
        order: [news, orders]
  - id: alone
    title: Alone
    blocks:
      - {kind: list, id: reasons, numbering: decimal, items: [{id: one, units: [{id: one-text, text: one}]}]}
  - id: references
    title: References
    blocks:
      - kind: paragraph
        id: all
        units:
          - id: all-text
            text: |-
              See {article:data/first}, {article:data/photos}, {article:data/fair}, {article:data/dash},
              {article:data/age}, {article:data/uses/orders}, {article:alone/one}, {article:alone/reasons},
              {article:opening/hello}.
"""
ONE = Step("paragraph", 1)


def references(lang: str) -> list[tuple[str, str]]:
    made = document(POLICY, lang)
    found = [node for line in lines(made) for node in deep(line) if isinstance(node, Link)]
    assert {link.target.removeprefix("#") for link in found} <= set(anchors_of(made.sections))
    return [(link.target, plain(link.children)) for link in found]


def test_a_reference_counts_what_the_reader_counts() -> None:
    assert references("en") == [
        ("#data.first", "Article 1(1)"),
        ("#data.photos", "Article 1(1)(2)"),
        ("#data.fair", "Article 1(1)(2)(b)"),
        ("#data.dash", "Article 1(1)(2)"),
        ("#data.age", "Article 1(2)(1)"),
        ("#data.uses.orders", "Article 1(3)(2)"),
        ("#alone.one", "Article 2(1)"),
        ("#alone.one", "Article 2"),
    ]
    assert [words for _, words in references("ja")] == [
        "第1条第1項", "第1条第1項第2号", "第1条第1項第2号イ", "第1条第1項第2号", "第1条第2項第1号", "第1条第3項第2号",
        "第2条第1号", "第2条",
    ]  # fmt: skip


def test_a_language_may_number_the_paragraphs_of_an_article() -> None:
    locale = read_locale("ja", 'numbering: {paragraph: "{number}　"}'.encode())
    made = policy_document(load(POLICY), locale, locale.words("document"))
    shown = [plain(line) for line in lines(made)]
    assert [line for line in shown if line.endswith(("First.", "Uses:", "from:", "Hello."))] == [
        "Hello.", "First.", "from:", "3　Uses:",
    ]  # fmt: skip


def test_parts_go_by_the_ids_of_blocks_items_texts_and_facts() -> None:
    places = places_in("section/data", load(POLICY))
    assert list(places) == [
        "first", "first-text", "kinds", "name", "name-text", "photos", "photos-text", "sources-lead", "sources", "shop",
        "shop-text", "fair", "fair-text", "dashes", "dash", "dash-text", "further", "age", "age-text", "uses-lead",
        "uses", "uses/news", "uses/orders",
    ]  # fmt: skip
    assert places["dash"] == Place("data.dash", (ONE, Step("decimal", 2)), counted=False)
    assert places["sources-lead"].anchor == "data.sources.lead"
    assert places_in("section/gone", load(POLICY)) == {}
