import os
import subprocess
import sys

import pytest

from hoshin.policy.sentences import aligned, split, work
from hoshin.policy.words import MAX_CHARACTERS, Segment, flags, tokens, typographic_only, word_diff


def marked(old: str, new: str, language: str, terms: tuple[str, ...] = ()) -> str:
    marks = {"=": "{}", "-": "[-{}-]", "+": "{{+{}+}}"}
    return "".join(marks[segment.op].format(segment.text) for segment in word_diff(old, new, language, terms))


@pytest.mark.parametrize(
    ("old", "new", "redline"),
    [
        (
            "It is usually 10 years, but we regularly review it.",
            "It is no longer than 3 years after you close it, and we regularly review it.",
            "It is [-usually 10 years, but-]{+no longer than 3 years after you close it, and+} we regularly review it.",
        ),
        ("We will share data.", "We may share data.", "We [-will-]{+may+} share data."),
        ("children under 13.", "children under 16.", "children under [-13-]{+16+}."),
        ("up to 1,000 yen", "up to 1,500 yen", "up to [-1,000-]{+1,500+} yen"),
        ("your e-mail address", "your postal address", "your [-e-mail-]{+postal+} address"),
        ("the Company’s desk", "the Company’s office", "the Company’s [-desk-]{+office+}"),
        ("a and b", "a, and b", "a{+,+} and b"),
        ("We sell data. We store data.", "We store data.", "We [-sell data. We -]store data."),
        ("a", "b", "[-a-]{+b+}"),
        ("same", "same", "same"),
        ("", "new", "{+new+}"),
        ("old", "", "[-old-]"),
        ("", "", ""),
    ],
)
def test_an_english_redline(old: str, new: str, redline: str) -> None:
    assert marked(old, new, "en") == redline


@pytest.mark.parametrize(
    ("old", "new", "redline"),
    [
        (
            "保存期間は、通常10年間ですが、定期的に見直します。",
            "保存期間は、契約終了後3年以内とし、定期的に見直します。",
            "保存期間は、[-通常10年間ですが-]{+契約終了後3年以内とし+}、定期的に見直します。",
        ),
        ("第三者に提供しません。", "第三者に提供します。", "第三者に提供[-しません-]{+します+}。"),
        ("第三者に提供します。", "第三者に提供することがあります。", "第三者に提供[-します-]{+することがあります+}。"),
        ("氏名、住所又は電話番号", "氏名、住所及び所属又は電話番号", "氏名、住所{+及び所属+}又は電話番号"),
        ("GDPR第6条", "GDPR第7条", "GDPR第[-6-]{+7+}条"),
        ("サービスの利用", "アプリの利用", "[-サービス-]{+アプリ+}の利用"),
        ("同じ。", "同じ。", "同じ。"),
    ],
)
def test_a_japanese_redline(old: str, new: str, redline: str) -> None:
    assert marked(old, new, "ja") == redline


@pytest.mark.parametrize(
    ("text", "language", "terms", "pieces"),
    [
        ("We don't, e-mail 1,000.50 x", "en", (), "We| |don't|,| |e-mail| |1,000.50| |x"),
        ("a\n\n  b…", "en", (), "a|\n\n  |b|…"),
        ("個人データの法的根拠", "ja", (), "個人|データ|の|法的根拠"),
        ("各個人データの法的根拠", "ja", ("個人データ", "個人"), "各|個人データ|の|法的根拠"),
        ("取得及び利用並びに提供又は保存", "ja", (), "取得|及び|利用|並びに|提供|又は|保存"),
        ("氏名等を平等に", "ja", (), "氏名|等|を|平等|に"),
        ("10年、１０年、1,000円", "ja", (), "10|年|、|１０|年|、|1,000|円"),  # noqa: RUF001 - full width is the example
        ("6か月間とGDPRのCookie", "ja", (), "6|か月間|と|GDPR|の|Cookie"),
        ("提供することがあります。", "ja", (), "提供|する|ことがあります|。"),
        ("開示しなければなりません", "ja", (), "開示|しなければなりません"),
        ("その他の情報またはお知らせ", "ja", (), "その他の|情報|または|お|知|らせ"),
        ("ｻｰﾋﾞｽと\u3000が", "ja", (), "ｻｰﾋﾞｽ|と|\u3000|が"),
        ("か\u3099", "ja", (), "か|\u3099"),
        ("", "ja", ("",), ""),
    ],
)
def test_tokens(text: str, language: str, terms: tuple[str, ...], pieces: str) -> None:
    found = tokens(text, language, terms)
    assert "|".join(found) == pieces
    assert "".join(found) == text


def test_a_glossary_term_is_never_cut() -> None:
    old, new = "法的根拠に基づく", "法的義務に基づく"
    assert marked(old, new, "ja") == "[-法的根拠-]{+法的義務+}に基づく"
    assert marked(old, new, "ja", ("根拠", "義務")) == "法的[-根拠-]{+義務+}に基づく"


