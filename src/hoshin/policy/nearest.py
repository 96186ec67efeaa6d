"""The known word that a mistyped one probably meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

_CUTOFF = 0.6
_LONGEST = 64
_SHORTEST_STEM = 3


def nearest(word: str, words: Iterable[str]) -> str | None:
    """The closest of `words`, or None when none is close. Case, `_` and spaces count for little; ties go by alphabet.

    Two letters changed round, and a word cut short (`retent` for `retention`), count as close.
    """
    if len(word) > _LONGEST:
        return None
    typed = _folded(word)
    rated = [(-_likeness(typed, _folded(known)), known) for known in set(words)]
    rated = [entry for entry in rated if -entry[0] >= _CUTOFF]
    return min(rated)[1] if rated else None


def _folded(word: str) -> str:
    return word.casefold().replace("_", "-").replace(" ", "-")


def _likeness(typed: str, known: str) -> float:
    """1 for the same word, near 1 for two letters changed round, else the ratio of difflib."""
    if typed == known:
        return 1.0
    if len(typed) == len(known) and sorted(typed) == sorted(known):
        different = [number for number, (one, other) in enumerate(zip(typed, known, strict=True)) if one != other]
        if len(different) == 2 and different[1] == different[0] + 1:  # noqa: PLR2004 - one pair of neighbours
            return 0.99
    ratio = SequenceMatcher(None, typed, known, autojunk=False).ratio()
    if min(len(typed), len(known)) >= _SHORTEST_STEM and (known.startswith(typed) or typed.startswith(known)):
        return max(ratio, _CUTOFF)
    return ratio
