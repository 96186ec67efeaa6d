"""Words that a redline of OpenWork's policy never cuts (changes.md 10.1)."""

import pytest
from openwork.rendered import opened

from hoshin.publish.comparison import terms_of
from hoshin.translations.glossary_terms import glossary_terms


@pytest.mark.parametrize(
    ("lang", "defined"),
    [
        ("en", {"Company", "Service", "GDPR", "Personal Data", "Log Data", "Rules"}),
        ("ja", {"当社", "本サービス", "GDPR", "個人データ", "ログデータ", "本規約等"}),
    ],
)
def test_terms_that_the_document_defines_stay_whole_in_each_language(lang: str, defined: set[str]) -> None:
    found = set(terms_of(opened(), lang))
    assert defined <= found
    of_glossary = glossary_terms(lang, opened().snapshot.files.get(f"translations/{lang}/glossary.yaml"))
    assert found - set(of_glossary) <= defined
