import hashlib
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hoshin.kernel.text import is_wide, join_lines, norm, pair_digest, unit_digest

_ANY = st.text(max_size=60)
_TRICKY_PIECES = (
    *("a", "か", "\u3099", "\u0301", "\n", "\r", "\r\n", " ", "\t", "\u00a0", "\u2009", "\u3000", "{", "}", ":"),
    *("{ retention : default }", "{a:b}", "e", "、", "…", "한", "\u1161", "\u212a"),
)
_TRICKY = st.lists(st.sampled_from(_TRICKY_PIECES), max_size=24).map("".join)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        # 1: NFC
        ("e\u0301", "en", "é"),
        ("か\u3099", "ja", "が"),
        # 2: line ends
        ("a\r\nb\rc\nd", "en", "a b c d"),
        # 3: spaces that look like spaces, before lines are joined
        ("a\u00a0b\u2007c\u2009d\u202fe\tf", "en", "a b c d e f"),
        ("停止\t\nします", "ja", "停止します"),
        ("停止\u00a0\nします", "ja", "停止します"),
        # 4: lines
        ("  a  \n\n   \n  b  ", "en", "a b"),
        ("停止する\nことができます。", "ja", "停止することができます。"),
        ("Cookieとは\nfileです", "ja", "Cookieとはfileです"),
        ("Cookie\nfile", "ja", "Cookie file"),
        ("个人\n信息", "zh-Hant", "个人信息"),
        ("개인\n정보", "ko", "개인 정보"),
        ("個人\n情報", "en", "個人 情報"),
        ("{controller:email}\nまで", "ja", "{controller:email}まで"),
        # 5: runs of spaces
        ("  a    b  ", "en", "a b"),
        ("個人  情報", "ja", "個人 情報"),
        # 6: placeholders
        ("{ retention : default }", "en", "{retention:default}"),
        ("{\u00a0retention:\ndefault }", "en", "{retention:default}"),
        (
            "{ children:min-age } and { purpose:newsletter/text }",
            "en",
            "{children:min-age} and {purpose:newsletter/text}",
        ),
        ("{ Not : One }", "en", "{ Not : One }"),
        ("{ }", "en", "{ }"),
        # 7: NFC again
        ("か\n\u3099", "ja", "が"),
        # kept
        ("“Quotes” ‘q’ - – — Aa", "en", "“Quotes” ‘q’ - – — Aa"),
        ("１０年、ＡＢＣ", "ja", "１０年、ＡＢＣ"),  # noqa: RUF001 - full width is the example
        ("個人\u3000情報", "ja", "個人\u3000情報"),
        ("", "en", ""),
        (" \n\t\n", "ja", ""),
    ],
)
def test_each_step_of_the_normalisation(text: str, language: str, expected: str) -> None:
    assert norm(text, language) == expected


@given(st.one_of(_ANY, _TRICKY), st.sampled_from(["en", "ja", "zh", "ko"]))
@example("か\n\u3099", "ja")
@example("a\u00a0\n b\t", "ja")
def test_norm_is_idempotent(text: str, language: str) -> None:
    once = norm(text, language)
    assert norm(once, language) == once
    assert unicodedata.is_normalized("NFC", once)
    assert once == once.strip(" ")
    assert not set(once) & set("\n\r\t\u00a0\u2007\u2009\u202f")


@given(st.lists(st.sampled_from(["We", "may", "share", "e-mail.", "{controller:email}"]), min_size=1, max_size=12))
def test_where_english_lines_break_is_no_matter(words: list[str]) -> None:
    text = " ".join(words)
    assert norm("\n  ".join(words), "en") == norm(text, "en") == text
    assert unit_digest("\r\n".join(words), "en") == unit_digest(text, "en")


@pytest.mark.parametrize(("character", "wide"), [("か", True), ("、", True), ("Ａ", True), ("a", False), ("…", False)])  # noqa: RUF001 - full width is the example
def test_wide_characters(character: str, wide: bool) -> None:
    assert is_wide(character) is wide


def test_lines_are_joined_by_language() -> None:
    assert join_lines(["a ", "", " b"], "en-GB") == "a b"
    assert join_lines(["個人", "a", "b", "情報"], "ja-JP") == "個人a b情報"
    assert join_lines([], "ja") == ""


def test_digests_name_their_normalisation() -> None:
    text = "You can stop\nthe newsletter."
    digest = hashlib.sha256(b"You can stop the newsletter.").hexdigest()
    assert unit_digest(text, "en") == f"s1:{digest[:16]}"
    both = "You can stop the newsletter.\0停止できます。".encode()
    assert pair_digest(text, "en", "停止\nできます。", "ja") == f"p1:{hashlib.sha256(both).hexdigest()}"
    assert len(pair_digest("", "en", "", "ja")) == 3 + 64


def test_a_change_of_one_character_changes_both_digests() -> None:
    assert unit_digest("will", "en") != unit_digest("Will", "en")
    assert pair_digest("a", "en", "あ", "ja") != pair_digest("a", "en", "い", "ja")
    assert pair_digest("ab", "en", "c", "en") != pair_digest("a", "en", "bc", "en")
