"""The long vowel of katakana is ー: a dash or the kanji 一 in its place breaks search (クエリ―, デ一タ)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hoshin.kernel.finding import Severity
from hoshin.kernel.regex import regex
from hoshin.translations.parity import Lint, Pair, Trouble

_DASHES: Final = "\u2010-\u2015\u2212\uff0d-"
_KANA: Final = "[ァ-ヺー]"
_DASH: Final = regex(f"{_KANA}{{1,20}}[{_DASHES}](?![A-Za-z0-9]){_KANA}{{0,20}}|{_KANA}{{1,20}}一{_KANA}{{1,20}}")
_SIGN: Final = regex(f"[{_DASHES}]|一")


def find(pair: Pair) -> Iterator[Trouble]:
    """The first such word."""
    if pair.is_japanese and (match := _DASH.search(pair.target)):
        yield Trouble({"found": match[0], "usual": _SIGN.sub("ー", match[0])})


LINT = Lint("ja-choon", Severity.ERROR, find)
