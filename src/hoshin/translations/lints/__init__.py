"""The list of lints: one file each, in the order of translations.md section 17."""

from __future__ import annotations

from typing import Final

from hoshin.translations.lints import (
    boundary,
    chars,
    literal,
    negation,
    number,
    numbering,
    placeholder,
    punct,
    space,
    style,
    unit,
)
from hoshin.translations.parity import Lint

LINTS: Final[tuple[Lint, ...]] = (
    placeholder.LINT,
    number.LINT,
    unit.LINT,
    boundary.LINT,
    negation.LINT,
    literal.LINT,
    numbering.LINT,
    chars.LINT,
    punct.LINT,
    space.LINT,
    style.LINT,
)
