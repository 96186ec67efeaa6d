"""The table of coverage: five verdicts, each from what the policy says; the academic profile and its defects."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date

import pytest
from laws.patching import changed, complete

from hoshin.check.laws.days import Days
from hoshin.check.laws.items import APPI_ITEMS, COMPAI_ITEMS, GDPR_ITEMS
from hoshin.cli import coverage as command
from hoshin.document.coverage import Entry, Sheet
from hoshin.policy.load import load_document
from hoshin.policy.snapshot import Snapshot
from hoshin.publish.coverage import laws, sheet
from hoshin.publish.gate import check_project

TODAY = date(2026, 11, 22)


def table(example: str = "retired_ids: []\n", law: str = "gdpr", base: str = "gdpr") -> Sheet:
    snapshot = Snapshot({"policy/example/policy.yaml": changed(complete(base), example)})
    reading = load_document(snapshot, "example")
    assert reading.loaded is not None
    return sheet(snapshot, reading.loaded, law, Days(TODAY), "en")


def entry(made: Sheet, item: str) -> Entry:
    return next(one for one in made.entries if one.row.item.id == item)


def verdicts(made: Sheet) -> dict[str, str]:
    return {one.row.item.id: one.row.verdict for one in made.entries}


def test_the_complete_policy_satisfies_what_applies_and_nothing_else_is_open() -> None:
    made = table()
    assert set(verdicts(made).values()) == {"satisfied", "not-applicable"}
    assert [one.open for one in made.entries if one.open] == []
    assert verdicts(made)["controller"] == verdicts(made)["retention"] == verdicts(made)["rights"] == "satisfied"


def test_a_satisfied_item_names_text_and_line() -> None:
    found = entry(table(), "complaint").found
    assert [one.unit for one in found] == ["right/complaint/text"]
    assert "Comissão Nacional" in found[0].text
    assert found[0].place is not None
    assert found[0].place.file == "policy/example/policy.yaml"


UNNAMED = """
sections:
  - id: controller
    title: Us
    blocks:
      - kind: paragraph
        id: who
        units: [{id: name, text: "Write to {controller:address}, {controller:email}. From {date:effective}."}]
"""


@pytest.mark.parametrize(
    ("example", "item", "verdict"),
    [
        ("without: [right/complaint]", "complaint", "missing"),
        ("without: [retention, section/keeping]", "retention", "missing"),
        (
            UNNAMED,
            "controller",
            "unprinted",
        ),
        ("without: [automated_decisions]", "automated-decisions", "unknown"),
        ("document: {title: Privacy Policy}", "source", "not-applicable"),
    ],
)
def test_each_verdict(example: str, item: str, verdict: str) -> None:
    assert verdicts(table(example))[item] == verdict


def test_removing_the_only_printed_statement_turns_the_item_and_raises_a_finding() -> None:
    example = "rights: [{id: complaint, title: Complaint, right: 'eu-gdpr:A77', authorities: [cnpd]}]\n"
    example += "sections: [{id: rights, title: Your rights, blocks: [{kind: list, id: rights, of: rights, order: "
    example += "[access, rectification, erasure, restriction, portability, objection]}]}]"
    assert verdicts(table(example))["complaint"] == "unprinted"
    snapshot = Snapshot({"policy/example/policy.yaml": changed(complete("gdpr"), example)})
    found = check_project(snapshot, ("example",), Days(TODAY))
    assert [item.message_id for item in found if item.rule == "GDPR511"] == ["law.unprinted"]


def test_a_declared_no_shows_its_reason() -> None:
    row = entry(table(), "automated-decisions").row
    assert (row.verdict, row.reasons) == ("not-applicable", ("people decide",))


def test_every_item_of_the_articles_is_in_the_table() -> None:
    assert [item.provisions[0] for item in GDPR_ITEMS if item.provisions[0]] == [
        "13(1)(a)", "13(1)(b)", "13(1)(c)", "13(1)(d)", "13(1)(e)", "13(1)(f)", "13(2)(a)", "13(2)(b)", "13(2)(c)",
        "13(2)(d)", "13(2)(e)", "13(2)(f)", "13(3)",
    ]  # fmt: skip
    assert len(APPI_ITEMS) == 7
    assert [item.id for item in COMPAI_ITEMS] == [f"c{number}" for number in range(1, 24)]
    assert set(laws()) == {"gdpr", "uk", "appi", "tba", "ccpa", "compai"}


BINDING_RULES = """
transfers:
  - id: group
    title: Group
    country: IN
    safeguards: ["eu-gdpr:A46-2-b"]
    copy_of: {on: request, channel: desk}
    text: "We transfer data to India under our binding corporate rules; ask {contact:desk/email} for a copy."
