"""Numbers that the model makes and no translator types: headings, list marks, references."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

from hoshin.policy.places import Step
from hoshin.translations.locale import Locale
from hoshin.translations.patterns import fill

NumberingStyle = Literal["none", "bullet", "decimal", "lower_alpha", "upper_alpha", "lower_roman"]

_KANA: Final = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
_ALPHABET: Final = "abcdefghijklmnopqrstuvwxyz"
_ROMAN: Final = (
    ("m", 1000), ("cm", 900), ("d", 500), ("cd", 400), ("c", 100), ("xc", 90), ("l", 50),
    ("xl", 40), ("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1),
)  # fmt: skip
_CIRCLED: Final = ((20, 0x2460), (35, 0x3251 - 20), (50, 0x32B1 - 35))
"""Greatest number of each block of circled numbers, and the code point of its number 1, had it one."""


def heading(locale: Locale, number: int | None, title: str) -> str:
    """The heading of a section in the language's title style; without a number, only the title."""
    if number is None:
        return fill(locale.headings.plain, title=title)
    pattern = getattr(locale.headings, locale.title_style)
    return fill(pattern, number=str(number), title=title)


def list_mark(locale: Locale, style: NumberingStyle, level: int, number: int) -> str:
    """The mark of item `number` (from 1) of a list at `level` of its style (1 is the outermost): 2., (b), （2）, イ."""
    marks = getattr(locale.numbering, style)
    return _counted(marks[min(level, len(marks)) - 1], number)


def reference(locale: Locale, article: int, steps: Sequence[Step] = ()) -> str:
    """What a place in the document is called: Article 11; 第3条第2項第1号ア."""
    return _counted(locale.references.article, article) + "".join(_step(locale, step) for step in steps)


def _step(locale: Locale, step: Step) -> str:
    if step.style == "paragraph":
        return _counted(locale.references.paragraph, step.number)
    patterns = getattr(locale.references.items, step.style, ("",))
    return _counted(patterns[min(step.level, len(patterns)) - 1], step.number)


def _counted(pattern: str, number: int) -> str:
    return fill(
        pattern,
        number=str(number),
        alpha=letters(number, _ALPHABET),
        upper=letters(number, _ALPHABET).upper(),
        roman=roman(number),
        kana=letters(number, _KANA),
        circled=circled(number),
    )


def letters(number: int, alphabet: str = _ALPHABET) -> str:
    """The number in letters: a … z, aa, ab …; 1 is the first letter."""
    written = ""
    while number > 0:
        number, at = divmod(number - 1, len(alphabet))
        written = alphabet[at] + written
    return written


def roman(number: int) -> str:
    """The number in small Roman letters; digits from 4,000, which they cannot say."""
    if number >= 4000:  # noqa: PLR2004 - four times m is no Roman number
        return str(number)
    written = ""
    for letter, value in _ROMAN:
        written += letter * (number // value)
        number %= value
    return written


def circled(number: int) -> str:
    """① to ㊿; above, （51）."""
    for greatest, one in _CIRCLED:
        if number <= greatest:
            return chr(one + number - 1)
    return f"（{number}）"
