"""The word that was probably meant."""

from __future__ import annotations

import pytest

from hoshin.policy.nearest import nearest


@pytest.mark.parametrize(
    ("word", "words", "expected"),
    [
        ("purpose", ["purposes", "recipients"], "purposes"),
        ("retnetion", ["retention", "retentions"], "retention"),
        ("legal_basis", ["legal-basis", "legal-bases"], "legal-basis"),
        ("Controller", ["controller"], "controller"),
        ("retent", ["retention-of-everything-else", "rights"], "retention-of-everything-else"),
        ("ab", ["ba", "cd"], "ba"),
        ("bat", ["cat", "hat", "rat"], "cat"),
        ("xyz", ["purposes", "recipients"], None),
        ("x", [], None),
        ("abcd", ["dcba"], None),
        ("p" * 100, ["p" * 100], None),
        ("目的", ["目的別", "権利"], "目的別"),
    ],
)
def test_the_nearest_known_word(word: str, words: list[str], expected: str | None) -> None:
    assert nearest(word, words) == expected
    assert nearest(word, reversed(words)) == expected