sections: [{id: transfers, title: Transfers, blocks: [{kind: list, id: transfers, of: transfers}]}]
"""


def test_binding_corporate_rules_alone_are_a_safeguard() -> None:
    """CompAI's code asks for a misspelt label, so that they never satisfy its C9 (rules.md 3.11, defect 1)."""
    made = table(BINDING_RULES, "compai")
    assert verdicts(made)["c9"] == "satisfied"
    snapshot = Snapshot({"policy/example/policy.yaml": changed(complete("gdpr"), BINDING_RULES)})
    rules = {item.rule for item in check_project(snapshot, ("example",), Days(TODAY))}
    assert rules & {"GDPR306", "GDPR308"} == set()


DENIED = """
officers:
  - {id: dpo, title: DPO, role: dpo, status: not_required, reason: no large-scale monitoring}
  - id: rep
    title: Representative
    role: representative
    scope: {region: [EEA]}
    status: not_required
    reason: established in the EU
transfers: {status: none, reason: we keep all data in Portugal}
"""
GUARDED = {"GDPR104", "GDPR106", "GDPR305", "GDPR604", "GDPR605"}


def guarded(example: str) -> list[tuple[str, str]]:
    snapshot = Snapshot({"policy/example/policy.yaml": changed(complete("gdpr"), example)})
    found = check_project(snapshot, ("example",), Days(TODAY))
    return sorted((item.rule, item.severity.value) for item in found if item.rule in GUARDED)


def test_what_is_declared_not_to_apply_raises_nothing_and_what_is_not_stated_no_error() -> None:
    """CompAI's guards are commented out, so that four criteria always fire (rules.md 3.11, defect 2)."""
    assert guarded(DENIED) == []
    assert {severity for _, severity in guarded("without: [officers, transfers]")} == {"warning"}


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_csv_and_text_hold_every_item(lang: str) -> None:
    made = table("without: [right/complaint]")
    rows = list(csv.reader(io.StringIO(command._csv(made, lang))))  # noqa: SLF001 - the writer behind the command
    assert len(rows) == len(GDPR_ITEMS) + 1
    assert all(len(row) == 5 for row in rows)
    text = command._text(made, lang)  # noqa: SLF001 - as above
    assert all(row[0].split("：")[0][:12] in text for row in rows[1:])
    answer = json.loads(json.dumps(command._object(made, lang)))  # noqa: SLF001 - as above
    assert [item["verdict"] for item in answer["items"]] == [one.row.verdict for one in made.entries]


@pytest.mark.parametrize("law", laws())
def test_a_law_can_be_asked_for_that_the_policy_does_not_declare(law: str) -> None:
    made = table("without: [jurisdictions]", law)
    assert len(made.entries) == len({one.row.item.id for one in made.entries}) > 0


@pytest.mark.parametrize("law", ["gdpr", "uk", "appi", "tba", "ccpa"])
def test_a_reference_that_leads_nowhere_is_no_reason_to_fall(law: str) -> None:
    """Coverage is asked of drafts, too: what a reference misses is told by DOC126, and the table is made without it."""
    text = changed(complete(law), "retired_ids: []\n").decode().replace('"default": true', '"default": false')
    ids = "|".join(re.findall(r'"id": "([a-z][a-z0-9-]*)"', text))
    places = [match.span() for match in re.finditer(rf'(?<!"id": )"(?:{ids})"', text)]
    assert len(places) > 10
    for start, end in places:
        broken = f'{text[:start]}"nowhere-at-all"{text[end:]}'
        snapshot = Snapshot({"policy/example/policy.yaml": broken.encode()})
        reading = load_document(snapshot, "example")
        if reading.loaded is not None:
            assert sheet(snapshot, reading.loaded, law, Days(TODAY), "en").entries


def test_a_recipient_for_a_purpose_that_is_not_there_is_no_gap_of_storage() -> None:
    made = table(
        "recipients:\n"
        "  - {id: printer, title: Printer, kind: class, role: processor, purposes: [nowhere-at-all], text: a printer}\n"
    )
    assert entry(made, "retention").open == ()
