"""A translation has about as many sentences as its source: one that has two less has lost something."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hoshin.kernel.finding import Severity
from hoshin.kernel.regex import regex
from hoshin.policy.amounts import without_addresses
from hoshin.translations.parity import Lint, Pair, Trouble

_BRACKETED: Final = regex(r"（[^（）]*）|「[^「」]*」|『[^『』]*』")
_WIDE: Final = regex(r"[。！？]+")
_LATIN: Final = regex(r"[.!?](?=[”\"’)]?(?:\s+[“\"‘(]?[^a-z\s]|\s*$))")
_PART: Final = regex("[;；]")
_SHORT: Final = regex(
    r"\b(?:e\.g|i\.e|etc|inc|ltd|co|corp|no|arts?|para|sec|mr|ms|dr|st|vs|nr|z\.b|d\.h|bzw)\.(?=\s)", re.IGNORECASE
)


def find(pair: Pair) -> Iterator[Trouble]:
    """A difference of more than one sentence; a part behind a semicolon may have become one."""
    source, target = (sentences(text, language) for text, language in _sides(pair))
    more, less = (len(_PART.findall(without_addresses(text))) for text, _ in _sides(pair))
    if target + less < source - 1 or target > source + more + 1:
        yield Trouble({"source": source, "target": target})


def _sides(pair: Pair) -> tuple[tuple[str, str], tuple[str, str]]:
    return (pair.source, pair.source_language), (pair.target, pair.target_language)


def sentences(text: str, language: str) -> int:
    """Ends of sentences outside of brackets; a text without any is one."""
    text = without_addresses(text)
    if language.partition("-")[0] in {"ja", "zh"}:
        return max(1, len(_WIDE.findall(_BRACKETED.sub("", text))))
    return max(1, len(_LATIN.findall(_SHORT.sub("", text))))


LINT = Lint("ja-sentences", Severity.WARNING, find)
