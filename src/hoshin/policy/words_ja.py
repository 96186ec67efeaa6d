"""Japanese words that decide where a redline may cut (changes.md 10.1): tables and the pattern made of them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from hoshin.kernel.regex import regex

CONNECTIVES: Final = (
    "及び", "並びに", "又は", "若しくは", "および", "ならびに", "または", "もしくは", "但し", "ただし", "その他の",
    "その他",
)  # fmt: skip
_TOU: Final = r"(?<![平同対均高初中上一優何])等(?![しく級号式身価分])"
"""等 as "and the like", not inside 平等, 均等, 等級 or 等しく."""

ENDINGS: Final = (
    "ことがあります", "ことができます", "ことはありません", "ことはできません", "場合があります",
    "しなければなりません", "なければなりません", "てはなりません", "ものとします", "いたしません", "いたします",
    "おこないます", "行いません", "行います", "されます", "されません", "しません", "しました", "します", "ません",
    "ました", "ます", "でした", "です", "ください", "として", "における", "において", "に関する", "に関して",
    "に対する", "に対して", "に基づき", "に基づく", "による", "により", "によって", "について", "ために", "ための",
    "ため", "こと", "もの", "とき", "など", "のみ", "だけ", "から", "まで", "より", "している", "して", "する",
    "した", "される", "された", "され", "いる", "ある", "ない",
)  # fmt: skip
PARTICLES: Final = ("は", "が", "を", "に", "の", "で", "と", "も", "へ", "や")

_KANJI: Final = "\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_NUMBER: Final = r"[0-9\uff10-\uff19]+(?:[,.，．][0-9\uff10-\uff19]+)*"
_LETTER: Final = "A-Za-z\uff21-\uff3a\uff41-\uff5aÀ-ɏ"
_LATIN: Final = rf"[{_LETTER}][0-9\uff10-\uff19{_LETTER}]*(?:['’-][0-9{_LETTER}]+)*"
_KATAKANA: Final = "[\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f]+"
_HIRAGANA: Final = "[\u3041-\u3096\u309d-\u309f]"
_MONTHS: Final = "[かカヵヶケ箇]月間?"


def _any_of(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))


@lru_cache(maxsize=32)
def token_pattern(terms: tuple[str, ...] = ()) -> re.Pattern[str]:
    """The pattern whose matches, in order, are the tokens of a Japanese text; every character belongs to one.

    `terms` are the project's own words, which are never cut. A run of kanji or hiragana ends where a term or a
    connective begins, a run of hiragana also where an ending of two or more characters or を begins.
    """
    own = _any_of(tuple(term for term in terms if term))
    connective = f"{_any_of(CONNECTIVES)}|{_TOU}"
    stop = f"{own}|{connective}" if own else connective
    alternatives = (
        *((own,) if own else ()),
        connective,
        _NUMBER,
        _LATIN,
        _MONTHS,
        _KATAKANA,
        _any_of(ENDINGS),
        f"[{_KANJI}](?:(?!{stop})[{_KANJI}])*",
        _any_of(PARTICLES),
        f"{_HIRAGANA}(?:(?!{stop}|{_any_of(ENDINGS)}|を){_HIRAGANA})*",
        r"\s+",
        ".",
    )
    return regex("|".join(alternatives), re.DOTALL)
