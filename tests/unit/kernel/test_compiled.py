"""The package's own YAML and the JSON that is read in its place say the same. `make words` writes the JSON."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

import hoshin
from hoshin.kernel.compiled import beside, compiled
from hoshin.policy.yaml_events import parse

PACKAGE = Path(hoshin.__file__).parent
FILES = sorted(file for folder in ("translations", "check") for file in (PACKAGE / folder).rglob("*.yaml"))
OTHERS = {"cli.json", "countries.json"}
"""JSON that people edit, or that comes from elsewhere."""


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_a_shipped_file_reads_without_a_finding_as_its_compiled_form_says(file: Path) -> None:
    read = parse(file.read_bytes(), file.name)
    assert read.findings == ()
    assert isinstance(read.value, dict)
    text = json.dumps(read.value, ensure_ascii=False, indent=0) + "\n"
    if os.environ.get("UPDATE"):
        beside(file).write_text(text, encoding="utf-8")
    assert compiled(file) == read.value, "make words"
    assert beside(file).read_text(encoding="utf-8") == text, "make words"


def test_nothing_is_compiled_whose_yaml_is_gone() -> None:
    found = {file for folder in ("translations", "check") for file in (PACKAGE / folder).rglob("*.json")}
    assert {file for file in found if file.name not in OTHERS} == {beside(file) for file in FILES}
