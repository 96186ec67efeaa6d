"""How many days a number of months can have in the Gregorian calendar."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import accumulate, repeat
from operator import sub
from typing import Final

_CYCLE_MONTHS: Final = 4_800
_CYCLE_DAYS: Final = 146_097
_COMMON_YEAR: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _length(month: int) -> int:
    """Days of a month, counted from January of a year that 400 divides."""
    year, of_year = divmod(month, 12)
    leap = of_year == 1 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return _COMMON_YEAR[of_year] + leap


@cache
def _calendar() -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Lengths of the months of two cycles of 400 years, and the days before each."""
    lengths = tuple(_length(month) for month in range(2 * _CYCLE_MONTHS))
    return lengths, tuple(accumulate(lengths, initial=0))


@lru_cache(maxsize=256)
def days_of_months(months: int) -> tuple[int, int]:
    """The least and the greatest number of days from a day to the same day so many months later.

    Over every start day of the calendar's cycle of 400 years, so that no window of years is built in. Where the later
    month lacks the day, the last day of that month counts.
    """
    cycles, rest = divmod(months, _CYCLE_MONTHS)
    lengths, before = _calendar()
    spans = list(map(sub, before[rest:], before[:_CYCLE_MONTHS]))
    clamped = map(max, map(sub, lengths, lengths[rest:]), repeat(0))
    least, greatest = min(map(sub, spans, clamped)), max(spans)
    return cycles * _CYCLE_DAYS + least, cycles * _CYCLE_DAYS + greatest
