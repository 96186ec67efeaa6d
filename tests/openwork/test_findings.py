"""What is found in the real policy: exactly what a careful privacy lawyer would raise, each with its reason."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from hoshin.check.laws.days import Days
from hoshin.kernel.finding import Finding
from hoshin.policy.project import read_snapshot
from hoshin.publish.gate import check_project
from hoshin.translations.grounds import cited
from hoshin.translations.messages import explain

ROOT = Path(__file__).parents[2]
LISTED = YAML(typ="safe", pure=True).load((Path(__file__).parent / "findings.yaml").read_text(encoding="utf-8"))


@cache
def found() -> tuple[Finding, ...]:
    snapshot = read_snapshot(ROOT)
    return check_project(snapshot, ("openwork",), Days(date(2026, 11, 22)))


def test_exactly_the_listed_findings_are_raised() -> None:
    raised = sorted((item.rule, item.path, item.severity.value) for item in found())
    assert raised == sorted((entry["rule"], entry["at"], entry["severity"]) for entry in LISTED)


def test_each_listed_finding_says_why_and_cites_what_the_report_cites() -> None:
    grounds = {
        (item.rule, item.path): "; ".join(cited(ground, "en") for ground in item.law.grounds) if item.law else ""
        for item in found()
    }
    assert [entry["rule"] for entry in LISTED if not entry["why"].endswith(".")] == []
    assert {(entry["rule"], entry["at"]): entry.get("ground", "") for entry in LISTED} == grounds


@pytest.mark.parametrize("language", ["en", "ja"])
def test_nothing_is_told_twice_and_every_remedy_is_there(language: str) -> None:
    told = [(explain(item, language).message, item.place) for item in found()]
    assert len(told) == len(set(told))
    assert [item.rule for item in found() if not explain(item, language).help] == []
