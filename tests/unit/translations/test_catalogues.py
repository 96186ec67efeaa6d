"""The tool's own sentences: the same in every language, read once, filled without evaluating anything."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from hoshin.kernel.errors import NotThereError
from hoshin.translations import catalogues
from hoshin.translations.catalogue_entry import Words
from hoshin.translations.catalogues import group, labels, languages, plural, sentence, words

SLOT = re.compile(r"\{[a-z_0-9]+\}")


def slots(entry: Words) -> object:
    if isinstance(entry, str):
        return sorted(SLOT.findall(entry))
    return {key: sorted(SLOT.findall(text)) for key, text in entry.items()}


def test_the_tool_speaks_english_and_japanese() -> None:
    assert languages() == ("en", "ja")


def test_document_words_have_the_same_keys_and_slots_in_all_languages() -> None:
    english, japanese = words("en", "document"), words("ja", "document")
    assert {key: slots(entry) for key, entry in english.items()} == {key: slots(e) for key, e in japanese.items()}


def test_a_region_reads_its_language() -> None:
    assert words("en-GB", "document") == words("en", "document")


@pytest.mark.parametrize(("lang", "family"), [("xx", "document"), ("en", "nothing"), ("../ja", "document")])
def test_an_unknown_catalogue_is_not_there(lang: str, family: str) -> None:
    with pytest.raises(NotThereError) as caught:
        words(lang, family)
    assert caught.value.message == "no-catalogue"


def test_a_family_never_leaves_the_package() -> None:
    with pytest.raises(NotThereError):
        words("en", "../ja/document")


@pytest.mark.parametrize("value", ["[]", "true", '{"b": {"c": "d"}}'])
def test_a_broken_file_of_the_package_is_a_fault_of_the_program(
    value: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "broken.yaml").touch()
    (tmp_path / "en" / "broken.json").write_text(f'{{"a": {value}}}', encoding="utf-8")
    monkeypatch.setattr(catalogues, "_FOLDER", tmp_path)
    with pytest.raises(ValueError, match="broken"):
        words.__wrapped__("en", "broken")


def test_labels_name_the_legal_bases() -> None:
    assert labels("ja")["eu-gdpr:A6-1-f"] == "正当な利益"


def test_a_group_is_empty_where_there_is_none_and_no_sentence() -> None:
    assert group({}, "hedge") == {}
    with pytest.raises(TypeError):
        group({"hedge": "x"}, "hedge")


def test_plural_forms() -> None:
    forms = {"one": "{count} item", "other": "{count} items"}
    assert [plural(forms, count) for count in (0, 1, 2)] == ["{count} items", "{count} item", "{count} items"]
    assert plural({"other": "{count}件"}, 1) == "{count}件"
    assert plural("always", 3) == "always"


def test_a_sentence_is_filled_once_and_evaluates_nothing() -> None:
    args = {"name": "{other}", "other": "{name.__class__}", "list": ("a", "b")}
    assert sentence("{name} {other} {list} {name.upper} {retention:x}", args) == (
        "{other} {name.__class__} a, b {name.upper} {retention:x}"
    )
    assert sentence("{list}", args, joiner="、") == "a、b"


def test_a_missing_argument_is_a_fault_of_the_program() -> None:
    with pytest.raises(KeyError):
        sentence("{gone}", {})
