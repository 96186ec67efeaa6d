"""Lists of phrases: what is found without a pattern is what the pattern of all phrases finds."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoshin.check.laws.phrases import Phrases, phrases

LISTS = ("absolute-security", "back-references", "capitals", "hedges", "slips", "vague-purposes")
BETWEEN = st.sampled_from([" ", "  ", "\n", "\u00a0", "\u3000", "-", ", ", ". ", "'", "_", "", "\u0301"])


def by_pattern(listed: Phrases, text: str) -> list[str]:
    assert listed.pattern is not None
    return [match.group() for match in listed.pattern.finditer(unicodedata.normalize("NFKC", text))]


@st.composite
def texts(draw: st.DrawFn, listed: Phrases) -> str:
    """Phrases of the list, parts of them and other words, in any case, with anything between them."""
    words = sorted({word for phrase in listed.listed for word in phrase.split()})
    part = st.sampled_from(listed.listed) | st.sampled_from(words) | st.text(max_size=3)
    cased = st.tuples(part, st.sampled_from([str, str.upper, str.title, str.lower])).map(lambda two: two[1](two[0]))
    return "".join(draw(st.lists(cased | BETWEEN, max_size=12)))


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_same_is_found_as_by_one_pattern_of_all_phrases(name: str, language: str) -> None:
    listed = phrases(name, language, ("e-mail", "\u0131l\u0131k \u0130ş", "say so", "say", "so say so"))

    @given(texts(listed))
    def same(text: str) -> None:
        assert list(listed.find(text)) == by_pattern(listed, text)

    same()


def test_at_one_place_the_longest_counts() -> None:
    listed = phrases("conditions", "xx", ("say", "say so", "so be it"))
    assert list(listed.find("They SAY\n so be it, say so.")) == ["SAY\n so", "say so"]


def test_a_phrase_is_whole_words_where_its_script_has_spaces() -> None:
    listed = phrases("conditions", "xx", ("art", "当社"))
    assert list(listed.find("party art-ist 当社の art")) == ["art", "当社", "art"]


def test_a_language_without_a_list_has_no_phrase() -> None:
    assert list(phrases("conditions", "xx").find("if")) == []
