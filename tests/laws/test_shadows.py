"""A gap that two laws know is told once, with the grounds of both; without the one law the other tells it."""

from __future__ import annotations

from datetime import date

import pytest
from laws.patching import changed, complete

from hoshin.check.laws.days import Days
from hoshin.check.laws.shadows import IN_ANOTHER_LAW
from hoshin.check.run import check_policy
from hoshin.kernel.finding import Finding
from hoshin.policy.load import load_document
from hoshin.policy.snapshot import Snapshot
from hoshin.policy.terms import project_terms

TODAY = Days(date(2026, 11, 22))
BOTH = """
jurisdictions:
  - {id: gdpr, title: GDPR, law: "legal-eu:law-GDPR", ground: voluntary}
"""
REFUSAL = "requests: {refusal: {when: [harm_to_others]}}\n"
NO_LINK = """
sites:
  - {id: home, title: あおば文具, url: "https://aoba.example/", tba_in_scope: {status: none, reason: 自社の紹介}}
"""


def told(example: str, path: str) -> list[Finding]:
    snapshot = Snapshot({"policy/example/policy.yaml": changed(complete("appi"), example)})
    loaded = load_document(snapshot, "example").loaded
    assert loaded is not None
    return [item for item in check_policy(loaded, project_terms(snapshot), days=TODAY) if item.path == path]


@pytest.mark.parametrize(
    ("gap", "path", "japan", "europe"),
    [(REFUSAL, "requests/refusal", "APPI609", "GDPR517"), (NO_LINK, "site/home", "APPI802", "GDPR713")],
)
def test_what_two_laws_ask_for_is_told_once_with_both_grounds(gap: str, path: str, japan: str, europe: str) -> None:
    assert europe in IN_ANOTHER_LAW[japan]
    assert [item.rule for item in told(gap, path)] == [japan]
    (alone,) = told(gap, path)
    (both,) = told(gap + BOTH, path)
    assert both.rule == europe
    assert both.law is not None
    assert alone.law is not None
    assert set(alone.law.grounds) < set(both.law.grounds)
