"""Dates inside a printed value as nodes that say the day in ISO 8601 too (translations.md section 15)."""

from __future__ import annotations

from hoshin.document.nodes import Inline, Inlines, Text, Time
from hoshin.schema.partial_date import PartialDate
from hoshin.schema.people import KindOfDate
from hoshin.translations.dates import format_date
from hoshin.translations.locale import Locale


def date_node(locale: Locale, day: PartialDate) -> Time:
    """A date as the language writes it."""
    return Time(str(day), (Text(format_date(locale, day)),))


def dated(text: str, content: object, locale: Locale) -> Inlines:
    """The text that a value prints, each day of the value in it marked as one; the characters stay what they are."""
    found: list[Inline] = []
    rest = text
    for day in _days(content):
        before, written, after = rest.partition(format_date(locale, day))
        if written:
            found += [Text(before)] if before else []
            found.append(date_node(locale, day))
            rest = after
    return (*found, Text(rest)) if rest else tuple(found)


def _days(content: object) -> tuple[PartialDate, ...]:
    """The days that a value names, in the order of print."""
    match content:
        case PartialDate():
            return (content,)
        case KindOfDate(value=PartialDate() as day):
            return (day,)
        case KindOfDate(earlier_of=events, by_audience=audiences):
            days = (*(one.value for one in events), *(one.value for one in audiences))
            return tuple(day for day in days if day is not None)
        case _:
            return ()
