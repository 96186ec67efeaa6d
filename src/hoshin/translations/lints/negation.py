"""What the source denies the translation denies, and the reverse.

A heuristic: a word that comes near to a denial (except, 以外) on the other side is enough to stay silent.
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.kernel.finding import Severity
from hoshin.policy.amounts import half_width
from hoshin.policy.wording import Wording
from hoshin.translations.parity import Lint, Pair, Trouble


def find(pair: Pair) -> Iterator[Trouble]:
    """A text that denies beside one that does not."""
    if pair.source_words is None or pair.target_words is None:
        return
    denied = _denies(pair.source, pair.source_words)
    kept = _denies(pair.target, pair.target_words)
    if denied and not kept and not _comes_near(pair.target, pair.target_words):
        yield Trouble({}, "lost")
    elif kept and not denied and not _comes_near(pair.source, pair.source_words):
        yield Trouble({}, "added")


def _denies(text: str, words: Wording) -> bool:
    return words.negations.search(half_width(text)) is not None


def _comes_near(text: str, words: Wording) -> bool:
    return words.denials.search(half_width(text)) is not None


LINT = Lint("ja-negation", Severity.WARNING, find, ("lost", "added"))
