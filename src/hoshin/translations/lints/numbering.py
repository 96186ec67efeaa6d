"""Numbers and bullets of articles and lists are made by the program, never typed at the beginning of a text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hoshin.kernel.finding import Severity
from hoshin.kernel.regex import regex
from hoshin.policy.amounts import half_width
from hoshin.translations.parity import Lint, Pair, Trouble

_TYPED: Final = regex(
    r"第[\d\u3007一二三四五六七八九十百]+[条項号章](?=[ 　(（:：「]|$)|[(（][\da-z一二三四五六七八九十ァ-ヶ]{1,3}[)）]"
    r"|\d{1,2}[.)）、](?!\d)|[ァ-ヶ][.)）]|[・•●■◆○◎‣–-] ?(?=\S)"
)
_CIRCLED: Final = regex("[①-⑳㈠-㈩ⅰ-ⅻⅠ-Ⅻ]")


def find(pair: Pair) -> Iterator[Trouble]:
    """A number or bullet at the beginning that the source does not have."""
    match = _CIRCLED.match(pair.target) or _TYPED.match(half_width(pair.target))
    if match and not _TYPED.match(half_width(pair.source)) and not _CIRCLED.match(pair.source):
        yield Trouble({"typed": pair.target[: match.end()].strip()})


LINT = Lint("ja-numbering", Severity.ERROR, find)
