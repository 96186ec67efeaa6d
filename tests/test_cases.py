"""Runs every document of tests/cases/. `make golden` (UPDATE=1) writes their output blocks anew."""

from __future__ import annotations

import os
from pathlib import Path

import cases_runner
import pytest

HERE = Path(__file__).parent
VERBS = cases_runner.discover("cases_verbs", HERE / "cases_verbs")
CASES = cases_runner.collect(HERE / "cases")


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_case(path: Path) -> None:
    assert path.parent.name in VERBS, f"no tests/cases_verbs/{path.parent.name.replace('-', '_')}.py runs this case"
    cases_runner.hold(path, VERBS[path.parent.name], update=bool(os.environ.get("UPDATE")))


def test_every_verb_has_a_case() -> None:
    assert sorted({path.parent.name for path in CASES}) == sorted(VERBS)


def test_no_file_of_the_folder_is_overlooked() -> None:
    assert [path for path in sorted((HERE / "cases").rglob("*")) if path.is_file() and path not in CASES] == []
