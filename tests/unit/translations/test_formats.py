from datetime import date
from typing import Annotated

import pytest
from pydantic import TypeAdapter, ValidationError

from hoshin.policy.places import Step
from hoshin.schema.partial_date import PartialDate
from hoshin.schema.period import Duration, add
from hoshin.translations.addresses import AddressParts, address, address_lines
from hoshin.translations.dates import format_date
from hoshin.translations.durations import (
    Bound,
    attach,
    business_days,
    duration,
    duration_between,
    duration_range,
    full_duration,
)
from hoshin.translations.formats import (
    EnumerationKind,
    age,
    country_name,
    enumeration,
    language_name,
    number,
    percent,
    quote,
    region_name,
    sentences,
    terminator,
)
from hoshin.translations.locale import read_locale
from hoshin.translations.numbering import (
    NumberingStyle,
    circled,
    heading,
    kanji,
    letters,
    list_mark,
    reference,
    roman,
)
from hoshin.translations.patterns import fill, named, slots

EN = read_locale("en", None)
JA = read_locale("ja", None)
BOTH = {"en": EN, "ja": JA}
ERA = read_locale("ja", b"era: true\n")


def period(text: str) -> Duration:
    return Duration.parse(text)


@pytest.mark.parametrize(
    ("text", "english", "japanese"),
    [
        ("P10Y", "10 years", "10年"),
        ("P1Y", "1 year", "1年"),
        ("P6M", "6 months", "6か月"),
        ("P30D", "30 days", "30日"),
        ("P2W", "2 weeks", "2週間"),
        ("PT72H", "72 hours", "72時間"),
        ("PT1M", "1 minute", "1分"),
        ("PT30S", "30 seconds", "30秒"),
        ("P1Y6M", "1 year and 6 months", "1年6か月"),
        ("P1Y2M3D", "1 year, 2 months and 3 days", "1年2か月3日"),
        ("P1DT12H", "1 day and 12 hours", "1日12時間"),
        ("P12M", "12 months", "12か月"),
        ("P0D", "0 days", "0日"),
        ("P1Y0M", "1 year", "1年"),
        ("PT31536000S", "31,536,000 seconds", "31,536,000秒"),
    ],
)
def test_a_duration_inside_a_sentence(text: str, english: str, japanese: str) -> None:
    assert (duration(EN, period(text)), duration(JA, period(text))) == (english, japanese)


@pytest.mark.parametrize(
    ("text", "bound", "english", "japanese"),
    [
        ("P10Y", "exact", "10 years", "10年間"),
        ("P18M", "max", "at most 18 months", "最長18か月間"),
        ("P2W", "about", "about 2 weeks", "約2週間"),
        ("P6M", "min", "at least 6 months", "少なくとも6か月間"),
        ("PT72H", "exact", "72 hours", "72時間"),
        ("P1DT12H", "max", "at most 1 day and 12 hours", "最長1日12時間"),
        ("P30D", "exact", "30 days", "30日間"),
    ],
)
def test_a_duration_in_full(text: str, bound: Bound, english: str, japanese: str) -> None:
    assert (full_duration(EN, period(text), bound), full_duration(JA, period(text), bound)) == (english, japanese)


def test_two_limits_and_a_range() -> None:
    assert duration_between(EN, period("P6M"), period("P18M")) == "at least 6 months, at most 18 months"
    assert duration_between(JA, period("P6M"), period("P18M")) == "少なくとも6か月間、最長18か月間"
    assert duration_range(EN, period("P2D"), period("P5D")) == "2 to 5 days"
    assert duration_range(JA, period("P2D"), period("P5D")) == "2〜5日間"
    assert duration_range(EN, period("P1W"), period("P1M")) == "1 week to 1 month"
    assert duration_range(JA, period("P1W"), period("P2W")) == "1〜2週間"
    assert duration_range(JA, period("P1W"), period("P1M")) == "1週間から1か月間"


def test_business_days_are_no_days() -> None:
    assert (business_days(EN, 1), business_days(EN, 10)) == ("1 working day", "10 working days")
    assert (business_days(JA, 10), business_days(JA, 10, "about", full=True)) == ("10営業日", "約10営業日")
    assert business_days(EN, 10, "max", full=True) == "at most 10 working days"


def test_a_sum_of_stages_prints_as_such() -> None:
    assert full_duration(EN, add(period("P10D"), period("P45D"))) == "55 days"
    assert full_duration(JA, add(period("P10D"), period("P1M"))) == "1か月10日間"


