"""The same findings in every format: none is lost, none is made up."""

from __future__ import annotations

import html
import json
import re
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft202012Validator

from hoshin.check.laws.days import Days
from hoshin.cli.check import new_findings
from hoshin.cli.reports.findings import as_json
from hoshin.cli.reports.findings_schema import FILE, schema_text
from hoshin.cli.reports.github import as_github
from hoshin.cli.reports.junit import as_junit
from hoshin.cli.reports.pages import as_html, as_markdown
from hoshin.cli.reports.sarif import as_sarif
from hoshin.kernel.finding import Finding, Severity, finding
from hoshin.kernel.fingerprint import fingerprint
from hoshin.kernel.place import Place
from hoshin.policy.snapshot import Snapshot
from hoshin.publish.gate import check_project
from hoshin.translations.messages import explain

POLICY = """
document: {title: Privacy Policy, source_locale: en}
jurisdictions: [{id: gdpr, title: GDPR, law: "legal-eu:law-GDPR", ground: establishment}]
definitions: [{id: unused, title: Unused, term: Unused, text: "“Unused” means 100 %, a:b."}]
retention: [{id: default, title: Storage, default: true, period: P1Y, text: "We keep data for {retention:default}."}]
sections:
  - id: about
    title: About
    blocks:
      - {kind: list, id: keeping, of: retention}
      - {kind: list, id: terms, of: definitions}
"""
RULES = """
waivers:
  - {rule: DOC102, at: term/unused, reason: "soon, 50 %", approved_by: A. Lawyer, until: 2026-12-31}
"""
SNAPSHOT = Snapshot({"policy/shop/policy.yaml": POLICY.encode(), "schema/rules.yaml": RULES.encode()})
FINDINGS = check_project(SNAPSHOT, ("shop",), Days(date(2026, 11, 22)))
LANGUAGES = pytest.mark.parametrize("language", ["en", "ja"])


def told() -> list[str]:
    return sorted(f"{item.rule} {item.path}" for item in FINDINGS)


def test_the_sample_has_findings_of_every_sort() -> None:
    assert {item.severity for item in FINDINGS} == set(Severity)
    assert [item.rule for item in FINDINGS if item.waived] == ["DOC102"]
    assert {item.law is None for item in FINDINGS} == {True, False}


@LANGUAGES
def test_json_holds_each_with_fingerprint_grounds_and_both_languages(language: str) -> None:
    answer = json.loads(as_json(FINDINGS, SNAPSHOT, language))
    assert sorted(f"{item['rule']} {item['path']}" for item in answer["findings"]) == told()
    assert sum(answer["counts"].values()) == len(FINDINGS)
    for item in answer["findings"]:
        assert re.fullmatch("h1:[0-9a-f]{16}", item["fingerprint"])
        assert set(item["texts"]) == {"en", "ja"}
        assert item["texts"][language]["message"] == item["message"]
        if item["rule"].startswith("GDPR"):
            assert item["grounds"]


@LANGUAGES
def test_sarif_holds_each_with_level_rule_and_suppression(language: str) -> None:
    run = json.loads(as_sarif(FINDINGS, SNAPSHOT, language))["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == list(dict.fromkeys(result["ruleId"] for result in run["results"]))
    assert sorted(f"{one['ruleId']} {one['properties']['path']}" for one in run["results"]) == told()
    assert [one["ruleId"] for one in run["results"] if "suppressions" in one] == ["DOC102"]
    assert all(rules[one["ruleIndex"]] == one["ruleId"] for one in run["results"])


@LANGUAGES
def test_github_gets_one_line_each_without_a_way_out_of_it(language: str) -> None:
    lines = as_github(FINDINGS, SNAPSHOT, language).splitlines()
    assert len(lines) == len(FINDINGS)
    for line in lines:
        assert re.fullmatch(r"::(error|warning|notice) file=[^,:]+,line=\d+,col=\d+,title=[^,:]+::.+", line), line
    hostile = finding("DOC131", Severity.INFO, "a,b::c\n::error", Place("x,y%.yaml", 1, 1))
    assert as_github([hostile], SNAPSHOT, "en").count("\n") == 1
    assert "title=DOC131 a%2Cb%3A%3Ac%0A%3A%3Aerror::" in as_github([hostile], SNAPSHOT, "en")


@LANGUAGES
def test_junit_is_xml_with_a_case_each(language: str) -> None:
    root = ET.fromstring(as_junit(FINDINGS, SNAPSHOT, language))  # noqa: S314 - our own output
    cases = root.findall("./testsuite/testcase")
    assert sorted(case.get("name") or "" for case in cases) == told()
    failing = [item for item in FINDINGS if item.severity is not Severity.INFO and not item.waived]
    assert len(root.findall("./testsuite/testcase/failure")) == len(failing) == int(root.get("failures") or 0)
    assert len(root.findall("./testsuite/testcase/skipped")) == 1


def test_junit_drops_what_xml_cannot_hold() -> None:
    odd = finding("DOC131", Severity.ERROR, 'a\x00b\x1b<&"', Place("x.yaml", 1, 1))
    root = ET.fromstring(as_junit([odd], SNAPSHOT, "en"))  # noqa: S314 - our own output
    assert root.find("./testsuite/testcase") is not None


def _words(page: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", page))


@LANGUAGES
def test_pages_tell_each(language: str) -> None:
    markdown, page = as_markdown(FINDINGS, SNAPSHOT, language), as_html(FINDINGS, SNAPSHOT, language)
    for item in FINDINGS:
        message = explain(item, language).message.split("“")[0].split("「")[0].strip()
        assert message in _words(page)
        assert item.rule in markdown
    assert f'lang="{language}"' in page


def test_a_fingerprint_holds_no_sentence_and_no_line() -> None:
    one = finding("DOC131", Severity.INFO, "data/fax", Place("a.yaml", 1, 1), fact="data/fax")
    moved = finding("DOC131", Severity.ERROR, "data/fax", Place("b.yaml", 9, 9), fact="data/fax")
    other = finding("DOC131", Severity.INFO, "data/fax", Place("a.yaml", 1, 1), fact="data/phone")
    assert fingerprint(one) == fingerprint(moved) != fingerprint(other)


def test_a_baseline_leaves_what_came_in_addition() -> None:
    def of(*paths: str) -> tuple[Finding, ...]:
        return tuple(
            finding("DOC131", Severity.INFO, path, Place("a.yaml", line, 1)) for line, path in enumerate(paths, 1)
        )

    assert [item.path for item in new_findings(of("a", "b", "b", "c"), of("b", "c", "d"))] == ["a", "b"]
    assert new_findings(of("a"), of("a")) == ()


@LANGUAGES
def test_the_published_schema_is_that_of_the_types_and_of_every_answer(language: str) -> None:
    committed = (Path(__file__).parents[3] / "schema" / FILE).read_text(encoding="utf-8")
    assert committed == schema_text(), "hoshin schema findings --out schema"
    validator = Draft202012Validator(json.loads(committed))
    nowhere = finding("DOC131", Severity.INFO, "data/fax", None, fact="data/fax")
    for found in (FINDINGS, (), (nowhere,)):
        assert list(validator.iter_errors(json.loads(as_json(found, SNAPSHOT, language)))) == []
    broken = json.loads(as_json(FINDINGS, SNAPSHOT, language))
    broken["findings"][0]["severity"] = "fatal"
    assert len(list(validator.iter_errors(broken))) == 1
