"""No typed space between Japanese characters, or between Japanese and Latin ones: the page makes that gap."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hoshin.kernel.finding import Severity
from hoshin.kernel.regex import regex
from hoshin.translations.parity import Lint, Pair, Trouble

_GAP: Final = regex(r"(?=(\S +\S))")


def find(pair: Pair) -> Iterator[Trouble]:
    """The first such space of a text."""
    for match in _GAP.finditer(pair.target) if pair.is_japanese else ():
        if _is_wide(match[1][0]) or _is_wide(match[1][-1]):
            yield Trouble({"found": match[1]})
            return


def _is_wide(sign: str) -> bool:
    return "\u3001" <= sign <= "\u30ff" or "\u3400" <= sign <= "\u9fff" or "\uff01" <= sign <= "\uff60"


LINT = Lint("ja-space", Severity.WARNING, find)
