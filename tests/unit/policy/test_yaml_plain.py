"""The quick reader of the package's own files gives what the careful one gives."""

from __future__ import annotations

from pathlib import Path

import pytest

import hoshin
from hoshin.policy.yaml_events import parse
from hoshin.policy.yaml_plain import plain

PACKAGE = Path(hoshin.__file__).parent
FILES = sorted(file for folder in ("translations", "check") for file in (PACKAGE / folder).rglob("*.yaml"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_a_shipped_file_reads_the_same_and_without_a_finding(file: Path) -> None:
    careful = parse(file.read_bytes(), file.name)
    assert careful.findings == ()
    assert plain(file.read_text(encoding="utf-8")) == careful.value


def test_words_of_the_core_schema_are_values_and_quoted_ones_texts() -> None:
    assert plain('a: [true, "true", null, ~, 1, {b: false}]') == {"a": [True, "true", None, None, "1", {"b": False}]}


@pytest.mark.parametrize("text", ["", "- a", "a: 1\na: 2", "a: &x 1\nb: *x", "[a]: b", "a: 1\n---\nb: 2"])
def test_what_no_shipped_file_may_hold_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - a fault of the package, which no user sees
        plain(text)
