"""What the examples on the rules' own pages do not show."""

from __future__ import annotations

import pytest

from hoshin.check.advice import Advice
from hoshin.check.run import check_policy
from hoshin.kernel.finding import Finding
from hoshin.policy.load import load_document
from hoshin.policy.snapshot import Snapshot
from hoshin.policy.terms import project_terms

HEAD = """document: {title: Privacy Policy, source_locale: en}
dates: {status: none, reason: on the page}
sites: {status: none, reason: on paper}
"""


def check(policy: str) -> list[Finding]:
    snapshot = Snapshot({"policy/x/policy.yaml": policy.encode()})
    reading = load_document(snapshot, "x")
    assert reading.findings == ()
    assert reading.loaded is not None
    return sorted(check_policy(reading.loaded, project_terms(snapshot)), key=lambda item: (item.rule, item.path))


def told(policy: str) -> list[tuple[str, str]]:
    return [(item.message_id, item.path) for item in check(policy)]


def unit(text: str, more: str = "", language: str = "en") -> str:
    head = HEAD.replace("locale: en", f"locale: {language}")
    body = f"""sections:
  - id: about
    title: A
    blocks:
      - kind: paragraph
        id: about-p
        units:
          - id: about-text
            text: |-
              {text}
"""
    return head + more + body


@pytest.mark.parametrize(
    "text",
    [
        "See Article 6(1)(f) of the GDPR.",
        "See Article 1 GDPR.",
        "See Article 1 of the General Data Protection Regulation.",
        "See GDPR Article 1 and Act Article 1.",
        "See Article 12.",
        "Section 1798.100 of the Civil Code.",
    ],
)
def test_articles_of_laws_are_no_typed_references(text: str) -> None:
    assert told(unit(text)) == []


