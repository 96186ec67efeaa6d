"""Further sentences and limits of single rules, each with its exact findings."""

from __future__ import annotations

import pytest

from hoshin.check.run import check_policy
from hoshin.kernel.finding import Finding
from hoshin.policy.load import load_document
from hoshin.policy.snapshot import Snapshot
from hoshin.policy.terms import project_terms

DATA = "data: [{id: contact, title: Contact, items: [{id: email, title: E}, {id: phone, title: P}]}]\n"

ANSWERED = {
    "dates": "dates: {status: none, reason: on the page}\n",
    "sites": "sites: {status: none, reason: on paper}\n",
}
"""Keeps the findings of single rules apart from what every document must tell."""


def check(*parts: str, language: str = "en") -> list[Finding]:
    policy = f"document: {{title: Privacy Policy, source_locale: {language}}}\n" + "".join(parts)
    policy += "".join(line for key, line in ANSWERED.items() if f"{key}:" not in policy)
    snapshot = Snapshot({"policy/x/policy.yaml": policy.encode()})
    reading = load_document(snapshot, "x")
    assert reading.findings == ()
    assert reading.loaded is not None
    found = check_policy(reading.loaded, project_terms(snapshot))
    return sorted(found, key=lambda item: (item.rule, item.path, item.args))


def told(*parts: str, language: str = "en") -> list[tuple[str, str]]:
    return [(item.message_id, item.path) for item in check(*parts, language=language)]


def section(*blocks: str) -> str:
    return "sections:\n  - id: about\n    title: A\n    blocks:\n" + "".join(f"      - {block}\n" for block in blocks)


ITEMS = "{kind: list, id: items, of: data, within: contact}"


@pytest.mark.parametrize(
    ("block", "message", "args"),
    [
        ("{kind: list, id: two, of: purpose}", "DOC126.near", {"field": "of", "id": "purpose", "near": "purposes"}),
        ("{kind: list, id: two, of: children}", "DOC126.unknown", {"field": "of", "id": "children"}),
        ("{kind: list, id: two, of: data, within: contac}", "DOC126.near", {"field": "within", "near": "contact"}),
        ("{kind: list, id: two, of: data, within: email}", "DOC126.unknown", {"field": "within", "id": "email"}),
        ("{kind: list, id: two, of: data, within: contact, order: [emial]}", "DOC126.near", {"near": "email"}),
        ("{kind: list, id: two, of: data, order: [email]}", "DOC126.unknown", {"field": "order", "id": "email"}),
        ("{kind: paragraph, id: two, units: [{of: zz/qq}]}", "DOC126.unknown", {"id": "zz/qq"}),
        ("{kind: paragraph, id: two, units: [{of: data/emial}]}", "DOC126.near", {"near": "data/email"}),
        ("{kind: paragraph, id: two, units: [{of: data/email}]}", "DOC126.no-text", {"texts": ("data/email/title",)}),
        ("{kind: subheading, id: two, of: data/email}", "DOC126.no-text", {"texts": ("data/email/title",)}),
        (
            "{kind: paragraph, id: two, units: [{id: one, text: A, antecedent: section/about/itms}]}",
            "DOC126.near",
            {"field": "antecedent", "id": "section/about/itms"},
        ),
    ],
)
def test_what_sections_print_must_be_there(block: str, message: str, args: dict[str, object]) -> None:
    found = check(DATA, section(ITEMS, block))
    assert [item.message_id for item in found] == [message]
    assert args.items() <= dict(found[0].args).items()


@pytest.mark.parametrize(
    "block",
    [
        "{kind: list, id: two, of: data, within: contact, order: [phone, email]}",
        "{kind: paragraph, id: two, units: [{of: data/email/title}]}",
        "{kind: subheading, id: two, of: data/email/title}",
        "{kind: paragraph, id: two, units: [{id: one, text: A, antecedent: section/about/items}]}",
        "{kind: paragraph, id: two, units: [{id: one, text: A, antecedent: data/contact}]}",
        "{kind: paragraph, id: two, units: [{id: one, text: A, states: [section/about/items]}]}",
        "{kind: paragraph, id: two, units: [{id: one, text: A, states: [data/contact/items/email]}]}",
        "{kind: address, id: two, units: [{id: one, text: A}]}",
        "{kind: list, id: two, items: [{id: three, blocks: [{kind: subheading, id: four, text: B}]}]}",
    ],
)
def test_what_is_there_is_found(block: str) -> None:
    assert told(DATA, section(ITEMS, block)) == []


