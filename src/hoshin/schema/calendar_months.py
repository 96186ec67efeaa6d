"""How many days a number of months can have in the Gregorian calendar."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import accumulate, chain, repeat
from operator import sub
from typing import Final

_CYCLE_MONTHS: Final = 4_800
_CYCLE_DAYS: Final = 146_097
_COMMON_YEAR: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_LEAP_YEAR: Final = (31, 29, *_COMMON_YEAR[2:])


def _months(year: int) -> tuple[int, ...]:
    """Lengths of the months of a year, counted from one that 400 divides."""
    return _LEAP_YEAR if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else _COMMON_YEAR


@cache
def _calendar() -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Lengths of the months of two cycles of 400 years, and the days before each."""
    lengths = tuple(chain.from_iterable(map(_months, range(2 * _CYCLE_MONTHS // 12))))
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
