"""Findings name keys of the model in the words of the reader, with the key where it has to be typed."""

from __future__ import annotations

import pytest
from laws.test_law_pages import examples, findings

from hoshin.translations.messages import explain
from hoshin.translations.named_keys import named_key


@pytest.mark.parametrize(
    ("key", "english", "japanese"),
    [
        ("lifetime", "lifetime", "有効期間（lifetime）"),
        ("third_party", "third_party", "第三者（third_party）"),
        ("representative_person", "representative (representative_person)", "代表者（representative_person）"),
        ("effective", "day from which it holds (effective)", "施行日（effective）"),
        ("legal_bases", "legal basis (legal_bases)", "法的根拠（legal_bases）"),
        ("x-us:RightToKnow", "right to know (x-us:RightToKnow)", "知る権利（x-us:RightToKnow）"),
        ("SG", "Singapore (SG)", "シンガポール（SG）"),
        ("no-such-key", "no-such-key", "no-such-key"),
    ],
)
def test_a_key_has_a_name(key: str, english: str, japanese: str) -> None:
    assert (named_key(key, "en"), named_key(key, "ja")) == (english, japanese)


def test_what_is_only_read_about_has_its_name_alone() -> None:
    assert named_key("code_of_practice", "ja", typed=False) == "行動規範"
    assert named_key("code_of_practice", "en", typed=False) == "code of practice"
    assert named_key("request", "en", typed=False) == "request"


@pytest.mark.parametrize(
    ("rule", "language", "part"),
    [
        ("APPI401", "ja", "具体的な安全管理措置が記載されていません：基本方針、"),
        ("APPI502", "ja", "含まれています：ガイドライン。"),
        ("APPI601", "ja", "次の事項がありません：本人確認。"),
        ("GDPR218", "ja", "有効期間（lifetime）"),
        ("GDPR218", "en", "lifetime"),
        ("GDPR705", "ja", "版（version）"),
    ],
)
def test_findings_use_the_names(rule: str, language: str, part: str) -> None:
    said = [
        explain(item, language).message
        for name, each, example in examples("Bad")
        if each.id == rule
        for item in findings(name, example.yaml)
    ]
    assert any(part in message for message in said), said


def test_every_key_that_a_bad_example_names_has_a_japanese_name() -> None:
    keys = {
        key
        for name, _, example in examples("Bad")
        for item in findings(name, example.yaml)
        for arg, value in item.args
        if arg in {"keys", "named"} and isinstance(value, tuple)
        for key in value
    }
    assert [key for key in sorted(keys) if named_key(key, "ja").isascii()] == ["url"]
