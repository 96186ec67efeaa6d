"""Lengths of time per language: bare inside a sentence, in full where no sentence stands around them."""

from __future__ import annotations

from typing import Literal

from hoshin.schema.period import Duration
from hoshin.translations.formats import join, number
from hoshin.translations.locale import Locale
from hoshin.translations.patterns import fill

Bound = Literal["exact", "about", "min", "max"]
Unit = Literal["years", "months", "weeks", "days", "hours", "minutes", "seconds", "business_days"]

_UNITS: tuple[Unit, ...] = ("years", "months", "weeks", "days", "hours", "minutes", "seconds")


def duration(locale: Locale, value: Duration) -> str:
    """The bare quantity for a sentence: 10 years; 10年, 2週間. 間, 以内 and "within" are the translator's words."""
    parts = _parts(value)
    return join(locale.durations.parts, [_counted(locale, unit, amount) for unit, amount in parts])


def full_duration(locale: Locale, value: Duration, bound: Bound = "exact") -> str:
    """The form for tables, registers and the changelog: at most 18 months; 最長18か月間."""
    return _bounded(locale, _extended(locale, locale.durations.full, duration(locale, value)), bound)


def duration_between(locale: Locale, least: Duration, greatest: Duration) -> str:
    """Both limits of a promise: at least 6 months, at most 18 months; 少なくとも6か月間、最長18か月間."""
    return fill(
        locale.durations.between,
        least=full_duration(locale, least, "min"),
        greatest=full_duration(locale, greatest, "max"),
    )


def duration_range(locale: Locale, least: Duration, greatest: Duration) -> str:
    """From one length to another: 2 to 5 days; 2〜5日間."""
    ends = locale.durations
    first, last = _parts(least), _parts(greatest)
    if len(first) == len(last) == 1 and first[0][0] == last[0][0]:
        count = number(locale, first[0][1])
        text = fill(ends.range_same_unit, count=count, greatest=duration(locale, greatest))
    else:
        text = fill(ends.range, least=duration(locale, least), greatest=duration(locale, greatest))
    return _extended(locale, ends.full, text)


def business_days(locale: Locale, count: int, bound: Bound = "exact", *, full: bool = False) -> str:
    """Days on which business is done: 10 working days; 10営業日."""
    bare = _counted(locale, "business_days", count)
    return _bounded(locale, _extended(locale, locale.durations.full_business_days, bare), bound) if full else bare


def attach(locale: Locale, value: str, following: str) -> str:
    """What follows `value` in a sentence, without an ending that the value already has: 2週間 + 間保存 is 2週間保存.

    The following text stays whole where it begins a word of its own (間隔). The full stop of an abbreviation closes
    the sentence as well: North Ltd.
    """
    if value.endswith(".") and following.startswith(".") and not following.startswith(".."):
        return following.removeprefix(".")
    ending = locale.durations.swallowed
    if not ending or not value.endswith(ending) or not following.startswith(ending):
        return following
    if following.startswith(tuple(locale.durations.not_swallowed)):
        return following
    return following.removeprefix(ending)


def _parts(value: Duration) -> tuple[tuple[Unit, int], ...]:
    """The units that the duration names, as written; zero days where it is nothing at all."""
    parts: tuple[tuple[Unit, int], ...] = tuple((unit, getattr(value, unit)) for unit in _UNITS if getattr(value, unit))
    return parts or (("days", 0),)


def _counted(locale: Locale, unit: Unit, amount: int) -> str:
    words = getattr(locale.durations.units, unit)
    return fill(words.one if amount == 1 else words.other, count=number(locale, amount))


def _extended(locale: Locale, pattern: str, period: str) -> str:
    """The pattern around a bare quantity, no ending said twice."""
    before, _, after = pattern.partition("{period}")
    return f"{before}{period}{attach(locale, period, after)}"


def _bounded(locale: Locale, period: str, bound: Bound) -> str:
    return fill(getattr(locale.durations, bound), period=period)