@pytest.mark.parametrize("text", ["As in Article 1 of this Policy.", "As in Section 1 above.", "See Articles 1 and 2."])
def test_typed_numbers_of_own_articles_are_told(text: str) -> None:
    assert told(unit(text)) == [("DOC106.typed", "section/about/about-text")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("本方針の第1条をご覧ください。", [("DOC106.typed", "section/about/about-text")]),
        ("第一条をご覧ください。", [("DOC106.typed", "section/about/about-text")]),
        ("個人情報保護法第1条をご覧ください。", []),
        ("民法第一条をご覧ください。", []),
        ("個人情報の保護に関する法律第1条をご覧ください。", []),
        ("GDPR第1条をご覧ください。", []),
        ("第1条の2をご覧ください。", []),
    ],
)
def test_japanese_articles(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(unit(text, language="ja")) == expected


@pytest.mark.parametrize(
    "text",
    [
        "See [our site](https://www.example.com/) and [2].",
        "Add your name [optional].",
        "Is that so? Yes.",
        "Autodetermined todos.",
    ],
)
def test_ordinary_brackets_are_no_placeholders_left(text: str) -> None:
    assert told(unit(text)) == []


@pytest.mark.parametrize(
    "text", ["TODO", "To be done: TBD.", "[...]", "[ ]", "[…]", "Name: ____", "lorem ipsum", "???"]
)
def test_marks_of_unfinished_text(text: str) -> None:
    assert told(unit(text)) == [("DOC112", "section/about/about-text")]


@pytest.mark.parametrize("text", ["住所：○○", "〇〇株式会社", "【要確認】", "[未定]"])
def test_marks_of_unfinished_japanese_text(text: str) -> None:
    assert told(unit(text, language="ja")) == [("DOC112", "section/about/about-text")]


CONTACT = """controller: {legal_name: Example Inc., brand: Example, email: a@example.com}
retention:
  - {id: logs, title: Logs, period: P24M, text: "Logs: {retention:logs}."}
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kept for two years.", {"two years": "{retention:logs}"}),
        ("Kept for 24 months.", {"24 months": "{retention:logs}"}),
        ("Kept for 24 days by Examples Ltd.", {}),
        ("See https://example.com/Example and b@example.com.", {}),
        ("Example Inc. is Example.", {"Example Inc.": "{controller:legal-name}", "Example": "{controller:brand}"}),
        ("Mail: a@example.com.", {"a@example.com": "{controller:email}"}),
    ],
)
def test_typed_values(text: str, expected: dict[str, str]) -> None:
    policy = unit(text, CONTACT) + "  - {id: more, title: B, blocks: [{kind: list, id: rules, of: retention}]}\n"
    found = [dict(item.args) for item in check(policy) if item.rule == "DOC130"]
    assert {str(args["typed"]): args["placeholder"] for args in found} == expected


def test_a_near_miss_needs_a_known_kind() -> None:
    assert told(unit("Write {name} or {Foo: bar} or a set {1, 2}.")) == []
    assert told(unit("Write {retention:default or {{x}}.")) == [
        ("DOC127.braces", "section/about/about-text"),
        ("DOC127.braces", "section/about/about-text"),
    ]


def test_a_category_is_told_by_its_items_and_an_item_only_by_itself() -> None:
    data = "data: [{id: contact, title: Contact data, items: [{id: email, title: E}, {id: phone, title: P}]}]\n"
    use = "purposes: [{id: mail, title: Mail, text: Mail, uses: [{data: phone}]}]\n"
    section = """sections:
  - id: about
    title: A
    blocks:
      - {kind: list, id: list, of: purposes}
      - kind: paragraph
        id: about-p
        units:
          - {id: mail, text: We use your e-mail address., states: [data/email]}
"""
    assert told(HEAD + data + use + section) == [("DOC128", "data/phone")]


def test_an_interest_that_a_basis_names_must_be_told_and_an_idle_one_is_left_over() -> None:
    policy = (
        HEAD
        + """interests: [{id: safety, title: Safety}, {id: sales, title: Sales}]
legal_bases: [{id: all, basis: "eu-gdpr:A6-1-f", interests: [safety], text: We have interests.}]
sections: [{id: about, title: A, blocks: [{kind: list, id: bases, of: legal_bases}]}]
"""
    )
    assert told(policy) == [("DOC128", "interest/safety"), ("DOC131", "interest/sales")]


def test_a_fact_that_names_only_itself_is_not_used() -> None:
    policy = (
        HEAD
        + """products: [{id: gold, kind: tier, title: Gold, includes: gold}]
sections: []
"""
    )
    assert told(policy) == [("DOC126.circle", "product/gold"), ("DOC131", "product/gold")]


def test_details_inside_a_fact_are_judged_as_well() -> None:
    policy = unit("Requests.", "requests: {fee: {default: free, status: none}}\n").replace(
        "text: |-", "states: [requests/fee]\n            text: |-"
    )
    assert told(policy) == [("DOC138.no-reason", "requests/fee")]


def test_the_text_of_a_denial_is_no_detail() -> None:
    policy = (
        HEAD
        + """automated_decisions:
  - id: none
    status: none
    reason: Nobody is profiled.
    text: We make no decisions without a person.
sections: [{id: about, title: A, blocks: [{kind: list, id: list, of: automated_decisions}]}]
"""
    )
    assert told(policy) == []


def test_what_is_found_does_not_depend_on_how_the_files_are_split() -> None:
    parts = {
        "a": HEAD,
        "b": "purposes: [{id: mail, title: Mail, uses: [{data: emial}]}]\n",
        "c": "data: [{id: email, title: E-mail}]\n",
        "d": "sections: [{id: about, title: About, blocks: [{kind: list, id: list, of: data}]}]\n",
    }
    whole = told("".join(parts.values()))
    snapshot = Snapshot({f"policy/x/{name}.yaml": text.encode() for name, text in parts.items()})
    loaded = load_document(snapshot, "x").loaded
    assert loaded is not None
    found = check_policy(loaded, project_terms(snapshot))
    assert sorted((item.message_id, item.path) for item in found) == sorted(whole)
    assert whole == [("DOC126.near", "purpose/mail/uses/0"), ("DOC128", "purpose/mail")]


def test_advice_ends_at_its_bound() -> None:
    advice = Advice(5)
    assert advice.near("mial", ["mail", "name", "fax"]) == "mail"
    assert advice.near("mial", ["mail", "name", "fax"]) is None
    assert advice.near("mial", ["mail"]) == "mail"
