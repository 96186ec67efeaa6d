"""The shipped glossary, English to Japanese."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from ruamel.yaml import YAML

from hoshin.kernel.overlay import SHIPPED

KEYS = ["id", "en", "ja", "allowed", "forbidden", "note", "source", "since"]


def entries() -> dict[str, dict[str, object]]:
    read = YAML(typ="safe").load(SHIPPED / "translations" / "ja" / "glossary.yaml")
    assert list(read) == ["terms"]
    return {entry["id"]: dict(entry) for entry in read["terms"]}


def words(entry: dict[str, object], key: str) -> list[str]:
    found = entry[key]
    assert isinstance(found, list)
    return found


def test_holds_117_terms_of_the_four_sources() -> None:
    assert Counter(entry["source"] for entry in entries().values()) == {
        "APPI": 64,
        "PPC-GDPR": 40,
        "TBA": 6,
        "practice": 7,
    }
    assert len(entries()) == 117


def test_every_entry_has_every_field_in_order() -> None:
    for name, entry in entries().items():
        assert list(entry) == KEYS, name
        assert re.fullmatch(r"[a-z][a-z0-9-]{1,63}", name)
        assert entry["since"] == "0.1.0"
        assert isinstance(entry["ja"], str)
        assert isinstance(entry["note"], str)
        assert words(entry, "en")
        for key in ("en", "allowed", "forbidden"):
            assert all(isinstance(word, str) and word == word.strip() != "" for word in words(entry, key)), name


def test_an_english_form_belongs_to_one_entry() -> None:
    forms = Counter(form.casefold() for entry in entries().values() for form in words(entry, "en"))
    assert [form for form, count in forms.items() if count > 1] == []


def test_no_word_is_right_and_wrong_at_once() -> None:
    for name, entry in entries().items():
        right = [str(entry["ja"]), *words(entry, "allowed")]
        assert len(right) == len(set(right)), name
        assert not [bad for bad in words(entry, "forbidden") if any(bad in good for good in right)], name


def test_what_is_forbidden_is_said_in_the_note() -> None:
    found = {name: words(entry, "forbidden") for name, entry in entries().items() if entry["forbidden"]}
    assert found == {
        "principal": ["データ主体"],
        "acquisition": ["収集"],
        "recipient": ["受領者"],
        "processing": ["処理"],
        "representative": ["代表者"],
        "appropriate-safeguards": ["安全管理措置"],
        "pseudonymisation": ["仮名加工情報"],
    }
    assert all(word in str(entries()[name]["note"]) for name, wrong in found.items() for word in wrong)


@pytest.mark.parametrize(
    ("name", "english", "japanese", "allowed"),
    [
        ("processing", ["processing"], "取扱い", []),
        ("personal-data-gdpr", ["personal data"], "個人データ", []),
        ("principal", ["principal", "the person"], "本人", []),
        ("privacy-policy", ["privacy policy"], "プライバシーポリシー", ["個人情報保護方針"]),
        ("storage-period", ["storage period"], "記録保存される期間", ["保存期間", "保管期間"]),
        ("correction-addition-or-deletion", ["correction, addition or deletion"], "訂正、追加又は削除", ["訂正等"]),
        ("cookie", ["Cookie"], "Cookie", ["クッキー"]),
    ],
)
def test_an_entry_reads_as_meant(name: str, english: list[str], japanese: str, allowed: list[str]) -> None:
    entry = entries()[name]
    assert (entry["en"], entry["ja"], entry["allowed"]) == (english, japanese, allowed)


def test_open_legal_questions_stay_marked() -> None:
    marked = {name for name, entry in entries().items() if "to be confirmed by counsel" in str(entry["note"])}
    assert marked == {
        "cases-based-on-laws-and-regulations",
        "classes-of-security-measures",
        "joint-controllers",
        "manifestly-unfounded-or-excessive",
        "pseudonymised-information",
        "special-categories-of-personal-data",
        "withdraw-consent",
    }
