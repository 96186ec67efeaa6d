"""Whatever changes can be told, in both languages, without an id, a field name or null."""

from __future__ import annotations

import re

import pytest
from diff_sample import BASE, Data, loaded
from hypothesis import given
from policy_variants import leaves, mutants, policies

from hoshin.diff.run import diff
from hoshin.document.change_values import Side
from hoshin.document.change_words import Teller
from hoshin.document.changelog import Wordings, changelog_document
from hoshin.translations.catalogues import words
from hoshin.translations.locale import read_locale

LOCALES = {language: read_locale(language, None) for language in ("en", "ja")}
RAW = re.compile(r"\bNone\b|\bnull\b|[{}]|[a-z]_[a-z]|eu-gdpr:|x-jp:|\bP\d+[YMD]\b")


def sentences(old: Data, new: Data, language: str) -> list[str]:
    sides = loaded(old), loaded(new)
    report = diff(*sides)
    frame, changes = words(language, "document"), words(language, "changes")
    changelog_document(report, *sides, LOCALES[language], Wordings(changes, frame), "legal")
    both = [Side(side, LOCALES[language], frame, changes) for side in sides]
    teller = Teller(both[0], both[1], changes)
    return [teller.sentence(event) for event in report.events]


@pytest.mark.parametrize("language", LOCALES)
@given(policies(), policies())
def test_generated_edits_are_told(language: str, one: Data, other: Data) -> None:
    for sentence in sentences(one, other, language):
        assert not RAW.search(sentence), sentence
        assert sentence.endswith("。" if language == "ja" else ".")


@pytest.mark.parametrize("language", LOCALES)
def test_each_edit_of_a_leaf_is_told(language: str) -> None:
    for place in leaves(BASE):
        for mutant in mutants(BASE, place):
            for old, new in ((BASE, mutant), (mutant, BASE)):
                for sentence in sentences(old, new, language):
                    assert not RAW.search(sentence), (place, sentence)