@pytest.mark.parametrize("path", ["data/contact/items/fax", "data/contact/title/more", "data/contact/items/9"])
def test_a_path_into_nothing_is_no_fact(path: str) -> None:
    block = f"{{kind: paragraph, id: two, units: [{{id: one, text: A, states: [{path}]}}]}}"
    assert [item.rule for item in check(DATA, section(ITEMS, block))] == ["DOC129"]


def test_a_choice_names_its_fact_in_full() -> None:
    choice = "choices: [{id: stop, kind: opt_out, of: email, text: You can stop.}]\n"
    found = check(DATA, choice, section(ITEMS, "{kind: list, id: two, of: choices}"))
    assert [(item.message_id, dict(item.args)) for item in found] == [
        ("DOC126.near", {"field": "of", "id": "email", "near": "data/email"})
    ]


PROMISE = """recipients:
  - {id: shop, title: Shop, text: We work with a shop., data: [contact], MORE}
commitments:
  - {id: never, polarity: never, text: We never do that., PROMISE}
"""
LISTS = ("{kind: list, id: l1, of: recipients}", "{kind: list, id: l2, of: commitments}")


@pytest.mark.parametrize(
    ("recipient", "promise", "broken"),
    [
        ("mechanism: sale", "acts: [sell], data: [email]", True),
        ("kind: named", "acts: [sell], data: [email]", False),
        ("role: controller", "acts: [disclose], to: [third_parties]", True),
        ("appi_role: third_party", "acts: [disclose], to: [third_parties], data: any", True),
        ("role: processor", "acts: [disclose], to: [third_parties]", False),
        ("role: processor", "acts: [disclose], to: [shop]", True),
        ("kind: named", "acts: [share], recipients: [shop]", True),
        ("kind: named", "acts: [share], data: [contact]", True),
        ("kind: named", "acts: [share]", False),
        ("kind: named", "acts: [share], data: [email], condition: {text: if asked}", False),
        ("kind: named", "acts: [share], data: [email], scope: {region: [EEA]}", False),
        ("kind: named", "acts: [profile], data: [email]", False),
        ("kind: named", "acts: [use], data: [email]", False),
    ],
)
def test_what_breaks_a_promise(recipient: str, promise: str, broken: bool) -> None:
    policy = PROMISE.replace("MORE", recipient).replace("PROMISE", promise)
    assert told(DATA, policy, section(ITEMS, *LISTS)) == ([("DOC109", "commitment/never")] if broken else [])


ADDRESS = """controller:
  legal_name: Example Inc.
  phone: "+81 3 1234 5678"
  address: {street: Example Street 5, city: Tokyo, postal_code: "150-6139", country: JP}
parties: [{id: lab, name: Laboratory}]
officers: [{id: dpo, role: dpo, name: Jo Doe, email: dpo@example.com}, {id: rep, role: representative, party: lab}]
amendments: {notice: {period: P30D}, methods: [email]}
references: [{id: list, title: List, url: "https://www.example.com/list"}]
technologies: [{id: cookie, title: Cookie, kind: cookie, lifetime: P2Y, text: A cookie.}]
"""
EVERYTHING = (
    "{controller:address} {party:lab} {officer:dpo} {officer:rep} {amendments:notice} {reference:list} "
    "{technology:cookie}"
)


def paragraph(text: str) -> str:
    return f'{{kind: paragraph, id: two, units: [{{id: one, text: "{text}"}}]}}'


def test_values_of_all_kinds_are_printed_by_their_placeholders() -> None:
    text = (
        "{controller:legal-name}, {controller:address}, {controller:address/city}, {controller:phone}, {party:lab}, "
        "{officer:dpo}, {officer:rep}, {officer:dpo/email}, {amendments:notice}, {reference:list}, "
        "{reference:list/url}, {technology:cookie}, {technology:cookie/lifetime}"
    )
    assert told(ADDRESS, section(paragraph(text))) == []


@pytest.mark.parametrize(
    "placeholder",
    [
        "{controller:methods}",
        "{controller:brand}",
        "{controller:address/postal-code}",
        "{amendments:methods}",
        "{officer:dpo/role}",
        "{controller:legal-name/x}",
    ],
)
def test_values_that_print_nothing_are_told(placeholder: str) -> None:
    assert told(ADDRESS, section(paragraph(f"{EVERYTHING} {placeholder}"))) == [("DOC127.field", "section/about/one")]


