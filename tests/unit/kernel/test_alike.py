"""The likeness of two texts beside the plain table that everybody knows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoshin.kernel.alike import ratio

TEXTS = st.text("abcあ ", max_size=70)


def plain(one: str, other: str) -> float:
    row = [0] * (len(other) + 1)
    for letter in one:
        before = row[:]
        for at, mine in enumerate(other, 1):
            row[at] = before[at - 1] + 1 if letter == mine else max(before[at], row[at - 1])
    return 2 * row[-1] / (len(one) + len(other)) if one or other else 1.0


@given(TEXTS, TEXTS)
def test_it_is_the_longest_common_subsequence(one: str, other: str) -> None:
    assert ratio(one, other) == plain(one, other) == ratio(other, one)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [("", "", 1), ("a", "", 0), ("same", "same", 1), ("abcd", "bd", 2 / 3), ("個人", "個人データ", 4 / 7)],
)
def test_examples(one: str, other: str, alike: float) -> None:
    assert ratio(one, other) == pytest.approx(alike)
