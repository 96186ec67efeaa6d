"""Short labels of vocabulary terms in both languages."""

from __future__ import annotations

import re

import pytest
from openwork_terms import OPENWORK_IDS
from ruamel.yaml import YAML

from hoshin.kernel.overlay import SHIPPED
from hoshin.schema.vocabulary import shipped

JAPANESE = re.compile(r"[\u3041-\u30ff\u4e00-\u9fff]")
NEEDED = (
    *(f"eu-gdpr:A6-1-{letter}" for letter in "abcdef"),
    "eu-gdpr:A6-1-f-controller",
    *(f"eu-gdpr:A9-2-{letter}" for letter in "abcdefghij"),
    *(f"eu-gdpr:A{number}" for number in (*range(13, 23), 77)),
    "eu-gdpr:A45-3",
    *(f"eu-gdpr:A46-2-{letter}" for letter in "abcdef"),
    "eu-gdpr:A46-3-a",
    "eu-gdpr:A46-3-b",
    *(f"eu-gdpr:A49-1-{letter}" for letter in "abcdefg"),
    "eu-gdpr:A49-2",
    "legal-eu:Adequacy-EU-JP",
)


def labels(locale: str) -> dict[str, str]:
    read = YAML(typ="safe").load(SHIPPED / "translations" / locale / "labels.yaml")
    assert list(read) == ["terms"]
    return dict(read["terms"])


def test_both_languages_have_the_same_keys_in_the_same_order() -> None:
    assert list(labels("en")) == list(labels("ja"))


def test_every_key_is_a_known_dpv_term() -> None:
    unknown = [key for key in labels("en") if (term := shipped().get(key)) is None or term.source != "dpv"]
    assert unknown == []


def test_every_term_in_use_has_a_label() -> None:
    assert [key for key in (*NEEDED, *OPENWORK_IDS) if key not in labels("ja")] == []


@pytest.mark.parametrize("locale", ["en", "ja"])
def test_labels_are_short_text_without_stray_spaces(locale: str) -> None:
    for key, label in labels(locale).items():
        assert isinstance(label, str), key
        assert label == " ".join(label.split()) != "", key
        assert len(label) <= 80, key
        assert not label.endswith((".", "。")), key


def test_english_labels_fit_inside_a_sentence() -> None:
    proper = {
        "pd:IPAddress",
        "legal-eu:law-GDPR",
        "legal-jp:law-APPI",
        *(key for key in labels("en") if key.startswith("legal-eu:Adequacy-EU-")),
    }
    assert {key for key, label in labels("en").items() if label[0].isupper()} == proper


def test_japanese_labels_are_japanese() -> None:
    assert [key for key, label in labels("ja").items() if not JAPANESE.search(label)] == []


@pytest.mark.parametrize(
    ("key", "english", "japanese"),
    [
        ("eu-gdpr:A6-1-f", "legitimate interests", "正当な利益"),
        ("eu-gdpr:A6-1-c", "legal obligation", "法的義務"),
        ("eu-gdpr:A15", "right of access", "アクセスの権利"),
        ("eu-gdpr:A18", "right to restriction of processing", "取扱いの制限の権利"),
        ("eu-gdpr:A21", "right to object", "異議を述べる権利"),
        ("eu-gdpr:A45-3", "adequacy decision", "十分性認定"),
        ("pd:EmailAddress", "e-mail address", "メールアドレス"),
    ],
)
def test_labels_follow_the_glossary(key: str, english: str, japanese: str) -> None:
    assert (labels("en")[key], labels("ja")[key]) == (english, japanese)
