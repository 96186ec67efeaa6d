"""Changed texts: what kind of rewording it is, the redline, what a reviewer must look at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from hoshin.diff.compare import RawChange
from hoshin.kernel.regex import regex
from hoshin.policy.words import Segment, flags, typographic_only, word_diff

_TARGET: Final = regex(r"(?<=\])\((?:[^()\s]|\([^()\s]*\))*\)")
"""The target of an inline link."""


def wording_kind(raw: RawChange) -> str | None:
    """The kind of a rewording that changes no word: typography, or the target of a link; None for any other."""
    if not isinstance(raw.before, str) or not isinstance(raw.after, str):
        return None
    if typographic_only(raw.before, raw.after):
        return "TEXT_TYPOGRAPHY_CHANGED"
    if _TARGET.sub("()", raw.before) == _TARGET.sub("()", raw.after):
        return "LINK_CHANGED"
    return None


def redline(before: str, after: str, language: str, terms: Sequence[str] = ()) -> tuple[Segment, ...]:
    """The word diff of two texts, placeholders as they stand in the source; the document layer fills them."""
    return word_diff(before, after, language, terms)


def flagged(segments: Sequence[Segment], language: str) -> tuple[str, ...]:
    """Number, date, negation, modal: those that a redline touches (CHG902)."""
    return flags(segments, language)
