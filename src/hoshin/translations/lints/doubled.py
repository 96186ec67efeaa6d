"""A particle typed twice (をを, がが) is a slip of the keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hoshin.kernel.finding import Severity
from hoshin.kernel.regex import regex
from hoshin.translations.parity import Lint, Pair, Trouble

_TWICE: Final = regex("をを|がが|(?<![はぁ])はは(?!は)|にに(?!ん)|(?<!ま)でで")


def find(pair: Pair) -> Iterator[Trouble]:
    """The first of them, with what stands around it."""
    if pair.is_japanese and (match := _TWICE.search(pair.target)):
        around = pair.target[max(0, match.start() - 4) : match.end() + 4]
        yield Trouble({"found": around, "particle": match[0][0]})


LINT = Lint("ja-double", Severity.WARNING, find)
