"""もしくは joins what stands below または, ならびに what stands above および: neither is used alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hoshin.kernel.finding import Severity
from hoshin.translations.parity import Lint, Pair, Trouble

_BELOW: Final = (
    (re.compile("もしくは|若しくは"), re.compile("または|又は"), "または"),
    (re.compile("ならびに|並びに"), re.compile("および|及び"), "および"),
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
