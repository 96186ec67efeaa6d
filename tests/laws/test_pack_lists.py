"""The labels that rules read, and the lists of the packs by date."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from laws.test_law_pages import findings

from hoshin import check
from hoshin.check.laws.registry import shipped
from hoshin.check.laws.tools import DEROGATIONS, SAFEGUARDS
from hoshin.check.rules.gdpr.basis_closed_list import KNOWN
from hoshin.check.rules.gdpr.special_category_condition import CONDITIONS
from hoshin.schema.vocabulary import shipped as words

LABEL = re.compile(r'"((?:dpv|eu-gdpr|legal-[a-z]+|x-[a-z]+):[A-Za-z0-9-]+)"')
TO_BRITAIN = """\
recipients:
  - {id: group, title: Group, kind: named, role: processor, country: GB, purposes: [shop], text: our sister in Britain}
transfers:
  - id: britain
    title: United Kingdom
    country: GB
    recipients: [group]
    safeguards: ["legal-eu:Adequacy-EU-GB"]
    text: "Our sister is in the United Kingdom, for which the Commission has adopted an adequacy decision."
sections:
  - id: sharing
    title: Who gets data
    blocks: [{kind: list, id: who, of: recipients}, {kind: list, id: where, of: transfers}]
"""


def test_every_label_that_a_rule_reads_is_a_term() -> None:
    """CompAI asks for a misspelt one (rules.md 3.11, defect 1)."""
    sources = sorted(Path(check.__file__).parent.rglob("*.py"))
    read = {label for path in sources for label in LABEL.findall(path.read_text(encoding="utf-8"))}
    read |= {*KNOWN, *CONDITIONS, *DEROGATIONS, *SAFEGUARDS}
    assert len(read) > 40
    assert {label for label in read if label not in words()} == set()


@pytest.mark.parametrize(
    ("day", "gone", "there"),
    [
        (date(2020, 7, 16), "BR", "US"),
        (date(2020, 7, 17), "US", "JP"),
        (date(2021, 6, 27), "GB", "CH"),
        (date(2021, 6, 28), "KR", "GB"),
        (date(2026, 1, 25), "BR", "US"),
        (date(2026, 1, 26), "TH", "BR"),
        (date(2032, 1, 1), "GB", "BR"),
    ],
)
def test_adequacy_decisions_hold_from_their_day_to_their_end(day: date, gone: str, there: str) -> None:
    adequate = shipped("gdpr").on(day)["adequacy"]
    assert there in adequate
    assert gone not in adequate


def test_the_british_pack_has_its_own_lists() -> None:
    day = date(2026, 11, 22)
    european, british = shipped("gdpr").on(day), shipped("uk").on(day)
    assert set(european) <= set(british)
    assert (european["home"], british["home"]) == ({"EEA"}, {"GB"})
    assert {"EEA", "US"} <= british["adequacy"]
    assert british["consent-at-16"] == frozenset()


def test_a_transfer_within_the_area_of_a_law_is_none() -> None:
    """To Britain it is a transfer under the GDPR, and none for the people of Britain."""
    assert findings("gdpr", TO_BRITAIN) == ()
    british = {item.rule for item in findings("uk", TO_BRITAIN) if item.rule.startswith("GDPR")}
    assert british == set()
