"""What a start may import, by name, not by time (rendering.md 10): a slow library on the way in is found at once."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HEAVY = frozenset({"numpy", "deepdiff", "typst", "jinja2", "pypandoc", "asyncio", "hypothesis"})
"""Libraries for formats, comparisons and tests: 50 to 200 ms each, and never needed to check a policy."""
MODEL = frozenset({"pydantic", "ruamel.yaml", "importlib.metadata"})
"""What reading a policy costs; a start that reads none must not pay it. Pydantic itself imports the last one."""


@cache
def imported(*arguments: str, memory: str = "off") -> frozenset[str]:
    """Names of all modules that a call of hoshin on OpenWork's project imports; `memory` is the folder of answers."""
    names = [name for name in os.environ if not name.startswith(("PYTHON", "COVERAGE", "COV_"))]
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "hoshin", *arguments],
        cwd=ROOT,
        env={name: os.environ[name] for name in names} | {"HOSHIN_CACHE": memory},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode in {0, 1}, done.stderr  # 1: the policy has findings, which is no matter here
    lines = [line for line in done.stderr.splitlines() if line.startswith("import time:")]
    return frozenset(line.rpartition("|")[2].strip() for line in lines)


def within(found: frozenset[str], refused: frozenset[str]) -> list[str]:
    """The refused names that were imported, alone or through a part of theirs."""
    return sorted(name for name in refused if any(f"{one}.".startswith(f"{name}.") for one in found))


@pytest.mark.parametrize("arguments", [("--version",), ("--help",)])
def test_a_start_without_a_policy_imports_neither_model_nor_engines(arguments: tuple[str, ...]) -> None:
    found = imported(*arguments)

    assert "hoshin.cli.main" in found
    assert within(found, HEAVY | MODEL) == []


def test_check_imports_no_engine_of_formats_or_comparisons() -> None:
    found = imported("check")

    assert "hoshin.publish.gate" in found
    assert within(found, HEAVY) == []


def test_query_imports_no_engine_of_formats_or_comparisons() -> None:
    found = imported("query", "purposes")

    assert "hoshin.query.rows" in found
    assert within(found, HEAVY) == []


@pytest.mark.parametrize("arguments", [("check",), ("query", "purposes")])
def test_an_answer_from_memory_imports_neither_model_nor_engines(arguments: tuple[str, ...], tmp_path: Path) -> None:
    first = subprocess.run(
        [sys.executable, "-m", "hoshin", *arguments],
        cwd=ROOT,
        env=os.environ | {"HOSHIN_CACHE": str(tmp_path)},
        capture_output=True,
        check=False,
    )
    assert first.returncode in {0, 1}
    found = imported(*arguments, memory=str(tmp_path))

    assert "hoshin.cli.memory" in found
    assert within(found, HEAVY | MODEL) == []


def test_render_to_json_starts_no_engine(tmp_path: Path) -> None:
    found = imported("render", "--to", "json", "--lang", "en", "--out", str(tmp_path))

    assert "hoshin.publish.build" in found
    assert within(found, HEAVY) == []


def test_the_search_finds_a_library_by_any_part_of_it_and_no_other() -> None:
    found = frozenset({"typst._native", "numpydoc", "importlib.metadata"})

    assert within(found, HEAVY | MODEL) == ["importlib.metadata", "typst"]
