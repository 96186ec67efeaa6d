"""The layered summary: only what the text tells, with every hedge, and where it is said in full."""

from __future__ import annotations

import pytest
from made_up_policy import changed, document

from hoshin.document.nodes import Card, Document, plain
from hoshin.document.walk import lines_of

Shown = tuple[str, tuple[str, ...], tuple[str, ...]]


def shown(card: Card) -> Shown:
    return card.title, tuple(plain(line) for line in lines_of(card.blocks)), card.sections


def answer(made: Document, name: str) -> tuple[str, ...]:
    (found,) = (shown(card)[1] for card in made.summary if card.id == f"summary-{name}")
    return found


def test_english_cards() -> None:
    assert [shown(card) for card in document().summary] == [
        ("Who is responsible", ("Aoba Books Ltd.",), ("about",)),
        ("Which data", ("Account data: Name, E-mail address and others (may be collected)",), ("data",)),
        ("What for", ("Orders", "Newsletter (if you ask for it)"), ("use",)),
        ("On which legal basis", ("performance of a contract",), ("data",)),
        ("Who receives data", ("usually Couriers (the minimum of data only)",), ("use",)),
        (
            "How long",
            (
                "Accounts: usually about 2 years",
                "as long as needed for the purposes",
                "afterwards: deletion",
                "Logs: 2 weeks",
            ),
            ("use",),
        ),
        ("Your rights", ("Access", "Erasure"), ("use",)),
        (
            "Contact",
            ("Reader desk", "3F, 1-2-3 Midori, Aoba-ku, Sendai 980-0000, Japan", "desk@aoba.example"),
            ("contact",),
        ),
    ]


def test_japanese_words_around_the_facts() -> None:
    made = document(lang="ja")
    assert [card.title for card in made.summary] == [
        "責任を負う者",
        "取得する情報",
        "利用目的",
        "法的根拠",
        "提供先",
        "保存期間",
        "ご本人の権利",
        "お問い合わせ先",
    ]
    assert answer(made, "retention") == (
        "Accounts：通常、約2年間",
        "利用目的に必要な期間",
        "その後、削除",
        "Logs：2週間",
    )
    assert answer(made, "recipients") == ("通常、Couriers（必要最小限の情報のみ）",)
    assert made.summary_title == "要約"


def test_it_says_that_it_is_no_part_of_the_policy() -> None:
    assert document().summary_title == "At a glance"


def test_a_fact_that_no_text_tells_is_not_in_it() -> None:
    everything = " ".join(" ".join(shown(card)[1]) for card in document().summary)
    assert "A purpose that no text states" not in everything
    assert "+81" not in everything
    assert "1234567" not in everything


def test_a_value_is_shown_once_a_text_prints_it() -> None:
    made = document(changed({"as typed {here}": "as typed {contact:desk/phone} {controller:address}"}))
    assert "+81 22 000 0000" in answer(made, "contact")
    assert answer(made, "who") == ("Aoba Books Ltd.", "3F, 1-2-3 Midori, Aoba-ku, Sendai 980-0000, Japan")


def test_what_the_policy_denies_or_leaves_open_is_not_in_it() -> None:
    made = document(changed({"{id: couriers, title: Couriers,": "{id: couriers, title: Couriers, status: unknown,"}))
    assert "summary-recipients" not in [card.id for card in made.summary]


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ("period: P2Y, bound: max", "Logs: at most 2 years"),
        ("period: P1Y, bound: min, modality: normally", "Logs: normally at least 1 year"),
        ("min: P6M, max: P18M", "Logs: at least 6 months, at most 18 months"),
        ("max: P18M", "Logs: at most 18 months"),
        ("min: P6M", "Logs: at least 6 months"),
        ("period: indefinite", "Logs: indefinitely"),
        ("period: not_stored", "Logs: not stored"),
        ("until: withdrawal", "Logs: until the withdrawal of your consent"),
        ("period: P1D, starts_from: visit", "Logs: 1 day from the visit"),
        ("period: P1D, suspended_by: [legal_claim]", "Logs: 1 day (with exceptions)"),
        ("period: P1D, scope: {region: [JP], language: [ja]}", "Logs: 1 day (applies to: Japan, speakers of Japanese)"),
        ("period: P1D, scope: {product: [nothing]}", "Logs: 1 day (applies to: nothing)"),
        ("period: P1D, condition: {text: if you agree}", "Logs: 1 day (if you agree)"),
        ("review: {regularly: true}", "Logs"),
    ],
)
def test_no_hedge_of_a_period_is_lost(fields: str, line: str) -> None:
    text = changed({"title: Logs, period: P2W,": f"title: Logs, {fields},", "for {retention:logs}": "as said"})
    assert answer(document(text), "retention")[-1] == line


