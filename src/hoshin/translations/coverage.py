"""How far a translation has come, in texts and in words of the source, in four ways (translations.md section 6)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from msgspec import Struct

from hoshin.kernel.text import norm
from hoshin.policy.words import tokens
from hoshin.translations.states import FRESH, Translation, UnitState


class Amount(Struct, frozen=True):
    """Texts, and words of their source."""

    units: int
    words: int


class Coverage(Struct, frozen=True):
    """Each way counts what the next one counts and more.

    There is a translation; it renders the present source; somebody has confirmed it; counsel has.
    """

    all: Amount
    present: Amount
    fresh: Amount
    reviewed: Amount
    approved: Amount


_WAYS: Final[Mapping[str, Callable[[UnitState], bool]]] = {
    "all": lambda _: True,
    "present": lambda each: each.state != "missing",
    "fresh": lambda each: each.state in FRESH,
    "reviewed": lambda each: each.state in {"reviewed", "approved"},
    "approved": lambda each: each.state == "approved",
}


def coverage(made: Translation) -> Coverage:
    """Never counts a stale, broken or left-over text as fresh."""
    rows = [(each, _words(made, each)) for each in made.units if each.unit is not None]
    counted = {
        way: Amount(sum(1 for each, _ in rows if fits(each)), sum(words for each, words in rows if fits(each)))
        for way, fits in _WAYS.items()
    }
    return Coverage(**counted)


def _words(made: Translation, each: UnitState) -> int:
    """Words of the source text; for Japanese the pieces that a redline is made of."""
    text = norm(each.unit.text, made.source) if each.unit else ""
    return sum(1 for token in tokens(text, made.source) if any(sign.isalnum() for sign in token))
