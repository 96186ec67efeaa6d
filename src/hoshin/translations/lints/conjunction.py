"""もしくは joins what stands below または, ならびに what stands above および: neither is used alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hoshin.kernel.finding import Severity
from hoshin.kernel.regex import regex
from hoshin.translations.parity import Lint, Pair, Trouble

_BELOW: Final = (
    (regex("もしくは|若しくは"), regex("または|又は"), "または"),
    (regex("ならびに|並びに"), regex("および|及び"), "および"),
)


def find(pair: Pair) -> Iterator[Trouble]:
    """Each of the two that stands without its partner."""
    if not pair.is_japanese:
        return
    for word, partner, usual in _BELOW:
        match = word.search(pair.target)
        if match and not partner.search(pair.target):
            yield Trouble({"found": match[0], "usual": usual}, "alone")


LINT = Lint("ja-conj", Severity.WARNING, find, ("alone",))
