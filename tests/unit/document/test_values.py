"""What a placeholder prints, by kind and field."""

from __future__ import annotations

import pytest
from made_up_policy import changed, document

from hoshin.document.nodes import Inlines, Link, Text, Unit, Value, plain
from hoshin.document.walk import body_text, deep, lines

FACTS = """
parties:
  - {id: north, name: North Ltd., url: "https://north.example", address: {street: 1 Quay, city: Lisbon, country: PT}}
officers: [{id: dpo, role: dpo, title: Our officer}, {id: rep, role: representative, party: north}]
requests: {deadline: {period: P1M}, identity: a copy of {a card}}
amendments: {notice: {period: P30D}}
"""
ENGLISH_ADDRESS = "3F, 1-2-3 Midori, Aoba-ku, Sendai 980-0000, Japan"


def filled(placeholder: str, lang: str = "en", extra: str = "") -> Inlines:
    """What one placeholder prints, alone in a sentence."""
    facts = FACTS.replace("a copy of {a card}", '"a *copy* for {controller:brand}"')
    text = changed({"interests: []": facts + extra, "Other *things* as typed {here}": placeholder})
    for line in lines(document(text, lang)):
        for node in deep(line):
            if isinstance(node, Unit) and node.id == "section/data/other":
                return node.children
    raise AssertionError


@pytest.mark.parametrize(
    ("placeholder", "english", "japanese"),
    [
        ("{article:contact}", "Article 4", "第4条"),
        ("{date:effective}", "1 July 2026", "2026年7月1日"),
        ("{retention:logs}", "2 weeks", "2週間"),
        ("{retention:accounts/period}", "2 years", "2年"),
        ("{requests:deadline}", "1 month", "1か月"),
        ("{amendments:notice}", "30 days", "30日"),
        ("{amendments:notice/period}", "30 days", "30日"),
        ("{children:min-age}", "16", "16"),
        ("{term:member}", "Member", "Member"),
        ("{purpose:orders}", "Orders", "Orders"),
        ("{purpose:orders/text}", "Delivery of orders", "Delivery of orders"),
        ("{data:email}", "E-mail address", "E-mail address"),
        ("{party:north}", "North Ltd.", "North Ltd."),
        ("{officer:dpo}", "Our officer", "Our officer"),
        ("{officer:rep}", "North Ltd.", "North Ltd."),
        ("{party:north/address}", "1 Quay, Lisbon, Portugal", "1 Quay, Lisbon, ポルトガル"),
        ("{party:north/address/country}", "Portugal", "ポルトガル"),
        ("{contact:desk}", "Reader desk", "Reader desk"),
        ("{contact:desk/address}", ENGLISH_ADDRESS, "〒980-0000 SendaiAoba-ku1-2-3 Midori 3F"),
        ("{controller:brand}", "Aoba", "Aoba"),
        ("{requests:identity}", "a copy for Aoba", "a copy for Aoba"),
        ("{ document : title }", "Privacy Policy of Aoba", "Privacy Policy of Aoba"),
    ],
)  # fmt: skip
def test_values_in_both_languages(placeholder: str, english: str, japanese: str) -> None:
    for lang, shown in (("en", english), ("ja", japanese)):
        (value,) = filled(placeholder, lang)
        assert isinstance(value, Value)
        assert plain((value,)) == shown


@pytest.mark.parametrize(
    ("placeholder", "target", "shown"),
    [
        ("{contact:desk/email}", "mailto:desk@aoba.example", "desk@aoba.example"),
        ("{contact:desk/phone}", "tel:+81220000000", "+81 22 000 0000"),
        ("{party:north/url}", "https://north.example", "https://north.example"),
        ("{reference:cookie-list}", "https://aoba.example/cookies", "Cookie list"),
        ("{article:about}", "#about", "Article 1"),
    ],
)
def test_values_that_are_links(placeholder: str, target: str, shown: str) -> None:
    (value,) = filled(placeholder)
    assert isinstance(value, Value)
    assert value.children == (Link(target, (Text(shown),)),)


