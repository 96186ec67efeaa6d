"""Wording that says nothing: a phrase of a list that makes up most of a text."""

from __future__ import annotations

from typing import Final

from hoshin.check.laws.phrases import Phrases

_SHARE: Final = 0.4
"""From this share of the letters on, what stands around a phrase does not explain it."""


def vague(phrases: Phrases, text: str) -> str:
    """The phrases that a text consists of for the greater part; empty where it says more than they do."""
    found = tuple(phrases.find(text))
    if not found or sum(map(len, found)) < _SHARE * len(text.strip()):
        return ""
    return ", ".join(dict.fromkeys(found))
