"""What `hoshin check` says about one document: as English text, as Japanese text, as JSON."""

from __future__ import annotations

from datetime import date

from hoshin.check.laws.days import Days
from hoshin.cli.reports.findings import as_json, as_text
from hoshin.policy.snapshot import Snapshot
from hoshin.publish.gate import check_project

FILES = {
    "policy": "policy/example/policy.yaml",
    "more": "policy/example/zz-more.yaml",
    "translation": "translations/ja/example.yaml",
    "approvals": "translations/ja/approvals.yaml",
    "vocabulary": "schema/vocabulary.yaml",
    "rules": "schema/rules.yaml",
}
INPUTS = frozenset(FILES)
DAYS = Days(date(2026, 11, 22))
GOVERNING = {"translations/en/locale.yaml": b"governing: {language: en, others: reference}\n"}
"""Settled in every case, so that only what a case is about is told."""


def run(blocks: dict[str, str]) -> dict[str, str]:
    """Each input block is a file of a made-up project; the answer is the same at any time and in any folder."""
    snapshot = Snapshot({**GOVERNING, **{FILES[role]: text.encode() for role, text in blocks.items()}})
    findings = check_project(snapshot, ("example",), DAYS)
    return {
        "check": as_text(findings, snapshot, "en", columns=80, colour=False),
        "ja": as_text(findings, snapshot, "ja", columns=80, colour=False),
        "json": as_json(findings, snapshot, "en"),
    }
