"""The published schema of a report: in step with the types, valid, and content with every report."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from diff_sample import Data, loaded
from hypothesis import given, settings
from jsonschema import Draft202012Validator
from policy_variants import policies

from hoshin.diff.change import Report
from hoshin.diff.jsonschema import schema, schema_text
from hoshin.diff.matrix_delta import matrix_delta
from hoshin.diff.run import diff
from hoshin.publish.comparison import compare
from hoshin.publish.revision import resolve

ROOT = Path(__file__).resolve().parents[3]
COMMITTED = ROOT / "schema" / "hoshin-changes.schema.json"
EXAMPLES = sorted(
    (example, document.name)
    for example in (ROOT / "examples").glob("*/")
    if (example / "former").is_dir()
    for document in (example / "policy").glob("*/")
    if (example / "former" / "policy" / document.name).is_dir()
)


def faults(report: Report) -> list[str]:
    validator = Draft202012Validator(json.loads(COMMITTED.read_text(encoding="utf-8")))
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(json.loads(report.json_text()))]


def test_the_committed_schema_is_that_of_the_types() -> None:
    assert COMMITTED.read_text(encoding="utf-8") == schema_text(), "run `make schema`"


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(schema())


@settings(max_examples=30)
@given(policies(), policies())
def test_reports_of_generated_edits_satisfy_it(one: Data, other: Data) -> None:
    old, new = loaded(one), loaded(other)
    report = diff(old, new)
    assert faults(report) == []
    assert faults(report.model_copy(update={"matrix": matrix_delta(old, new)})) == []


@pytest.mark.parametrize(("example", "document"), EXAMPLES, ids=lambda part: getattr(part, "name", part))
def test_reports_of_the_examples_satisfy_it(example: Path, document: str) -> None:
    made = compare(resolve(str(example / "former"), example), resolve(str(example), example), document)
    report = made.with_matrix()
    assert faults(report) == []
    assert Report.model_validate_json(report.json_text()).json_text() == report.json_text()


def test_what_is_no_report_is_refused() -> None:
    validator = Draft202012Validator(schema())
    assert not validator.is_valid({"schema": "hoshin-changes/1"})
    assert not validator.is_valid({"schema": "other/1"})
