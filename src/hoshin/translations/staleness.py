"""How much a source text has changed since it was translated (translations.md section 5)."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Final, Literal

from hoshin.kernel.regex import regex
from hoshin.policy.placeholders import find
from hoshin.policy.wording import Wording, wording
from hoshin.policy.words import flags, word_diff

Staleness = Literal["critical", "cosmetic", "substantive"]
_WORD: Final = regex(r"\d+(?:[.,:]\d+)*|[^\W\d_\u3000-\u9fff]+(?:['’][^\W\d_]+)?|[\u3040-\u9fff]+|[^\s\w]")
"""A number with its separators, a Latin word, a run of Japanese between signs, a sign."""


def classify(
    before: str, now: str, language: str, terms: Sequence[str] = (), table: Wording | None = None
) -> Staleness:
    """The first that fits: `critical` touches numbers, placeholders, terms or words of duty; `cosmetic` no letter.

    `table` are the words of a language that the tool has no table for.
    """
    words = table or wording(language)
    if _placeholders(before) != _placeholders(now) or _terms(before, terms) != _terms(now, terms):
        return "critical"
    if flags(word_diff(before, now, language), language) or _duty(before, words) != _duty(now, words):
        return "critical"
    if _touches_duty(before, now, words, terms):
        return "critical"
    return "cosmetic" if _letters(before) == _letters(now) else "substantive"


def _placeholders(text: str) -> Counter[str]:
    return Counter(each.written for each in find(text))


def _terms(text: str, terms: Sequence[str]) -> tuple[int, ...]:
    return tuple(text.count(term) for term in terms)


def _duty(text: str, words: Wording | None) -> Counter[str]:
    return Counter(words.critical.findall(text.lower())) if words else Counter()


def _touches_duty(before: str, now: str, words: Wording | None, terms: Sequence[str]) -> bool:
    """Whether a word that was deleted or inserted is one of duty, a number or a term, wherever else it stands too."""
    old, new = (_words(text, terms) for text in (before, now))
    changed = (
        word
        for operation, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        if operation != "equal"
        for word in (*old[a:b], *new[c:d])
    )
    return any(
        word in terms or any(sign.isdigit() for sign in word) or bool(words and words.critical.search(word))
        for word in changed
    )


def _words(text: str, terms: Sequence[str]) -> list[str]:
    """Defined terms as they are, and what stands between them after NFKC and without case."""
    parts = re.split(f"({'|'.join(map(re.escape, sorted(terms, key=len, reverse=True)))})", text) if terms else [text]
    return [
        word
        for part in parts
        for word in ([part] if part in terms else _WORD.findall(unicodedata.normalize("NFKC", part).casefold()))
    ]


def _letters(text: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFKC", text).casefold() if sign.isalnum())


def marked(before: str, now: str, language: str) -> str:
    """Both texts in one: what was deleted as `[-…-]`, what was inserted as `{+…+}`."""
    marks = {"=": ("", ""), "-": ("[-", "-]"), "+": ("{+", "+}")}
    parts = ((marks[segment.op], segment.text) for segment in word_diff(before, now, language))
    return "".join(f"{opening}{text}{closing}" for (opening, closing), text in parts)
