"""Lengths of time as a policy promises them: ISO 8601 durations that keep their wording (model.md 7.2).

Never a `timedelta`: P1M is not P30D in law, and a round trip must not change a promise.
"""

from __future__ import annotations

from typing import Literal, Self

from msgspec import Struct
from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import core_schema

from hoshin.schema.calendar_months import days_of_months
from hoshin.schema.period_faults import FORM, DurationError, explain
from hoshin.schema.text_value import text_schema

__all__ = ["Duration", "DurationError", "DurationText", "add", "bounds_in_days", "compare"]

_DAY = 86_400
_SUMMER_TIME = 3_600
"""Seconds that local days may be longer or shorter in sum when the clocks change."""


class Duration(Struct, frozen=True):
    """A duration as written, with its parts. Two that are written differently are different values.

    Make one with `Duration.parse`. Whether two promise the same is `a.canonical == b.canonical`.
    """

    text: str
    years: int = 0
    months: int = 0
    weeks: int = 0
    days: int = 0
    hours: int = 0
    minutes: int = 0
    seconds: int = 0

    @classmethod
    def parse(cls, text: str) -> Self:
        """The duration that `text` writes. Raises DurationError, whose `remedy` says what to write instead."""
        match = FORM.fullmatch(text)
        if match is None:
            raise explain(text)
        weeks, years, months, days, hours, minutes, seconds = (int(part or 0) for part in match.groups())
        return cls(text, years, months, weeks, days, hours, minutes, seconds)

    @classmethod
    def of(cls, **parts: int) -> Self:
        """The duration with these parts (`years=1, months=6`), written in the usual order; P0D when all are zero.

        Raises DurationError for a negative or too large part, and for weeks beside other parts.
        """
        date = "".join(
            f"{parts[name]}{name[0].upper()}" for name in ("years", "months", "weeks", "days") if parts.get(name)
        )
        clock = "".join(
            f"{parts[name]}{name[0].upper()}" for name in ("hours", "minutes", "seconds") if parts.get(name)
        )
        return cls.parse(f"P{date}T{clock}" if clock else f"P{date or '0D'}")

    @property
    def canonical(self) -> str:
        """One writing for all that are equal wherever the calendar makes it exact.

        P12M is P1Y, P2W is P14D, PT60M is PT1H, and every zero is P0D. PT24H stays apart from P1D (summer time), P30D
        from P1M, P52W from P1Y. Leap seconds are left out of account.
        """
        months, days, seconds = _components(self)
        hours, rest = divmod(seconds, 3600)
        years, months = divmod(months, 12)
        date = _letters(("Y", years), ("M", months), ("D", days))
        clock = _letters(("H", hours), ("M", rest // 60), ("S", rest % 60))
        return f"P{date}T{clock}" if clock else f"P{date or '0D'}"

    def __str__(self) -> str:
        return self.text

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Text in, the value in Python, the same text out in JSON.

        A fault has the type `duration_<code>` with `remedy` in its context.
        """
        return text_schema(cls, cls.parse, "duration")

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """For editors: the same rule as the parser's."""
        return {"type": "string", "pattern": f"^{FORM.pattern}$", "examples": ["P10Y", "P6M", "P2W", "PT72H"]}


DurationText = Duration
"""A field that holds a duration; YAML and JSON write it as text."""


def _letters(*parts: tuple[str, int]) -> str:
    return "".join(f"{amount}{letter}" for letter, amount in parts if amount)


def _components(value: Duration) -> tuple[int, int, int]:
    """Months, days and seconds: what the calendar never converts into each other."""
    return (
        12 * value.years + value.months,
        7 * value.weeks + value.days,
        3600 * value.hours + 60 * value.minutes + value.seconds,
    )


def bounds_in_days(value: Duration) -> tuple[int, int]:
    """The least and the greatest number of days, over all days on which the duration can start.

    A month that lacks the day ends on its last one (Civil Code of Japan Art. 143(2); Regulation 1182/71 Art. 3(2)(c)),
    and months count before days. A year is 365 or 366 days, a century 36,524 or 36,525, four years 1,461 or, across
    2100, 1,460. Clock parts count 24 hours a day, rounded down in the least and up in the greatest.
    """
    months, days, seconds = _components(value)
    least, greatest = days_of_months(months)
    return least + days + seconds // _DAY, greatest + days - (-seconds // _DAY)


def _bounds_in_seconds(value: Duration) -> tuple[int, int]:
    months, days, seconds = _components(value)
    least, greatest = days_of_months(months)
    slack = _SUMMER_TIME if months or days else 0
    return (least + days) * _DAY - slack + seconds, (greatest + days) * _DAY + slack + seconds


def compare(a: Duration, b: Duration) -> Literal[-1, 0, 1] | None:
    """-1 when `a` is always shorter, 1 when always longer, 0 when equal, None when the start day decides.

    Partial: P1M and P30D, PT24H and P1D, P1Y and P365D cannot be compared. A difference in one direction in every
    component decides without the bounds: P1Y1D is longer than P1Y on whatever day it starts.
    """
    mine, other = _components(a), _components(b)
    if mine == other:
        return 0
    if all(x >= y for x, y in zip(mine, other, strict=True)):
        return 1
    if all(x <= y for x, y in zip(mine, other, strict=True)):
        return -1
    (least_a, greatest_a), (least_b, greatest_b) = _bounds_in_seconds(a), _bounds_in_seconds(b)
    if greatest_a < least_b:
        return -1
    return 1 if greatest_b < least_a else None


def add(a: Duration, b: Duration) -> Duration:
    """The stages `a` and `b` one after the other: like units add, unlike units stay (P10D and P1M are P1M10D).

    Weeks become days as soon as another unit stands beside them. Raises DurationError when a part grows too large.
    """
    names = [name for name in Duration.__struct_fields__ if name != "text"]
    total = {name: int(getattr(a, name)) + int(getattr(b, name)) for name in names}
    if total["weeks"] and any(amount for name, amount in total.items() if name != "weeks"):
        total["days"] += 7 * total["weeks"]
        total["weeks"] = 0
    return Duration.of(**total)