def test_a_region_of_a_language_is_cut_like_the_language() -> None:
    assert tokens("個人データ", "ja-JP") == tokens("個人データ", "ja")


def sentence(number: int) -> str:
    return f"Sentence number {number} says what we do with the data that you gave us in form {number} of the site. "


def test_a_long_clause_is_compared_sentence_by_sentence() -> None:
    sentences = [sentence(number) for number in range(8)]
    old, new = "".join(sentences), "".join([*sentences[:3], *sentences[4:]]).replace("form 6", "form 66")
    assert len(old) > 600
    assert word_diff(old, new, "en") == (
        Segment("=", "".join(sentences[:3])),
        Segment("-", sentences[3]),
        Segment("=", "".join(sentences[4:6]) + sentence(6).partition("6 of")[0]),
        Segment("-", "6"),
        Segment("+", "66"),
        Segment("=", " of the site. " + sentences[7]),
    )


def test_sentences_that_are_less_than_half_alike_are_not_paired() -> None:
    common = "".join(sentence(number) for number in range(7))
    old, new = common + "We sell nothing to anyone.", common + "You can complain to an authority of your country."
    assert word_diff(old, new, "en") == (
        Segment("=", common),
        Segment("-", "We sell nothing to anyone."),
        Segment("+", "You can complain to an authority of your country."),
    )


def test_sentences_end_at_marks_with_what_closes_them() -> None:
    text = 'He said "no." Then v1.2 came! 「いいえ。」と言う。終わり'
    assert tuple("".join(part) for part in split(tokens(text, "en"))) == (
        'He said "no." ',
        "Then v1.2 came! ",
        "「いいえ。」",
        "と言う。",
        "終わり",
    )
    assert split(()) == ()


def test_a_block_with_too_many_sentences_is_left_as_one_pair() -> None:
    old = tuple(f"{number}。" for number in range(101))
    new = tuple(f"-{number}。" for number in range(101))
    cut_old, cut_new = tokens("".join(old), "ja"), tokens("".join(new), "ja")
    assert aligned(cut_old, cut_new, 10**9) == ((cut_old, cut_new),)


def test_sentences_that_could_take_too_long_to_align_are_left_as_one_pair() -> None:
    old, new = ("あ", "。") * 40, ("あ", "。") * 39
    assert aligned(old, new, work(split(old), split(new)) - 1) == ((old, new),)
    assert len(aligned(old, new, work(split(old), split(new)))) == 40


def test_work_counts_equal_pairs_for_each_block() -> None:
    assert work("aab", "abb") == 3 * (2 * 1 + 1 * 2)
    assert work("", "abc") == 0


