from __future__ import annotations

import pytest

from hoshin.policy.amounts import amounts, limits
from hoshin.policy.wording import wording

ENGLISH = [
    ("kept for 10 years", [("10", "year")]),
    ("kept for ten years", [("10", "year")]),
    ("thirty (30) days", [("30", "day")]),
    ("twenty-one days", [("21", "day")]),
    ("five business days", [("5", "business day")]),
    ("10-day period", [("10", "day")]),
    ("1,000 users", [("1000", "")]),
    ("99.5% and 5 per cent", [("99.5", "percent"), ("5", "percent")]),
    ("1 July 2026, July 1, 2026, 2026-07-01 and 2026/7/1", [("2026-07-01", "date")] * 4),
    ("July 2026 and 31 March", [("2026-07", "date"), ("--03-31", "date")]),
    ("in 2026", [("2026", "")]),
    ("under the age of 13", [("13", "age")]),
    ("13 years old, 13-year-old, 13 years of age", [("13", "age")] * 3),
    ("twice a year", [("2", "")]),
    ("one of two", []),
    ("SHA256 and IPv4", []),
    ("{retention:default} at 2@3.com, https://a.b/4 and [x](https://c.d/5)", []),
    ("007", [("7", "")]),
    ("13/45/2026", [("13", ""), ("45", ""), ("2026", "")]),
]


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english_amounts(text: str, expected: list[tuple[str, str]]) -> None:
    words = wording("en-GB")
    assert words is not None
    assert [(each.value, each.unit) for each in amounts(text, words)] == expected


JAPANESE = [
    ("10年、１０年、十年", [("10", "year")] * 3),
    ("二十一日間", [("21", "day")]),
    ("百二十日以内", [("120", "day")]),
    ("10か月、10ヶ月、10カ月、10箇月", [("10", "month")] * 4),
    ("2週間、3日、24時間、5営業日", [("2", "week"), ("3", "day"), ("24", "hour"), ("5", "business day")]),
    ("2026年7月1日、令和8年7月1日", [("2026-07-01", "date")] * 2),
    ("令和8年、平成31年、昭和64年、令和元年", [("2026", ""), ("2019", ""), ("1989", ""), ("2019", "")]),
    ("2026年7月", [("2026-07", "date")]),
    ("第十一条、第１１条", [("11", ""), ("11", "")]),
    ("13歳", [("13", "age")]),
    ("100%、100パーセント", [("100", "percent")] * 2),
    ("一部、一切、第三者、十分", []),
    ("1,000名", [("1000", "")]),
]


@pytest.mark.parametrize(("text", "expected"), JAPANESE)
def test_japanese_amounts(text: str, expected: list[tuple[str, str]]) -> None:
    words = wording("ja")
    assert words is not None
    assert [(each.value, each.unit) for each in amounts(text, words)] == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("under 13", "en", [("13", "below")]),
        ("13 years of age or older", "en", [("13", "at_least")]),
        ("no more than 30 days", "en", [("30", "at_most")]),
        ("over 100 people", "en", [("100", "above")]),
        ("under {children:min-age}, see {article:contact}", "en", [("{children:min-age}", "below")]),
        ("under {article:contact}", "en", []),
        ("13歳未満", "ja", [("13", "below")]),
        ("30日以内", "ja", [("30", "at_most")]),
        ("最長30日", "ja", [("30", "at_most")]),
        ("100名を超える", "ja", [("100", "above")]),
        ("{children:min-age}歳以上", "ja", [("{children:min-age}", "at_least")]),
        ("{contact:desk}まで", "ja", []),
        ("2026年7月1日以内", "ja", []),
    ],
)
def test_limits(text: str, language: str, expected: list[tuple[str, str]]) -> None:
    words = wording(language)
    assert words is not None
    assert list(limits(text, words)) == expected


def test_amounts_say_where_they_stand() -> None:
    words = wording("ja")
    assert words is not None
    text = "データを１０か月間保存します。"
    assert [text[each.start : each.end] for each in amounts(text, words)] == ["１０か月"]


def test_a_language_without_a_table_has_no_words() -> None:
    assert wording("fr") is None
