"""Numbers that the model makes and no translator types: headings, list marks, references."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

from hoshin.policy.places import Step
from hoshin.translations.locale import Locale
from hoshin.translations.patterns import fill

NumberingStyle = Literal["none", "bullet", "decimal", "lower_alpha", "upper_alpha", "lower_roman"]

_KANA: Final = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
_IROHA: Final = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス"
_FIGURES: Final = "〇一二三四五六七八九"
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


def paragraph_mark(locale: Locale, number: int) -> str:
    """What stands before paragraph `number` of an article, where the language numbers them: `2　`."""
    return _counted(locale.numbering.paragraph, number)


def reference(locale: Locale, article: int, steps: Sequence[Step] = ()) -> str:
    """What a place in the document is called: Article 11; 第3条第2項第1号ア."""
    return "".join(reference_parts(locale, article, steps))


def reference_parts(locale: Locale, article: int, steps: Sequence[Step] = ()) -> tuple[str, ...]:
    """The same level by level: 第3条, 第2項, 第1号, ア."""
    return (_counted(locale.references.article, article), *(_step(locale, step) for step in steps))


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
        kanji=kanji(number),
        iroha=letters(number, _IROHA),
    )


def letters(number: int, alphabet: str = _ALPHABET) -> str:
    """The number in letters: a … z, aa, ab …; 1 is the first letter."""
    written = ""
    while number > 0:
        number, at = divmod(number - 1, len(alphabet))
        written = alphabet[at] + written
    return written


def kanji(number: int) -> str:
    """The number in kanji as statutes count: 一, 十, 二十一; figure by figure from 100."""
    if number >= 100:  # noqa: PLR2004 - no list is so long
        return "".join(_FIGURES[int(figure)] for figure in str(number))
    tens, ones = divmod(number, 10)
    return f"{_FIGURES[tens] if tens > 1 else ''}{'十' if tens else ''}{_FIGURES[ones] if ones else ''}"


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
