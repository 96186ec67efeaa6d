"""The list of lints: one file each, in the order of translations.md section 17."""

from __future__ import annotations

from typing import Final

from hoshin.translations.lints import (
    boundary,
    chars,
    choon,
    conjunction,
    define,
    doubled,
    glossary,
    literal,
    long_sentence,
    negation,
    number,
    numbering,
    placeholder,
    punct,
    sentences,
    space,
    style,
    unit,
)
from hoshin.translations.lints.whole import WHOLE
from hoshin.translations.parity import Lint, WholeLint

LINTS: Final[tuple[Lint, ...]] = (
    placeholder.LINT,
    number.LINT,
    unit.LINT,
    boundary.LINT,
    negation.LINT,
    sentences.LINT,
    literal.LINT,
    define.LINT,
    glossary.LINT,
    numbering.LINT,
    chars.LINT,
    choon.LINT,
    punct.LINT,
    space.LINT,
    style.LINT,
    conjunction.LINT,
    doubled.LINT,
    long_sentence.LINT,
)
"""Lints of one text."""
WHOLE_LINTS: Final[tuple[WholeLint, ...]] = WHOLE
"""Lints of a whole translation."""
ANY_LANGUAGE: Final = frozenset(
    {"placeholder", "number", "unit", "boundary", "negation", "sentences", "literal", "define", "glossary"}
)
"""What is looked at in a translation into any language; the others know Japanese only."""


def names() -> tuple[str, ...]:
    """The names of all lints in Japanese, and of those for any language in the others that the tool speaks."""
    ids = dict.fromkeys(lint.id for lint in (*LINTS, *WHOLE_LINTS))
    return tuple(ids)