HOSTILE = {
    "equal characters": ("。" * 15_000, "。" * 14_999),
    "equal words": ("a " * 9_000, "a " * 9_001 + "b"),
    "unrelated words": (
        " ".join(f"w{number}" for number in range(2_000)),
        " ".join(f"v{number}" for number in range(2_000)),
    ),
    "reversed words": (
        " ".join(f"w{number}" for number in range(2_000)),
        " ".join(f"w{number}" for number in reversed(range(2_000))),
    ),
    "shuffled sentences": (
        "".join(f"{number * 7919 % 701} を。" for number in range(701)),
        "".join(f"{number * 6131 % 701} を。" for number in range(701)),
    ),
    "no spaces": ("漢" * 20_000, "字" * 19_999),
    "too long": ("a b " * 6_000, "a c " * 6_000),
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("language", ["en", "ja"])
def test_hostile_texts_are_answered_and_come_back(name: str, language: str) -> None:
    old, new = HOSTILE[name]
    segments = word_diff(old, new, language)
    flags(segments, language)
    typographic_only(old, new)
    assert "".join(segment.text for segment in segments if segment.op != "+") == old
    assert "".join(segment.text for segment in segments if segment.op != "-") == new


def test_above_the_bound_the_whole_text_is_replaced() -> None:
    old, new = "a b " * 6_000, "a c " * 6_000
    assert len(old) + len(new) > MAX_CHARACTERS
    assert word_diff(old, new, "en") == (Segment("-", old), Segment("+", new))


def test_a_single_sentence_that_would_take_too_long_is_replaced() -> None:
    old = " ".join(f"w{number}" for number in range(1_500))
    new = " ".join(f"w{number}" for number in reversed(range(1_500)))
    assert [segment.op for segment in word_diff(old, new, "en")] == ["-", "+"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("保存期間は１０年です。", "保存期間は10年です。"),
        ("services(“Service”)", 'services ("Service")'),
        ("natural person.Depending", "natural person. Depending"),
        ("our  Service", "our\n Service"),
        ("the Company’s", "the Company's"),
        ("「個人データ」", "『個人データ』"),
        ("・氏名", "• 氏名"),
        ("- name", "• name"),
        ("1. Foo", "(1) Foo"),
        ("（1）個人", "① 個人"),
        ("a) foo", "(a) foo"),
        ("ア）氏名", "（ア） 氏名"),
        ("2 – 5 days", "2-5 days"),
        ("株式会社 A", "株式会社A"),
        ("㈱A", "(株)A"),
        ("ｻｰﾋﾞｽ", "サービス"),
        ("が", "か\u3099"),
        ("co\u00adoperate", "cooperate"),
        ("氏名、住所", "氏名，住所"),
        ("", " "),
    ],
)
def test_typography_is_no_change_of_words(old: str, new: str) -> None:
    assert typographic_only(old, new)
    assert typographic_only(new, old)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("10 years", "3 years"),
        ("10²", "102"),
        ("1½ years", "11/2 years"),
        ("in section 1. 5 years", "in section 1.5 years"),
        ("1 000", "1000"),
        ("now here", "nowhere"),
        ("1. Foo", "2. Foo"),
        ("1. Foo", "Foo"),
        ("3.5 years", "5 years"),
        ("① 個人", "② 個人"),
        ("Personal Data", "personal data"),
        ("1,000", "1000"),
        ("We do not sell.", "We do, not sell."),
        ("13歳未満", "13歳以下"),
        ("데이터 처리", "데이터처리"),
        ("クエリー", "クエリ一"),
        ("a\u202eb", "ab"),
    ],
)
def test_words_and_numbers_are_no_typography(old: str, new: str) -> None:
    assert not typographic_only(old, new)
    assert not typographic_only(new, old)


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("for 10 years", "for 3 years", ("number",)),
        ("for ten years", "for three years", ("number",)),
        ("for 10 years", "for 10 months", ("number",)),
        ("10 days", "10 business days", ("number",)),
        ("under 13", "13 or younger", ("number",)),
        ("Effective 22 May 2026.", "Effective 23 May 2026.", ("number", "date")),
        ("Effective 2026-05-22.", "Effective 2026-06-22.", ("number", "date")),
        ("Effective March 1, 2026.", "Effective April 1, 2026.", ("date",)),
        ("We will share data.", "We will not share data.", ("negation",)),
        ("We don’t sell.", "We sell.", ("negation",)),
        ("We will share data.", "We may share data.", ("modal",)),
        ("with partners", "only with partners", ("modal",)),
        ("our partners", "our friends", ()),
        ("10% of data", "12% of data", ("number",)),
        ("A for 3 and B for 10", "A for 10 and B for 3", ("number",)),
        ("no change", "no change", ()),
    ],
)
def test_english_flags(old: str, new: str, found: tuple[str, ...]) -> None:
    assert flags(word_diff(old, new, "en"), "en") == found


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("保存期間は10年です", "保存期間は3年です", ("number",)),
        ("保存期間は十年です", "保存期間は三年です", ("number",)),
        ("１０年", "10年", ()),
        ("13歳未満の方", "13歳以下の方", ("number",)),
        ("2026年11月22日に", "2026年12月22日に", ("number", "date")),
        ("令和8年4月1日に", "令和9年4月1日に", ("number", "date")),
        ("提供しません。", "提供します。", ("negation", "modal")),
        ("提供します。", "提供することがあります。", ("modal",)),
        ("開示します。", "開示しなければなりません。", ("modal",)),
        ("遅滞なく開示", "速やかに開示", ("modal",)),
        ("同意なく提供", "同意により提供", ("negation",)),
        ("氏名を取得", "氏名のみ取得", ("modal",)),
        ("氏名を取得", "住所を取得", ()),
    ],
)
def test_japanese_flags(old: str, new: str, found: tuple[str, ...]) -> None:
    assert flags(word_diff(old, new, "ja"), "ja") == found


def test_a_word_that_holds_the_point_of_an_insertion_counts() -> None:
    segments = (Segment("=", "2026年1"), Segment("+", "1"), Segment("=", "月に"))
    assert flags(segments, "ja") == ("number", "date")


@pytest.mark.parametrize("seed", ["0", "1", "4711"])
def test_no_hash_seed_and_no_locale_changes_a_redline(seed: str) -> None:
    old, new = "氏名、住所又は電話番号。" * 60, "氏名又は住所、電話番号。" * 60
    program = (
        "from hoshin.policy.words import word_diff\n"
        f"print([(s.op, s.text) for s in word_diff({old!r}, {new!r}, 'ja', ('電話番号', '氏名'))])"
    )
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1", "LC_ALL": "C"}
    printed = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, check=True)
    expected = [(segment.op, segment.text) for segment in word_diff(old, new, "ja", ("電話番号", "氏名"))]
    assert printed.stdout.decode().strip() == str(expected)
