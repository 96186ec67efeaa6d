"""Translation lints: the seven traps of translations.md 17.1, and one case and its counter-case for each lint."""

from __future__ import annotations

import pytest

from hoshin.schema.partial_date import PartialDate
from hoshin.schema.period import Duration
from hoshin.translations.catalogues import words
from hoshin.translations.glossary import Glossary, Term
from hoshin.translations.lints import LINTS, WHOLE_LINTS
from hoshin.translations.parity import Pair

VALUES = {
    "{retention:default}": Duration.parse("P10Y"),
    "{children:min-age}": 13,
    "{contact:desk/email}": "privacy@example.com",
    "{date:effective}": PartialDate(2026, 7, 1),
    "{date:enacted}": PartialDate(2026),
    "{controller:address}": None,
}


GLOSSARY = Glossary(
    "en", "ja", (Term("fee", ("service charge",), "手数料", (), ("料金",)), Term("box", ("Box",), "保管箱"))
)
TERMS = ("Box", "Lid")


def found(english: str, japanese: str) -> set[str]:
    """Messages of all lints."""
    pair = Pair(english, japanese, "en", "ja", VALUES, GLOSSARY, TERMS)
    return {
        f"{lint.id}.{trouble.variant}" if trouble.variant else lint.id for lint in LINTS for trouble in lint.find(pair)
    }


def args(english: str, japanese: str) -> list[dict[str, object]]:
    pair = Pair(english, japanese, "en", "ja", VALUES, GLOSSARY, TERMS)
    return [dict(trouble.args) for lint in LINTS for trouble in lint.find(pair)]


TRAPS = [
    ("We keep data for 10 years.", "データを10か月間保存します。", {"ja-unit"}),
    ("We do not address people under the age of 13.", "当社は13歳以下の方を対象としていません。", {"ja-boundary"}),
    (
        "We will not give, sell or rent your data.",
        "お客様のデータを提供し、販売し、または貸与します。",
        {"ja-negation.lost"},
    ),
    ("We keep data for 10 years.", "データを１０年間保存します。", {"ja-chars.full-width-latin"}),
    ("We keep data for 10 years.", "データを十年間保存します。", set()),
    ("The policy changed in 2026.", "本方針は令和8年に変更しました。", set()),
    ("See Article 11 of the act.", "同法第１１条をご覧ください。", {"ja-chars.full-width-latin"}),
]


@pytest.mark.parametrize(("english", "japanese", "expected"), TRAPS, ids=range(1, 8))
def test_the_seven_traps(english: str, japanese: str, expected: set[str]) -> None:
    assert found(english, japanese) == expected


GOOD = [
    ("We keep your data for {retention:default}.", "お客様のデータを{retention:default}間保存します。"),
    ("Nobody under {children:min-age}.", "{children:min-age}歳未満の方は対象としていません。"),
    ("At least 16 years of age.", "16歳以上の方です。"),
    ("Within thirty (30) days.", "30日以内です。"),
    ("Ask at most twice a year.", "お問い合わせは年2回までです。"),
    ("Version of 1 July 2026.", "2026年7月1日版です。"),
    ("Version of July 1, 2026.", "令和8年7月1日版です。"),
    ("Do not hesitate to contact us.", "お気軽にお問い合わせください。"),
    ("We must keep these data.", "当社はこれらのデータを保存しなければなりません。"),
    ("You need not pay a fee.", "手数料は不要です。"),
    ("Your Name", "お名前"),
    ("Other information entered by you.", "その他お客様が入力された情報"),
    ("“Rules” means the rules (of use).", "「規約」とは、規約（利用に関するもの。）をいいます。"),
    (
        "See [our site](https://www.example.com/a,b) for 1,000 users.",
        "1000名の[サイト](https://www.example.com/a,b)です。",
    ),
    ("We use it for GDPR purposes.", "GDPRのために使用します。"),
    ("This is the handling of data.", "データの取扱い。"),
    ("100% secure is nothing.", "100%安全なものはありません。"),
    ("Only data of 13 days.", "13日分のデータのみです。"),
]


