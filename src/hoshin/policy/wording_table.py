"""What a table of words holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from msgspec import Struct

Patterns = tuple[tuple[re.Pattern[str], str], ...]
"""Patterns with what each means, tried in this order."""


class Wording(Struct, frozen=True):
    """The words of one language as patterns over text in half-width lower case.

    Without a match of `hint` a text names no amount and no article. `dates` and `numbers` have the named groups that
    `amounts` reads; `number`, `year` and `month` give what a group means in digits, or None. `units` end an amount,
    `age` stands before one. `limits` that begin with `^` follow an amount, the others stand before it; they mean
    `below`, `at_most`, `above` or `at_least`. `negations` deny; `denials` come near to it, so that a translation may
    use one for the other. `critical` are words whose change changes the duty. `hedges` weaken a statement, `beside`
    the value right after them; their keys are values of `modality` or `bound`. `blanks` mark text that somebody still
    has to write. `article` names a section by its typed number.
    """

    hint: re.Pattern[str]
    dates: tuple[re.Pattern[str], ...]
    numbers: tuple[re.Pattern[str], ...]
    units: Patterns
    age: re.Pattern[str]
    limits: Patterns
    negations: re.Pattern[str]
    denials: re.Pattern[str]
    critical: re.Pattern[str]
    hedges: Mapping[str, re.Pattern[str]]
    beside: Mapping[str, re.Pattern[str]]
    blanks: re.Pattern[str]
    article: re.Pattern[str]
    number: Callable[[str], str | None]
    year: Callable[[str], str | None]
    month: Callable[[str], str | None]
