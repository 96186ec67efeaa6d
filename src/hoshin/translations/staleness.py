"""How much a source text has changed since it was translated (translations.md section 5)."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from typing import Literal

from hoshin.policy.placeholders import find
from hoshin.policy.wording import wording
from hoshin.policy.words import flags, word_diff

Staleness = Literal["critical", "cosmetic", "substantive"]


def classify(before: str, now: str, language: str, terms: Sequence[str] = ()) -> Staleness:
    """The first that fits: `critical` touches numbers, placeholders, terms or words of duty; `cosmetic` no letter."""
    if _placeholders(before) != _placeholders(now) or _terms(before, terms) != _terms(now, terms):
        return "critical"
    if flags(word_diff(before, now, language), language) or _duty(before, language) != _duty(now, language):
        return "critical"
    return "cosmetic" if _letters(before) == _letters(now) else "substantive"


def _placeholders(text: str) -> Counter[str]:
    return Counter(each.written for each in find(text))


def _terms(text: str, terms: Sequence[str]) -> tuple[int, ...]:
    return tuple(text.count(term) for term in terms)


def _duty(text: str, language: str) -> Counter[str]:
    words = wording(language)
    return Counter(words.critical.findall(text.lower())) if words else Counter()


def _letters(text: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFKC", text).casefold() if sign.isalnum())


def marked(before: str, now: str, language: str) -> str:
    """Both texts in one: what was deleted as `[-…-]`, what was inserted as `{+…+}`."""
    marks = {"=": ("", ""), "-": ("[-", "-]"), "+": ("{+", "+}")}
    parts = ((marks[segment.op], segment.text) for segment in word_diff(before, now, language))
    return "".join(f"{opening}{text}{closing}" for (opening, closing), text in parts)
