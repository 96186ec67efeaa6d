"""The nearest known word for a mistyped one, with a bound: advice on a thousand faults must not stop a check."""

from __future__ import annotations

from collections.abc import Sequence

from hoshin.policy.nearest import nearest

_WORK = 100_000
"""Comparisons of words that one rule may make in one policy; later faults are told without advice."""


class Advice:
    """Finds near words until the bound is reached; the order of the questions decides which ones get an answer."""

    def __init__(self, work: int = _WORK) -> None:
        self._left = work

    def near(self, word: str, words: Sequence[str]) -> str | None:
        """The closest of `words`, or None."""
        if self._left < len(words):
            return None
        self._left -= len(words)
        return nearest(word, words)