@pytest.mark.parametrize(("english", "japanese"), GOOD)
def test_right_translations_are_silent(english: str, japanese: str) -> None:
    assert found(english, japanese) == set()


BAD = [
    ("For {retention:default}.", "保存します。", {"ja-placeholder.missing"}),
    ("For a time.", "{retention:default}保存します。", {"ja-placeholder.added"}),
    (
        "{retention:default} and {retention:default}.",
        "{retention:default}です。",
        {"ja-placeholder.count"},
    ),
    ("For {retention:default}.", "10年間です。", {"ja-literal"}),
    ("For {retention:default}.", "7年間です。", {"ja-placeholder.missing", "ja-number.added"}),
    ("Under {children:min-age}.", "13歳の方です。", {"ja-literal"}),
    ("See {article:contact}.", "第11条をご覧ください。", {"ja-literal"}),
    ("Write to {contact:desk/email}.", "privacy@example.comまでご連絡ください。", {"ja-literal"}),
    ("From {date:effective} on.", "令和8年7月1日からです。", {"ja-literal"}),
    ("From {date:effective} on.", "2026年7月2日からです。", {"ja-placeholder.missing", "ja-number.added"}),
    ("At {controller:address}.", "東京です。", {"ja-placeholder.missing"}),
    ("For {retention:default}.", "9999999999年間です。", {"ja-placeholder.missing", "ja-number.added"}),
    ("For 10 years.", "7年間です。", {"ja-number.differ"}),
    ("For 10 years.", "長い間です。", {"ja-number.missing"}),
    ("For years.", "10年間です。", {"ja-number.added"}),
    ("10 and 10 people.", "10人です。", {"ja-number.missing"}),
    ("Within 24 hours.", "24日以内です。", {"ja-unit"}),
    ("In 5 days.", "5営業日です。", {"ja-unit"}),
    ("Up to 30 days.", "30日未満です。", {"ja-boundary"}),
    ("Under {children:min-age}.", "{children:min-age}歳以下の方です。", {"ja-boundary"}),
    ("Over 18 people.", "18名以上です。", {"ja-boundary"}),
    ("We give data.", "データを提供しません。", {"ja-negation.added"}),
    ("Contact", "第11条 お問い合わせ", {"ja-numbering", "ja-number.added", "ja-space"}),
    ("Name", "・氏名", {"ja-numbering"}),
    ("Name", "①氏名", {"ja-numbering"}),
    ("Name", "(1) 氏名", {"ja-numbering", "ja-space"}),
    ("Cookies", "ｸｯｷｰ", {"ja-chars.half-width-kana"}),
    ("A B", "個人　情報", {"ja-chars.full-width-space"}),
    ("A", "個人\u200b情報", {"ja-chars.invisible"}),
    ("A", "⽤語", {"ja-chars.look-alike"}),
    ("A", "か\u3099", {"ja-chars.decomposed"}),
    ("A, b.", "個人情報,データです。", {"ja-punct.western"}),
    ("A (b).", "個人情報(データ)です。", {"ja-punct.narrow"}),
    ("A.", "個人情報です。。", {"ja-punct.doubled"}),
    ("A.", "「個人情報です。", {"ja-punct.unpaired"}),
    ("A.", "個人情報です", {"ja-punct.open"}),
    ("A", "個人 情報", {"ja-space"}),
    ("A", "Cookie を使用", {"ja-space"}),
    ("We use it.", "使用する。", {"ja-style"}),
    ("It is so.", "そうである。そうです。", {"ja-style"}),
    ("A. B. C. D.", "甲です。", {"ja-sentences"}),
    ("A.", "甲です。乙です。丙です。", {"ja-sentences"}),
    ("A service charge.", "料金です。", {"ja-glossary.forbidden"}),
    ("A service charge.", "代金です。", {"ja-glossary.preferred"}),
    ("The “Box” is safe.", "「箱」は安全です。", {"ja-glossary.preferred", "ja-define.quoted"}),
    ("The “Lid” is safe.", "「蓋」は安全です。", {"ja-define.entry"}),
    ("Query", "クエリ―", {"ja-choon"}),
    ("Data", "デ一タ", {"ja-choon"}),
    ("Name", "氏名。", {"ja-punct.noun-end"}),
    ("A or B.", "甲もしくは乙です。", {"ja-conj.alone"}),
    ("A.", "甲をを持ちます。", {"ja-double"}),
    ("A.", "甲" * 181 + "です。", {"ja-long"}),
]