def test_words_for_no_period() -> None:
    assert (EN.durations.not_stored, EN.durations.indefinite) == ("not stored", "indefinitely")
    assert (JA.durations.not_stored, JA.durations.indefinite) == ("保存なし", "無期限")


@pytest.mark.parametrize(
    ("value", "following", "rest"),
    [
        ("2週間", "間保存します。", "保存します。"),
        ("72時間", "間", ""),
        ("1か月", "間保存します。", "間保存します。"),
        ("2週間", "以内に", "以内に"),
        ("2週間", "間隔で", "間隔で"),
        ("2週間", "", ""),
    ],
)
def test_a_value_swallows_the_ending_that_it_has(value: str, following: str, rest: str) -> None:
    assert attach(JA, value, following) == rest


def test_english_swallows_nothing() -> None:
    assert attach(EN, "2 weeks", "s") == "s"


@pytest.mark.parametrize(
    ("following", "rest"), [(".", ""), (". We", " We"), (", and", ", and"), ("...", "..."), (" .", " .")]
)
def test_the_full_stop_of_an_abbreviation_closes_the_sentence(following: str, rest: str) -> None:
    assert attach(EN, "North Ltd.", following) == rest
    assert attach(EN, "North", following) == following


@pytest.mark.parametrize(
    ("text", "english", "japanese", "era"),
    [
        ("2026-11-22", "22 November 2026", "2026年11月22日", "令和8年11月22日"),
        ("2026-07-01", "1 July 2026", "2026年7月1日", "令和8年7月1日"),
        ("2026-03", "March 2026", "2026年3月", "令和8年3月"),
        ("2026", "2026", "2026年", "令和8年"),
        ("2019-05-01", "1 May 2019", "2019年5月1日", "令和元年5月1日"),
        ("2019-12-31", "31 December 2019", "2019年12月31日", "令和元年12月31日"),
        ("2020-01-01", "1 January 2020", "2020年1月1日", "令和2年1月1日"),
        ("2019-04-30", "30 April 2019", "2019年4月30日", "平成31年4月30日"),
        ("2019-04", "April 2019", "2019年4月", "平成31年4月"),
        ("2019-05", "May 2019", "2019年5月", "令和元年5月"),
        ("2019", "2019", "2019年", "2019年"),
        ("1989-01-08", "8 January 1989", "1989年1月8日", "平成元年1月8日"),
        ("1989-01-07", "7 January 1989", "1989年1月7日", "昭和64年1月7日"),
        ("1989-01", "January 1989", "1989年1月", "1989年1月"),
        ("1926-12-25", "25 December 1926", "1926年12月25日", "昭和元年12月25日"),
        ("1926-12-24", "24 December 1926", "1926年12月24日", "1926年12月24日"),
    ],
)
def test_a_date_prints_what_is_known(text: str, english: str, japanese: str, era: str) -> None:
    value = PartialDate.parse(text)
    assert (format_date(EN, value), format_date(JA, value), format_date(ERA, value)) == (english, japanese, era)


def test_a_date_of_the_calendar_is_known_to_the_day() -> None:
    assert format_date(EN, date(2026, 11, 22)) == "22 November 2026"
    assert format_date(read_locale("en", b"era: true"), date(2026, 11, 22)) == "22 November Reiwa 8"


def test_the_newest_era_counts_in_whatever_order_they_stand() -> None:
    own = "era: true\ndates: {eras: [{first_day: 1926-12-25, name: 昭和}, {first_day: 2019-05-01, name: 令和}]}\n"
    assert format_date(read_locale("ja", own.encode()), date(2026, 1, 1)) == "令和8年1月1日"


@pytest.mark.parametrize(
    ("members", "kind", "english", "japanese"),
    [
        ("", "or", "", ""),
        ("A", "or", "A", "A"),
        ("AB", "or", "A or B", "AまたはB"),
        ("ABC", "or", "A, B or C", "A、BまたはC"),
        ("ABC", "and", "A, B and C", "A、BおよびC"),
        ("ABC", "plain", "A, B, C", "A、B、C"),
    ],
)
def test_a_list_inside_a_sentence(members: str, kind: EnumerationKind, english: str, japanese: str) -> None:
    assert (enumeration(EN, members, kind), enumeration(JA, members, kind)) == (english, japanese)


def test_house_style_can_choose_kanji() -> None:
    own = read_locale("ja", "lists: {or: {last: 又は}}\n".encode())
    assert enumeration(own, ("A", "B", "C"), "or") == "A、B又はC"
    assert enumeration(own, ("A", "B", "C"), "and") == "A、BおよびC"


