"""Two defects of an academic checker (rules.md 3.11) that must not come back: wrong labels, conditions left out."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from laws.test_law_pages import findings

from hoshin import check
from hoshin.check.laws.registry import PACKS, shipped
from hoshin.check.laws.tools import DEROGATIONS, SAFEGUARDS
from hoshin.check.rules.gdpr.basis_closed_list import KNOWN
from hoshin.check.rules.gdpr.special_category_condition import CONDITIONS
from hoshin.kernel.finding import Severity
from hoshin.schema.vocabulary import shipped as words

CONDITIONAL = {"GDPR104", "GDPR106", "GDPR305", "GDPR604", "GDPR605"}
LABEL = re.compile(r'"((?:dpv|eu-gdpr|legal-[a-z]+|x-[a-z]+):[A-Za-z0-9-]+)"')
ABROAD = """\
jurisdictions:
  - {id: gdpr, title: GDPR, law: "legal-eu:law-GDPR"}
controller:
  address: {street: 1-2-3 Sample, city: Tokyo, postal_code: 000-0000, country: JP}
"""
ANSWERED = """\
transfers: {status: none, reason: we keep all data in Portugal}
officers:
  - {id: dpo, role: dpo, status: not_required, reason: we do not monitor people on a large scale}
  - {id: rep-eu, role: representative, scope: {region: [EEA]}, status: not_required, reason: occasional processing}
"""


def test_every_label_that_a_rule_reads_is_a_term() -> None:
    sources = sorted(Path(check.__file__).parent.rglob("*.py"))
    read = {label for path in sources for label in LABEL.findall(path.read_text(encoding="utf-8"))}
    read |= {*KNOWN, *CONDITIONS, *DEROGATIONS, *SAFEGUARDS}
    assert len(read) > 40
    assert {label for label in read if label not in words()} == set()


def test_what_is_not_required_with_a_reason_is_no_finding() -> None:
    found = findings("gdpr", ABROAD + ANSWERED)
    assert {item.rule for item in found if item.law} & CONDITIONAL == set()


def test_what_is_not_stated_is_a_warning_and_no_error() -> None:
    found = [item for item in findings("gdpr", ABROAD + "without: [transfers, officers]\n") if item.law]
    assert {item.rule: item.severity for item in found} == {
        "GDPR104": Severity.WARNING,
        "GDPR106": Severity.WARNING,
        "GDPR305": Severity.WARNING,
    }


@pytest.mark.parametrize(
    ("day", "gone", "there"),
    [
        (date(2020, 7, 16), "BR", "US"),
        (date(2020, 7, 17), "US", "JP"),
        (date(2021, 6, 27), "GB", "CH"),
        (date(2021, 6, 28), "KR", "GB"),
        (date(2026, 1, 26), "TH", "BR"),
        (date(2032, 1, 1), "GB", "BR"),
    ],
)
def test_adequacy_decisions_hold_from_their_day_to_their_end(day: date, gone: str, there: str) -> None:
    adequate = shipped("gdpr").on(day)["adequacy"]
    assert there in adequate
    assert gone not in adequate


@pytest.mark.parametrize("name", ["gdpr", "uk"])
def test_packs_of_one_family_have_the_same_lists(name: str) -> None:
    assert name in PACKS
    assert set(shipped("gdpr").lists) <= set(shipped(name).lists)
    assert shipped("uk").on(date(2026, 11, 22))["home"] == {"GB"}