def test_the_path_of_the_fact_stands_at_its_value() -> None:
    facts = [filled(written)[0] for written in ("{retention:logs}", "{retention:logs/period}", "{children:min-age}")]
    assert [value.fact for value in facts if isinstance(value, Value)] == [
        "retention/logs",
        "retention/logs/period",
        "children/min-age",
    ]


@pytest.mark.parametrize(
    "placeholder",
    [
        "{retention:gone}",
        "{retention:logs/max}",
        "{retention:logs/nothing}",
        "{retention:logs/period/years}",
        "{article:gone}",
        "{controller:address/building}",
        "{children:knowingly-collected}",
        "{purpose:orders/uses}",
        "{controller:model-config}",
        "{legal-basis:contract}",
        "{date:gone}",
        "{nothing:x}",
    ],
)
def test_what_has_no_answer_prints_as_typed(placeholder: str) -> None:
    assert plain(filled(placeholder)) == placeholder


@pytest.mark.parametrize(
    ("replaced", "by", "placeholder", "english", "japanese"),
    [
        ("period: P2W", "period: indefinite", "{retention:logs}", "indefinitely", "無期限"),
        ("period: P2W", "period: not_stored", "{retention:logs}", "not stored", "保存なし"),
        ("period: P2W", "review: {every: P1Y}", "{retention:logs/review}", "1 year", "1年"),
        ("modality: usually, data_scope", "tier: 1200, data_scope", "{recipient:couriers/tier}", "1,200", "1,200"),
        (
            'register_number: "1234567"',
            "representative_person: {title: President, name: A. Person}",
            "{controller:representative-person}",
            "President A. Person",
            "President A. Person",
        ),
        (
            'register_number: "1234567"',
            "representative_person: {name: A. Person}",
            "{controller:representative-person/name}",
            "A. Person",
            "A. Person",
        ),
    ],
)
def test_further_kinds_of_value(replaced: str, by: str, placeholder: str, english: str, japanese: str) -> None:
    text = changed({replaced: by, "Other *things* as typed {here}": f"x {placeholder}"})
    for lang, shown in (("en", english), ("ja", japanese)):
        assert f"\nx {shown}\n" in body_text(document(text, lang))


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("by {controller:legal-name}. We", "by Aoba Books Ltd. We"),
        ("by {controller:legal-name}, we", "by Aoba Books Ltd., we"),
        ("by {controller:legal-name}...", "by Aoba Books Ltd...."),
        ("in {retention:logs}.", "in 2 weeks."),
    ],
)
def test_the_full_stop_of_an_abbreviation_also_ends_the_sentence(written: str, printed: str) -> None:
    assert f"\n{printed}\n" in body_text(document(changed({"Other *things* as typed {here}": written})))


def test_a_fact_without_a_name_prints_as_typed() -> None:
    text = changed({"title: Couriers, ": "", "Other *things* as typed {here}": "x {recipient:couriers}"})
    assert "\nx {recipient:couriers}\n" in body_text(document(text))


def test_a_link_around_a_value_is_one_link() -> None:
    (link,) = filled("[to **{article:about}**, *x* or {reference:cookie-list}]({article:contact})")
    assert isinstance(link, Link)
    assert link.target == "#contact"
    assert not [node for node in deep(link.children) if isinstance(node, Link)]
    assert plain((link,)) == "to Article 1, x or Cookie list"


def test_a_link_to_a_value_without_a_place_is_its_words() -> None:
    assert plain(filled("[words]({retention:logs})")) == "words"
    assert [type(node) for node in filled("[words]({retention:logs})")] == [Text]


def test_a_link_without_words_shows_where_it_leads() -> None:
    assert filled("[](https://x.example)") == (Link("https://x.example", (Text("https://x.example"),)),)