def test_ends_of_list_items() -> None:
    assert [terminator(EN, "semicolon_and", at, 4) for at in range(4)] == [";", ";", "; and", "."]
    assert [terminator(EN, "semicolon_and", at, 1) for at in range(1)] == ["."]
    assert [terminator(EN, "none", at, 3) for at in range(3)] == ["", "", ""]


def test_japanese_items_end_with_a_stop_where_they_are_clauses() -> None:
    said = ("氏名", "配信を停止すること", "退会したとき", "配信の停止")
    assert [terminator(JA, "semicolon_and", at, 4, text) for at, text in enumerate(said)] == ["", "。", "。", ""]
    assert [terminator(JA, "none", at, 4, text) for at, text in enumerate(said)] == ["", "", "", ""]
    assert [terminator(JA, "semicolon_and", at, 4) for at in range(4)] == ["", "", "", ""]


def test_kanji_and_iroha_as_statutes_count() -> None:
    assert [kanji(number) for number in (1, 9, 10, 11, 20, 21, 99, 100, 205)] == [
        "一", "九", "十", "十一", "二十", "二十一", "九十九", "一〇〇", "二〇五",
    ]  # fmt: skip
    statute = read_locale("ja", 'numbering: {decimal: ["{kanji}", "{iroha}", "（{number}）"]}'.encode())
    assert [list_mark(statute, "decimal", level, 12) for level in (1, 2, 3)] == ["十二", "ヲ", "（12）"]


def test_headings_and_references() -> None:
    assert heading(EN, 11, "Contact Us") == "11. Contact Us"
    assert heading(JA, 11, "お問い合わせ") == "第11条（お問い合わせ）"
    assert heading(JA, None, "はじめに") == "はじめに"
    assert heading(read_locale("ja", b"title_style: decimal"), 11, "お問い合わせ") == "11. お問い合わせ"
    assert heading(read_locale("en", b"title_style: plain"), 11, "Contact {x}") == "Contact {x}"
    assert (reference(EN, 3), reference(JA, 3)) == ("Article 3", "第3条")
    path = (Step("paragraph", 2), Step("decimal", 1), Step("lower_alpha", 1), Step("lower_roman", 4))
    assert (reference(EN, 3, path), reference(JA, 3, path)) == ("Article 3(2)(1)(a)(iv)", "第3条第2項第1号ア（iv）")
    deep = (Step("decimal", 1), Step("decimal", 2, 2), Step("decimal", 3, 3), Step("decimal", 4, 4))
    assert (reference(EN, 3, deep), reference(JA, 3, deep)) == ("Article 3(1)(b)(iii)(iv)", "第3条第1号イ（ウ）（エ）")


@pytest.mark.parametrize(
    ("style", "english", "japanese"),
    [
        ("none", ["", "", "", ""], ["", "", "", ""]),
        ("bullet", ["•", "–", "–", "–"], ["・", "・", "・", "・"]),
        ("decimal", ["2.", "(b)", "(ii)", "(ii)"], ["（2）", "イ", "（イ）", "（イ）"]),
        ("lower_alpha", ["(b)", "(ii)", "(2)", "(2)"], ["イ", "（イ）", "b", "b"]),
    ],
)
def test_marks_of_list_items(style: NumberingStyle, english: list[str], japanese: list[str]) -> None:
    assert [list_mark(EN, style, level, 2) for level in range(1, 5)] == english
    assert [list_mark(JA, style, level, 2) for level in range(1, 5)] == japanese


def test_circled_numbers_for_those_who_want_them() -> None:
    own = read_locale("ja", b"numbering: {decimal: ['{circled}']}")
    assert [list_mark(own, "decimal", 1, count) for count in (1, 20, 21, 35, 36, 50, 51)] == [
        "①", "⑳", "㉑", "㉟", "㊱", "㊿", "（51）",
    ]  # fmt: skip
    assert circled(2) == "②"


def test_numbers_in_letters() -> None:
    assert [letters(count) for count in (1, 26, 27, 52, 53, 702, 703)] == ["a", "z", "aa", "az", "ba", "zz", "aaa"]
    assert [roman(count) for count in (1, 4, 9, 14, 40, 90, 400, 1999, 3999, 4000)] == [
        "i", "iv", "ix", "xiv", "xl", "xc", "cd", "mcmxcix", "mmmcmxcix", "4000",
    ]  # fmt: skip
    assert list_mark(JA, "lower_alpha", 1, 46) == "ン"
    assert list_mark(JA, "lower_alpha", 1, 47) == "アア"


