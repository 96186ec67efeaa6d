"""Dates per language, as precisely as they are known, in Gregorian or Japanese years."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from hoshin.schema.partial_date import PartialDate
from hoshin.schema.people import KindOfDate
from hoshin.translations.formats import enumeration
from hoshin.translations.limits import event
from hoshin.translations.locale import Locale
from hoshin.translations.locale_words import Era
from hoshin.translations.patterns import fill


def format_date(locale: Locale, value: PartialDate | date) -> str:
    """22 November 2026; 2026年11月22日; with `era: true` 令和8年11月22日.

    What is not known is not printed. A year or month in which the era changed, and a date before the oldest era of the
    table, keep the Gregorian year, since the era cannot be told.
    """
    known = PartialDate.of(value) if isinstance(value, date) else value
    era = _era(locale, known) if locale.era else None
    patterns = locale.dates
    if known.month is None:
        pattern = patterns.era_year if era else patterns.year
    elif known.day is None:
        pattern = patterns.era_month if era else patterns.month
    else:
        pattern = patterns.era_day if era else patterns.day
    return fill(
        pattern,
        year=str(known.year),
        month=str(known.month),
        month_name=patterns.month_names[(known.month or 1) - 1],
        day=str(known.day),
        era=era.name if era else "",
        era_year=_era_year(locale, era, known) if era else "",
    )


def kind_of_date(locale: Locale, value: KindOfDate, audience: Callable[[tuple[str, ...]], str]) -> str:
    """A date in any of its forms: a day, the earlier of several, a day for each audience; empty for a mere word.

    `audience` gives the names of the groups of people.
    """
    patterns = locale.dates
    if value.earlier_of:
        members = [
            format_date(locale, one.value)
            if one.value is not None
            else fill(patterns.event_day, event=event(locale, one.event or ""))
            for one in value.earlier_of
        ]
        return fill(patterns.earlier, members=enumeration(locale, members, "or"))
    if value.by_audience:
        days = [
            fill(patterns.audience, date=format_date(locale, one.value), audience=audience(one.subjects))
            for one in value.by_audience
        ]
        return enumeration(locale, days, "and")
    return format_date(locale, value.value) if isinstance(value.value, PartialDate) else ""


def _era(locale: Locale, value: PartialDate) -> Era | None:
    """The era in which the whole of `value` lies."""
    first, last = (
        max((era for era in locale.dates.eras if era.first_day <= day), key=lambda era: era.first_day, default=None)
        for day in (value.first, value.last)
    )
    return first if first == last else None


def _era_year(locale: Locale, era: Era, value: PartialDate) -> str:
    year = value.year - era.first_day.year + 1
    return locale.dates.first_era_year if year == 1 else str(year)
