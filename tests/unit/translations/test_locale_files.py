from pathlib import Path

import pytest

from hoshin.kernel.errors import NotThereError
from hoshin.kernel.overlay import SHIPPED, Overlay
from hoshin.policy.yaml_events import parse
from hoshin.schema.period import Duration
from hoshin.translations.durations import (
    full_duration,
)
from hoshin.translations.locale import Locale, LocaleError, load_locale, read_locale

EN = read_locale("en", None)
JA = read_locale("ja", None)
BOTH = {"en": EN, "ja": JA}


def keys(value: object, path: str = "") -> set[str]:
    if not isinstance(value, dict):
        return {path}
    return {path} | {found for key, item in value.items() for found in keys(item, f"{path}/{key}")}


@pytest.mark.parametrize("name", ["locale.yaml", "countries.json"])
def test_both_languages_have_the_same_keys(name: str) -> None:
    both = [parse((SHIPPED / "translations" / code / name).read_bytes(), name) for code in ("en", "ja")]
    assert [one.findings for one in both] == [(), ()]
    assert keys(both[0].value) == keys(both[1].value)


def test_countries_are_those_of_iso_3166() -> None:
    assert len(EN.countries) == len(JA.countries) == 249
    assert not [name for name in JA.countries.values() if set(name) & set("() ")]


@pytest.mark.parametrize("code", ["en", "ja"])
def test_the_shipped_defaults(code: str) -> None:
    locale = BOTH[code]
    assert (locale.language, locale.era, locale.on_incomplete, locale.require, locale.governing) == (
        code, False, "block", "approved", None,
    )  # fmt: skip


def project(folder: Path, text: str, code: str = "ja") -> Overlay:
    file = folder / "translations" / code / "locale.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    return Overlay(folder)


def test_a_project_replaces_single_keys(tmp_path: Path) -> None:
    text = (
        "era: true\ndates:\n  day: '{year}/{month}/{day}'\ngoverning: {language: ja, others: reference}\n"
        "on_incomplete: hold\nrequire: reviewed\nnumbering: {bullet: ['※']}\nnotices: {draft: 案}\n"
    )
    locale = load_locale("ja", project(tmp_path, text))
    assert (locale.era, locale.on_incomplete, locale.require) == (True, "hold", "reviewed")
    assert (locale.dates.day, locale.dates.month) == ("{year}/{month}/{day}", JA.dates.month)
    assert (locale.numbering.bullet, locale.numbering.decimal) == (("※",), JA.numbering.decimal)
    assert (locale.notices.draft, locale.notices.end) == ("案", "以上")
    assert locale.governing is not None
    assert (locale.governing.language, locale.governing.others, locale.governing.equal) == ("ja", "reference", ())
    assert locale.countries == JA.countries


def test_without_a_project_file_the_shipped_one_counts(tmp_path: Path) -> None:
    assert load_locale("ja", Overlay(tmp_path)) == load_locale("ja", Overlay()) == JA
    assert read_locale("ja", b"") == JA
    assert read_locale("ja", b"# nothing yet\n") == JA


def test_several_languages_can_be_equal() -> None:
    locale = read_locale("ja", b"governing: {equal: [en, ja]}")
    assert locale.governing is not None
    assert locale.governing.equal == ("en", "ja")


def test_a_region_stands_on_its_language() -> None:
    locale = read_locale("en-GB", None)
    assert locale.language == "en-GB"
    assert locale.durations == EN.durations
    assert locale.countries == EN.countries


def faults(text: str, code: str = "ja") -> list[tuple[str, str, str]]:
    with pytest.raises(LocaleError) as caught:
        read_locale(code, text.encode())
    assert caught.value.args_ == {"language": code}
    return [(item.rule, item.message_id, str(item.place)) for item in caught.value.findings]


@pytest.mark.parametrize(
    ("text", "rule", "message"),
    [
        ("erra: true", "DOC119", "DOC119.near"),
        ("dates: {dya: x}", "DOC119", "DOC119.near"),
        ("language: ja", "DOC119", "DOC119.near"),
        ("notices: {zzzzz: x}", "DOC119", "DOC119.unknown"),
        ("era: maybe", "DOC124", "DOC124.expects-boolean"),
        ("on_incomplete: hlod", "DOC124", "DOC124.choice-near"),
        ("numbering: {bullet: []}", "DOC124", "DOC124.empty"),
        ("governing: {language: ja}", "DOC124", None),
        ("governing: {equal: [ja, ja]}", "DOC124", None),
        ("dates: {day: '{yaer}'}", "DOC124", None),
        ("durations: {full: 間}", "DOC124", None),
    ],
)
def test_a_fault_in_a_project_file_has_its_place(text: str, rule: str, message: str | None) -> None:
    [(found, found_message, place)] = faults(text)
    assert found == rule
    assert message is None or found_message == message
    assert place.startswith("translations/ja/locale.yaml:1:")


def test_broken_yaml_is_told() -> None:
    assert [rule for rule, _, _ in faults("era: [")] == ["DOC120"]


def test_all_faults_are_told_at_once() -> None:
    assert sorted(rule for rule, _, _ in faults("erra: true\nrequire: x\n")) == ["DOC119", "DOC124"]


@pytest.mark.parametrize("code", ["fr", "../en", "en/../../x", "", "EN", "e"])
def test_a_language_that_nobody_has(code: str) -> None:
    with pytest.raises(NotThereError):
        read_locale(code, None)


def test_no_path_is_made_of_what_is_no_language_code(tmp_path: Path) -> None:
    with pytest.raises(NotThereError):
        load_locale("../../etc", Overlay(tmp_path))


def test_a_new_language_needs_every_key() -> None:
    with pytest.raises(LocaleError) as caught:
        read_locale("fr", b"era: false\n")
    assert {item.message_id for item in caught.value.findings} == {"DOC124.missing"}
    shipped = (SHIPPED / "translations/en/locale.yaml").read_bytes()
    assert read_locale("fr", shipped).language == "fr"


def test_a_locale_file_outside_the_project_is_refused(tmp_path: Path) -> None:
    outside = tmp_path / "outside.yaml"
    outside.write_text("era: true\n", encoding="utf-8")
    folder = tmp_path / "project" / "translations" / "ja"
    folder.mkdir(parents=True)
    (folder / "locale.yaml").symlink_to(outside)
    with pytest.raises(ValueError, match="locale"):
        load_locale("ja", Overlay(tmp_path / "project"))


def test_a_locale_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        JA.era = True  # type: ignore[misc]  # the point of the test


def test_no_unit_name_leaks_into_a_value() -> None:
    units = ("P1Y", "P1M", "P1W", "P1D", "PT1H", "PT1M", "PT1S")
    printed = [full_duration(locale, Duration.parse(text)) for locale in BOTH.values() for text in units]
    assert not [text for text in printed if "duration" in text or "{" in text]


def test_types_are_kept() -> None:
    assert isinstance(JA, Locale)