@pytest.mark.parametrize(
    ("typed", "placeholder"),
    [
        ("Example Street 5", "{controller:address}"),
        ("150-6139", "{controller:address}"),
        ("+81 3 1234 5678", "{controller:phone}"),
        ("https://www.example.com/list", "{reference:list/url}"),
        ("30 days", "{amendments:notice/period}"),
        ("24 months", "{technology:cookie/lifetime}"),
    ],
)
def test_values_of_all_kinds_are_found_where_they_are_typed(typed: str, placeholder: str) -> None:
    found = check(ADDRESS, section(paragraph(f"{EVERYTHING} and {typed} too")))
    assert [(item.rule, dict(item.args)) for item in found] == [
        ("DOC130", {"typed": typed, "placeholder": placeholder})
    ]


def test_the_first_statement_of_a_value_may_be_any_of_its_placeholders() -> None:
    controller = "controller: {legal_name: Example Inc., brand: Example, email: a@example.com}\n"
    block = '{{kind: paragraph, id: two, units: [{{id: one, text: "{}", states: [{}]}}]}}'
    good = block.format("Write to {controller:email}.", "controller")
    assert told(controller, section(good)) == []
    bad = block.format("Write to {controller:email}.", "controller, controller/brand")
    found = check(controller, section(bad))
    assert [(item.rule, dict(item.args)) for item in found] == [
        ("DOC134", {"fact": "controller/brand", "placeholders": ("{controller:brand}",)})
    ]


def test_a_language_without_a_table_of_words_is_checked_by_its_facts() -> None:
    policy = "retention: [{id: logs, title: L, period: P2Y, modality: usually, text: 'TODO {retention:logs}'}]\n"
    assert told(policy, section("{kind: list, id: two, of: retention}"), language="fr") == []


def test_hedges_in_japanese() -> None:
    policy = """retention:
  - {id: logs, title: L, period: P2Y, modality: usually, text: "通常、{retention:logs}間保存します。"}
  - {id: mail, title: M, period: P2Y, text: "約{retention:mail}間保存します。"}
  - {id: fax, title: F, period: P2Y, bound: max, text: "最長{retention:fax}間保存します。"}
"""
    blocks = section("{kind: list, id: two, of: retention}")
    assert told(policy, blocks, language="ja") == [("DOC136.added-bound", "retention/mail/text")]


def test_a_defined_word_inside_another_word_is_no_use() -> None:
    terms = "definitions: [{id: rule, term: Rule, inline: true}, {id: data, term: データ, inline: true}]\n"
    states = (
        '{kind: paragraph, id: two, units: [{id: one, text: "“Rule” and 「データ」", states: [term/rule, term/data]}]}'
    )
    more = '{kind: paragraph, id: three, units: [{id: four, text: "Rules, 個人データを."}]}'
    assert told(terms, section(states, more)) == [("DOC102", "term/rule")]


def test_parts_of_a_fact_have_ids_of_their_own() -> None:
    purpose = "purposes: [{id: mail, title: Mail, text: Mail, items: [{id: one, title: A}, {id: one, title: B}]}]\n"
    found = check(purpose, section("{kind: list, id: two, of: purposes}"))
    assert [(item.message_id, item.path) for item in found] == [("DOC125.part", "purpose/mail/items/one")]


def test_an_unknown_term_far_from_all_others_gets_no_advice() -> None:
    data = 'data: [{id: contact, title: Contact, dpv: ["zz:Qqqqqqqq"]}]\n'
    assert told(data, section("{kind: list, id: two, of: data}")) == [("DOC132.unknown", "data/contact")]


def test_only_the_first_unknown_terms_get_advice() -> None:
    wanted = ", ".join(f'"pd:EmailAdress{number}"' for number in range(30))
    found = told(f"data: [{{id: contact, title: C, dpv: [{wanted}]}}]\n", section("{kind: list, id: two, of: data}"))
    assert [message for message, _ in found].count("DOC132.near") == 20
    assert [message for message, _ in found].count("DOC132.unknown") == 10


@pytest.mark.parametrize("status", ["unknown", "none", "not_required"])
def test_what_is_not_there_need_not_be_used(status: str) -> None:
    reason = "" if status == "unknown" else ", reason: There is none."
    assert told(f"contacts: [{{id: fax, status: {status}{reason}}}]\n", section(paragraph("A"))) == []