def test_hedges_that_differ_stand_with_each_item() -> None:
    text = changed(
        {
            "- {id: name, title: Name}": "- {id: name, title: Name, modality: may}",
            "title: E-mail address,": "title: E-mail address, condition: {text: if given},",
            "modality: may\n    completeness: non_exhaustive": "completeness: exhaustive",
        }
    )
    assert answer(document(text), "data") == ("Account data: Name (may be collected), E-mail address (if given)",)


def test_the_condition_goes_before_the_hedge() -> None:
    text = changed(
        {
            "- {id: name, title: Name}": "- {id: name, title: Name, modality: may, condition: {text: on request}}",
            "modality: may\n    completeness: non_exhaustive": "completeness: exhaustive",
        }
    )
    assert answer(document(text), "data") == ("Account data: Name (on request; may be collected), E-mail address",)
    assert answer(document(text, "ja"), "data") == (
        "Account data：Name（on request、取得することがあります）、E-mail address",
    )


def test_a_hedge_that_all_items_share_is_said_once() -> None:
    text = changed(
        {
            "- {id: name, title: Name}": "- {id: name, title: Name, modality: usually}",
            "title: E-mail address,": "title: E-mail address, modality: usually,",
        }
    )
    assert answer(document(text), "data") == (
        "Account data: usually Name, E-mail address and others (may be collected)",
    )


def test_an_open_group_without_items_says_so() -> None:
    text = changed({"              - {kind: list, id: items, of: data, within: account}\n": ""})
    assert answer(document(text), "data") == ("Account data (may be collected; not listed one by one)",)
    assert answer(document(text, "ja"), "data") == (
        "Account data（取得することがあります。個別に列挙していないものを含みます）",
    )


def test_an_open_list_of_purposes_ends_with_others() -> None:
    text = changed({"        of: purposes\n": "        of: purposes\n        completeness: non_exhaustive\n"})
    assert answer(document(text), "why") == ("Orders", "Newsletter (if you ask for it)", "and others")


def test_interests_stand_under_their_basis_once() -> None:
    text = changed(
        {
            'basis: "eu-gdpr:A6-1-b", purposes: [orders]': 'basis: "eu-gdpr:A6-1-f", interests: [safety, gone]',
            "interests: []": "interests: [{id: safety, title: Safe operation}]",
            "units: [{of: legal-basis/contract}]": "units: [{of: legal-basis/contract, states: [interest/safety]}]",
        }
    )
    assert answer(document(text), "basis") == ("legitimate interests", "Safe operation")


def test_a_basis_without_a_label_prints_its_title() -> None:
    text = changed({'{id: contract, basis: "eu-gdpr:A6-1-b",': '{id: contract, title: Own basis, basis: "own:x1",'})
    assert answer(document(text), "basis") == ("Own basis",)


@pytest.mark.parametrize(
    ("transfers", "lines"),
    [
        ("[{id: to-india, country: IN}]", ("Transfers to other countries: India",)),
        (
            "[{id: to-india, country: IN}, {id: to-kenya, title: Kenya, country: KE}]",
            ("Transfers to other countries", "India", "Kenya"),
        ),
    ],
)
def test_transfers_say_that_they_are_transfers(transfers: str, lines: tuple[str, ...]) -> None:
    text = changed(
        {
            "interests: []": f"transfers: {transfers}",
            "as typed {here}": "as typed",
            'units: [{id: other, text: "Other': (
                'units: [{id: other, states: [transfer/to-india, transfer/to-kenya], text: "Other'
            ),
        }
    )
    assert answer(document(text), "recipients") == ("usually Couriers (the minimum of data only)", *lines)


def test_without_a_desk_the_controller_is_the_contact() -> None:
    text = changed(
        {
            "  brand: Aoba\n": "  brand: Aoba\n  email: office@aoba.example\n",
            "{contact:desk}": "x",
            "{contact:desk/address}": "y",
            '{id: postal-email, text: "{contact:desk/email}", states: [contact/desk/email]}': (
                '{id: postal-email, text: "{controller:email}"}'
            ),
        }
    )
    assert answer(document(text), "contact") == ("office@aoba.example",)


def test_a_desk_of_which_no_text_gives_a_way_to_reach_it_is_not_a_contact() -> None:
    text = changed(
        {"contacts:\n": "contacts:\n  - {id: post, title: By post}\n", "as typed {here}": "as typed {contact:post}"}
    )
    assert "By post" not in answer(document(text), "contact")


def test_officers_are_named_with_the_controller() -> None:
    text = changed(
        {
            "interests: []": (
                "parties: [{id: north, name: North Ltd.}]\n"
                "officers: [{id: dpo, title: Privacy officer, role: dpo, name: A. Person}, "
                "{id: rep, role: representative, party: north}]"
            ),
            "as typed {here}": "as typed {officer:dpo} {officer:rep} {party:north}",
        }
    )
    made = document(text)
    assert answer(made, "who") == ("Aoba Books Ltd.", "Privacy officer: A. Person", "North Ltd.")