def test_numbers_shares_ages() -> None:
    assert [number(EN, value) for value in (0, 13, 1000, 1234567, -1000, "99.5", "1000.25", "-0.5")] == [
        "0", "13", "1,000", "1,234,567", "-1,000", "99.5", "1,000.25", "-0.5",
    ]  # fmt: skip
    assert (percent(EN, 100), percent(JA, "99.5")) == ("100%", "99.5%")
    assert (age(EN, 13), age(JA, 13)) == ("13", "13")
    assert (age(EN, 13, full=True), age(JA, 13, full=True)) == ("13 years", "13歳")


def test_quotes_and_sentences() -> None:
    assert (quote(EN, "x"), quote(EN, "x", inner=True)) == ("“x”", "‘x’")
    assert (quote(JA, "x"), quote(JA, "x", inner=True)) == ("「x」", "『x』")
    assert sentences(EN, ["One.", "", "Two."]) == "One. Two."
    assert sentences(JA, ["一。", "二。"]) == "一。二。"


def test_names_of_languages_and_countries() -> None:
    assert (language_name(EN, "ja"), language_name(JA, "en"), language_name(JA, "fr")) == ("Japanese", "英語", "fr")
    assert (country_name(EN, "JP"), country_name(JA, "JP"), country_name(JA, "ZZ")) == ("Japan", "日本", "ZZ")
    assert country_name(read_locale("ja", "countries: {GB: 英国}".encode()), "GB") == "英国"


@pytest.mark.parametrize(
    ("code", "english", "japanese"),
    [
        ("JP", "Japan", "日本"),
        ("EEA", "European Economic Area", "欧州経済領域"),
        ("US-CA", "California", "カリフォルニア州"),
        ("JP-13", "JP-13", "JP-13"),
        ("ZZ", "ZZ", "ZZ"),
    ],
)
def test_names_of_regions(code: str, english: str, japanese: str) -> None:
    assert (region_name(EN, code), region_name(JA, code)) == (english, japanese)


OFFICE = AddressParts("39F", "Shibuya Scramble Square", "Shibuya 2-24-12", "Shibuya-ku", "Tokyo", "150-6139", "JP")
OFFICE_JA = AddressParts("39F", "渋谷スクランブルスクエア", "渋谷2-24-12", "渋谷区", "東京都", "150-6139", "JP")


def test_an_address_in_the_order_of_the_language() -> None:
    assert address(EN, OFFICE) == "39F, Shibuya Scramble Square, Shibuya 2-24-12, Shibuya-ku, Tokyo 150-6139, Japan"
    assert address(JA, OFFICE_JA) == "〒150-6139 東京都渋谷区渋谷2-24-12 渋谷スクランブルスクエア39F"
    assert address_lines(JA, OFFICE_JA) == ("〒150-6139", "東京都渋谷区渋谷2-24-12", "渋谷スクランブルスクエア39F")


def test_parts_that_are_not_there_leave_no_trace() -> None:
    assert address(EN, AddressParts(city="Tokyo", country="JP")) == "Tokyo, Japan"
    assert address(EN, AddressParts(postal_code="150-6139", street="2-24-12")) == "2-24-12, 150-6139"
    assert address(JA, AddressParts(region="東京都")) == "東京都"
    assert address(JA, AddressParts()) == ""


def test_a_foreign_address_in_japanese_bears_no_japanese_postal_mark() -> None:
    there = AddressParts(street="1 Main St", city="London", postal_code="N1 9GU", country="GB")
    assert address(JA, there) == "1 Main St, London, N1 9GU, イギリス"


def test_braces_in_a_value_stay() -> None:
    assert fill("{a} and {b}", a="{b}", b="{0.__class__}") == "{b} and {0.__class__}"
    assert named("{a} and {b}") == ("a", "b")


@pytest.mark.parametrize(
    ("pattern", "good"),
    [
        ("{count} x", True),
        ("{count} {more}", True),
        ("x", False),
        ("{count} {x}", False),
        ("{count} {", False),
        ("{count}}", False),
        ("{count.__class__}", False),
        ("{count!r} {count}", False),
        ("{{count}}", False),
    ],
)
def test_a_pattern_has_its_slots_and_no_others(pattern: str, good: bool) -> None:
    check = slots("count", "more")
    adapter = TypeAdapter(Annotated[str, check])
    if good:
        assert adapter.validate_python(pattern) == pattern
        return
    with pytest.raises(ValidationError) as caught:
        adapter.validate_python(pattern)
    [error] = caught.value.errors()
    assert (error["type"], error["ctx"]) == ("pattern_slots", {"needed": "count", "allowed": "count, more"})
