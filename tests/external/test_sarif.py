"""SARIF against the schema of OASIS, as a package of the npm registry carries it."""

from __future__ import annotations

import json
from datetime import date

import pytest
from external.missing import file
from external.tools import NODE_MODULES
from jsonschema import Draft7Validator

from hoshin.check.laws.days import Days
from hoshin.cli.reports.sarif import as_sarif
from hoshin.kernel.finding import Finding
from hoshin.policy.project import read_snapshot
from hoshin.policy.snapshot import Snapshot
from hoshin.publish.gate import check_project

pytestmark = pytest.mark.external
SCHEMA = NODE_MODULES / "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"
ROOT = NODE_MODULES.parents[2]


@pytest.fixture(scope="module")
def validator() -> Draft7Validator:
    path = file(SCHEMA, "the schema of SARIF", "make checkers")
    return Draft7Validator(json.loads(path.read_text(encoding="utf-8")))


def faults(validator: Draft7Validator, report: str) -> list[str]:
    return [
        f"{'/'.join(map(str, one.absolute_path))}: {one.message[:200]}"
        for one in validator.iter_errors(json.loads(report))
    ]


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_report_on_openwork_is_sarif(validator: Draft7Validator, language: str) -> None:
    snapshot = read_snapshot(ROOT)
    found = check_project(snapshot, snapshot.documents(), Days(date(2026, 11, 22)))
    assert len(found) > 10
    assert faults(validator, as_sarif(found, snapshot, language)) == []


def test_a_report_without_findings_is_sarif(validator: Draft7Validator) -> None:
    assert faults(validator, as_sarif((), Snapshot({}), "en")) == []


def test_the_schema_catches_what_is_no_sarif(validator: Draft7Validator) -> None:
    nothing: tuple[Finding, ...] = ()
    broken = json.loads(as_sarif(nothing, Snapshot({}), "en")) | {"version": "1.0"}
    assert faults(validator, json.dumps(broken))
