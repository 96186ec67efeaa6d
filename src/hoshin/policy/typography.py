"""Whether two texts differ in their typography only, so that the change is editorial (changes.md 10.1 step 1)."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from hoshin.kernel.regex import regex
from hoshin.kernel.text import is_wide

_DASHES: Final = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_BULLETS: Final = "•‣◦●○■□▪・*"
_SIGNS: Final = str.maketrans(
    {
        **dict.fromkeys("'‘’\u201a\u201b“”\u201e\u201f«»\u2039\u203a「」『』", '"'),
        **dict.fromkeys(_DASHES, "-"),
        **dict.fromkeys("\u00ad\u200b\u2060\ufeff"),
        "、": ",",
        "。": ".",
        "〜": "~",
    }
)
_MEANT: Final = ("<super>", "<sub>", "<fraction>", "<circle>")
"""Compatibility characters whose plain form would say something else: 10² is not 102, 1½ is not 11/2."""
_CIRCLED: Final = regex("^\\s*([\u2460-\u2473])\\s*")
_NUMBERED: Final = regex(r"^\(?([0-9]{1,2}|[a-z]|[ア-ン])(?:\) ?|\. )")
_BULLET: Final = regex(rf"^[{_BULLETS}] ?|^- ")
_GAP: Final = regex(r"\s+")
_NUMBER_BEFORE: Final = regex(r"[0-9][.,:-]?$")
_NUMBER_AFTER: Final = regex(r"[.,:-]?[0-9]")


def typographic_only(old: str, new: str) -> bool:
    """Whether the two say the same in every word and number.

    Not looked at: width of characters, Unicode form, white space (between two Latin words only how much), kind of
    quotation marks, dashes and Japanese commas, shape of a list marker at the start (its number counts), soft hyphens.
    Letter case, other punctuation, thousands separators and superscripts count as words do.
    """
    return _folded(old) == _folded(new)


def _folded(text: str) -> str:
    if not text.isascii():
        text = _CIRCLED.sub(lambda match: f"({unicodedata.normalize('NFKC', match[1])}) ", text)
        folded = "".join(plain(character) for character in unicodedata.normalize("NFC", text))
        text = unicodedata.normalize("NFC", folded)
    one_line = _GAP.sub(" ", text.translate(_SIGNS)).strip(" ")
    marked = _NUMBERED.sub(r"(\1) ", _BULLET.sub("", one_line))
    return _GAP.sub(_gap, marked)


@lru_cache(maxsize=4096)
def plain(character: str) -> str:
    """The character in its usual width, unless the plain form would say something else."""
    if unicodedata.decomposition(character).startswith(_MEANT):
        return character
    return unicodedata.normalize("NFKC", character)


def _gap(match: re.Match[str]) -> str:
    """A space that parts two Latin words or two numbers, or nothing."""
    text, before, after = match.string, match.start(), match.end()
    if _parts_words(text[before - 1 : before]) and _parts_words(text[after : after + 1]):
        return " "
    in_number = _NUMBER_BEFORE.search(text[max(0, before - 2) : before]) and _NUMBER_AFTER.match(text, after)
    return " " if in_number else ""


def _parts_words(character: str) -> bool:
    """Whether the character belongs to a script that writes spaces between words (Korean does)."""
    return character.isalnum() and (not is_wide(character) or "가" <= character <= "힣")
