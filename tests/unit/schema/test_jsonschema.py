"""The published schema: in step with the types, valid, and content with the real files as an editor reads them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from hoshin.schema.jsonschema import schema, schema_text

ROOT = Path(__file__).resolve().parents[3]
COMMITTED = ROOT / "schema" / "hoshin.schema.json"


def test_the_committed_schema_is_that_of_the_types() -> None:
    assert COMMITTED.read_text(encoding="utf-8") == schema_text(), "run `make schema`"


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("file", sorted((ROOT / "policy" / "openwork").glob("*.yaml")), ids=lambda file: file.name)
def test_every_file_of_the_policy_satisfies_it(file: Path) -> None:
    data = YAML(typ="safe").load(file)
    assert [error.message for error in Draft202012Validator(json.loads(schema_text())).iter_errors(data)] == []


def test_a_misspelt_key_is_refused() -> None:
    errors = Draft202012Validator(schema()).iter_errors({"purposes": [{"id": "ab", "titel": "x"}]})
    assert any("titel" in message for error in errors for message in _messages(error))


def _messages(error: object) -> list[str]:
    inner = [text for context in getattr(error, "context", ()) for text in _messages(context)]
    return [str(getattr(error, "message", "")), *inner]
