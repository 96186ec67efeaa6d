"""Small values per language: numbers, percentages, ages, quotations, sentences side by side, articles, lists."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from hoshin.translations.locale import Locale
from hoshin.translations.locale_words import Enumeration
from hoshin.translations.patterns import fill

EnumerationKind = Literal["and", "or", "plain"]
TerminatorStyle = Literal["none", "semicolon_and"]


def number(locale: Locale, value: int | str) -> str:
    """A number with the language's marks: 1,000. A text is a decimal written with a dot (`99.5`)."""
    whole, _, fraction = str(value).partition(".")
    sign = "-" * whole.startswith("-")
    grouped = f"{int(whole.lstrip('-') or '0'):,}".replace(",", locale.numbers.group)
    return f"{sign}{grouped}{locale.numbers.decimal}{fraction}" if fraction else f"{sign}{grouped}"


def percent(locale: Locale, value: int | str) -> str:
    """A share of a hundred: 100%."""
    return fill(locale.percent, count=number(locale, value))


def age(locale: Locale, years: int, *, full: bool = False) -> str:
    """An age: bare inside a sentence, whose words the translator writes, `full` in a table."""
    return fill(locale.ages.full if full else locale.ages.bare, count=number(locale, years))


def quote(locale: Locale, text: str, *, inner: bool = False) -> str:
    """The text in quotation marks; `inner` for a quotation inside another."""
    marks = locale.quotes
    return f"{marks.inner_open}{text}{marks.inner_close}" if inner else f"{marks.open}{text}{marks.close}"


def sentences(locale: Locale, texts: Sequence[str]) -> str:
    """Texts one after the other as running text; empty ones leave no gap."""
    return locale.sentence_joiner.join(text for text in texts if text)


def enumeration(locale: Locale, members: Sequence[str], kind: EnumerationKind) -> str:
    """Members inside a sentence: A, B or C; A、BまたはC."""
    return join(_enumeration(locale, kind), members)


def _enumeration(locale: Locale, kind: EnumerationKind) -> Enumeration:
    if kind == "and":
        return locale.lists.all_of
    return locale.lists.any_of if kind == "or" else locale.lists.plain


def join(pattern: Enumeration, members: Sequence[str]) -> str:
    """Members with what stands between them and before the last."""
    if not members:
        return ""
    first = pattern.between.join(members[:-1])
    return f"{first}{pattern.last}{members[-1]}" if first else members[-1]


def terminator(locale: Locale, style: TerminatorStyle, index: int, count: int, text: str = "") -> str:
    """What stands after item `index` (from 0) of a list of `count`: `;`, `; and`, `.` in English.

    In a list that asks for ends, `text` may have one of its own: in Japanese a noun has none, こと has 。
    """
    if style == "none":
        ends = locale.terminators.none
    else:
        ends = locale.terminators.semicolon_and
        if text.endswith(locale.terminators.clauses.words):
            return locale.terminators.clauses.end
    if index == count - 1:
        return ends.last
    return ends.last_but_one if index == count - 2 else ends.item  # the item before the last


def language_name(locale: Locale, code: str) -> str:
    """What a language is called in this one; the code itself where it has no name."""
    return locale.languages.get(code, code)


def country_name(locale: Locale, code: str) -> str:
    """What a country is called in this language; the code itself where it has no name."""
    return locale.countries.get(code, code)


def region_name(locale: Locale, code: str) -> str:
    """What a region is called: a country, EU, EEA, a state; the code itself where it has no name."""
    return locale.regions.get(code) or country_name(locale, code)
