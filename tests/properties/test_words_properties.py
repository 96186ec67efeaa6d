"""The invariants of changes.md 10.3, on texts made of the words and characters that clauses are made of."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from hoshin.policy.words import flags, tokens, typographic_only, word_diff

_ENGLISH_PIECES = (
    *("we", "may", "will", "not", "share", "Personal", "Data", "e-mail", "10", "1,000", "years", " ", " ", " ", ", "),
    *(". ", "; ", "’", "(", ")", "\n", "—", "don't", "\u00a0", "<ins>", "[-", "+}", "\U0001d4b3", "é", "e\u0301"),
)
_JAPANESE_PIECES = (
    *("個人", "データ", "当社", "は", "を", "の", "及び", "または", "提供", "します", "しません", "することがあります"),
    *("、", "。", "10", "年", "か月", "「", "」", "（", "）", "Cookie", "ー", "等", " ", "\u3000", "か\u3099", "々"),
)
_ENGLISH = st.lists(st.sampled_from(_ENGLISH_PIECES), max_size=60).map("".join)
_JAPANESE = st.lists(st.sampled_from(_JAPANESE_PIECES), max_size=60).map("".join)
_ANY = st.text(max_size=80)
_TEXTS = st.sampled_from(["en", "ja", "ko"]).flatmap(
    lambda language: st.tuples(st.just(language), *[st.one_of(_JAPANESE if language == "ja" else _ENGLISH, _ANY)] * 2)
)
_TERMS = st.lists(st.sampled_from(["個人データ", "データ", "人", "提供し", "", ".*", "(", "の"]), max_size=4).map(tuple)


@given(_TEXTS, _TERMS)
def test_both_texts_come_back_byte_for_byte(texts: tuple[str, str, str], terms: tuple[str, ...]) -> None:
    language, old, new = texts
    segments = word_diff(old, new, language, terms)
    assert "".join(segment.text for segment in segments if segment.op != "+") == old
    assert "".join(segment.text for segment in segments if segment.op != "-") == new


@given(_TEXTS, _TERMS)
def test_deletion_comes_before_insertion_and_nothing_is_empty(
    texts: tuple[str, str, str], terms: tuple[str, ...]
) -> None:
    language, old, new = texts
    segments = word_diff(old, new, language, terms)
    assert all(segment.text for segment in segments)
    assert all(
        (a.op, b.op) in {("=", "-"), ("=", "+"), ("-", "+"), ("-", "="), ("+", "=")} for a, b in pairwise(segments)
    )


@given(st.one_of(_ENGLISH, _JAPANESE, _ANY), st.sampled_from(["en", "ja"]))
def test_equal_and_empty_texts_give_one_segment(text: str, language: str) -> None:
    expected = [("=", text)] if text else []
    assert [(segment.op, segment.text) for segment in word_diff(text, text, language)] == expected
    if text:
        assert [(segment.op, segment.text) for segment in word_diff("", text, language)] == [("+", text)]
        assert [(segment.op, segment.text) for segment in word_diff(text, "", language)] == [("-", text)]


@given(_TEXTS, _TERMS)
def test_tokens_join_to_the_text(texts: tuple[str, str, str], terms: tuple[str, ...]) -> None:
    language, text, _ = texts
    assert "".join(tokens(text, language, terms)) == text


@settings(max_examples=30)
@given(st.lists(_ENGLISH, min_size=8, max_size=25), st.lists(_ENGLISH, min_size=8, max_size=25))
def test_long_texts_come_back_too(a: list[str], b: list[str]) -> None:
    old, new = ". ".join(a) + " x" * 300, ". ".join(a[::2] + b[1::2])
    segments = word_diff(old, new, "en")
    assert "".join(segment.text for segment in segments if segment.op != "+") == old
    assert "".join(segment.text for segment in segments if segment.op != "-") == new


@given(_TEXTS)
def test_flags_and_typography_do_not_depend_on_direction(texts: tuple[str, str, str]) -> None:
    language, old, new = texts
    segments = word_diff(old, new, language)
    assert set(flags(segments, language)) <= {"number", "date", "negation", "modal"}
    assert typographic_only(old, new) == typographic_only(new, old)
    assert typographic_only(old, old)
    assert flags(word_diff(old, old, language), language) == ()
