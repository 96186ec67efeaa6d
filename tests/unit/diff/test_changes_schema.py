"""The published schema of a report: in step with the types, valid, and content with every report."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from diff_sample import Data, loaded
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from msgspec import to_builtins
from msgspec.structs import replace
from policy_variants import policies

from hoshin.diff.change import Claimed, Report, Revision, Side, SuspectedRename
from hoshin.diff.jsonschema import schema, schema_text
from hoshin.diff.matrix_delta import matrix_delta
from hoshin.diff.run import diff
from hoshin.publish.comparison import compare
from hoshin.publish.revision import resolve
from hoshin.schema.model_of import model_of

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
    assert faults(replace(report, matrix=matrix_delta(old, new))) == []
    assert report.json_text() == as_json_says(report)


TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
VALUES = st.recursive(
    st.one_of(TEXTS, st.integers(-(2**53), 2**53), st.booleans()),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(TEXTS, inner, max_size=3)),
    max_leaves=6,
)
RATIOS = st.integers(0, 1000).map(lambda thousandths: round(thousandths / 1000, 3))


def as_json_says(report: Report) -> str:
    data = to_builtins(report)
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


@given(TEXTS, VALUES, RATIOS)
def test_any_text_value_and_ratio_is_written_as_the_standard_library_does(name: str, value: object, to: float) -> None:
    report = Report(
        document=name,
        from_=Revision(revision=name),
        to=Revision(revision=name),
        counts={},
        bump="none",
        tool=name,
        claimed=(Claimed(event_id=name, kind=name, path=(name,), before=Side(value=value), after=Side(position=1)),),
        suspected_renames=(SuspectedRename(type=name, before=name, after=name, ratio=to),),
    )
    assert report.json_text() == as_json_says(report)


@pytest.mark.parametrize(("example", "document"), EXAMPLES, ids=lambda part: getattr(part, "name", part))
def test_reports_of_the_examples_satisfy_it(example: Path, document: str) -> None:
    made = compare(resolve(str(example / "former"), example), resolve(str(example), example), document)
    report = made.with_matrix()
    assert faults(report) == []
    read = model_of(Report).model_validate_json(report.json_text())
    assert read.model_dump(mode="json", by_alias=True, exclude_none=True) == json.loads(report.json_text())


def test_what_is_no_report_is_refused() -> None:
    validator = Draft202012Validator(schema())
    assert not validator.is_valid({"schema": "hoshin-changes/1"})
    assert not validator.is_valid({"schema": "other/1"})