WHOLE = [
    ([("You.", "お客様"), ("Your data.", "お客様のデータ"), ("You.", "あなた")], [("2", "ja-person")]),
    ([("You.", "お客様"), ("Our users.", "利用者")], []),
    ([("A or B.", "甲または乙"), ("C or D.", "丙または丁"), ("E or F.", "戊又は己")], [("2", "ja-conj.mixed")]),
    (
        [("A.", "甲（以下「保管箱」といいます。）"), ("A.", "甲（以下「保管箱」といいます。）")],
        [("1", "ja-define.twice")],
    ),
    ([("A.", "甲（以下「当社」といいます。）"), ("A.", "乙（以下「蓋」といいます。）")], [("1", "ja-define.glossary")]),
]


@pytest.mark.parametrize(("texts", "expected"), WHOLE)
def test_what_only_the_whole_shows(texts: list[tuple[str, str]], expected: list[tuple[str, str]]) -> None:
    assert whole(texts) == expected


def whole(texts: list[tuple[str, str]]) -> list[tuple[str, str]]:
    pairs = tuple((str(n), Pair(en, ja, "en", "ja", VALUES, GLOSSARY, TERMS)) for n, (en, ja) in enumerate(texts))
    return [
        (name, f"{lint.id}.{trouble.variant}" if trouble.variant else lint.id)
        for lint in WHOLE_LINTS
        for name, trouble in lint.find(pairs)
    ]


@pytest.mark.parametrize(("english", "japanese", "expected"), BAD)
def test_each_fault_is_told(english: str, japanese: str, expected: set[str]) -> None:
    assert found(english, japanese) == expected


def test_every_sentence_is_said_by_some_case() -> None:
    said = {message for english, japanese, _ in BAD for message in found(english, japanese)}
    said |= {message for english, japanese, _ in TRAPS for message in found(english, japanese)}
    said |= {message for texts, _ in WHOLE for _, message in whole(texts)}
    assert said == {message for lint in (*LINTS, *WHOLE_LINTS) for message in lint.messages}


@pytest.mark.parametrize("language", ["en", "ja"])
def test_every_sentence_stands_in_both_languages(language: str) -> None:
    catalogue = words(language, "findings/translations")
    lints = {message for lint in (*LINTS, *WHOLE_LINTS) for message in lint.messages}
    assert {key for key in catalogue if key.startswith("ja-")} == lints


def test_what_is_quoted_is_what_was_written() -> None:
    assert args("We keep data for ten years.", "10か月間です。") == [{"source": "ten years", "target": "10か月"}]
    assert args("For 10 years and 3 days.", "7年です。") == [{"source": ("10", "3"), "target": ("7",)}]
    assert args("For {retention:default}.", "十年間です。") == [{"typed": "十年", "placeholder": "{retention:default}"}]


def test_a_japanese_source_is_read_as_well() -> None:
    pair = Pair("保存期間は10年です。", "Kept for 10 months.", "ja", "en")
    assert [lint.id for lint in LINTS for _ in lint.find(pair)] == ["ja-unit"]


def test_a_language_without_words_is_compared_by_placeholders_alone() -> None:
    pair = Pair("For 10 years at {article:contact}.", "Pour 7 ans.", "en", "fr")
    assert [lint.id for lint in LINTS for _ in lint.find(pair)] == ["ja-placeholder"]
