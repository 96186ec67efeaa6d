"""Which of two lengths of time is longer, whatever their form: by the least and the greatest number of days.

A promise is its greatest length; what the calendar or an event decides has no order (model.md 7.2).
"""

from __future__ import annotations

import math
from typing import Final, Literal, TypeAlias

from hoshin.policy.limit_notation import read_length
from hoshin.schema.period import Duration, bounds_in_days, compare
from hoshin.schema.time_limit import Alternative, TimeLimit

Reach: TypeAlias = tuple[float, float]
"""Least and greatest number of days; infinite where nothing ends it."""
_NONE: Final[Reach] = (0, 0)
_OPEN: Final[Reach] = (0, math.inf)
_HOLIDAYS: Final = 3
"""Calendar days that a working day may cost at most, with weekends and a run of holidays."""


def longer(before: str, after: str) -> Literal[-1, 0, 1] | None:
    """1 when `after` is surely longer, -1 when surely shorter, 0 when equal, None when that cannot be known.

    Both in the notation of `limit_notation.length`.
    """
    if before == after:
        return 0
    old, new = read_length(before), read_length(after)
    if isinstance(old.period, Duration) and isinstance(new.period, Duration):
        return compare(new.period, old.period)
    (old_least, old_most), (new_least, new_most) = reach(old), reach(new)
    if (new_least, new_most) == (old_least, old_most):
        return None
    if new_least >= old_least and new_most >= old_most:
        return 1
    return -1 if new_least <= old_least and new_most <= old_most else None


def reach(limit: TimeLimit) -> Reach:
    """The least and the greatest number of days of a limit."""
    match limit:
        case TimeLimit(period="indefinite"):
            return (math.inf, math.inf)
        case TimeLimit(period="not_stored"):
            return _NONE
        case TimeLimit(period=Duration() as period):
            return bounds_in_days(period)
        case TimeLimit(business_days=int() as days):
            return (days, days * _HOLIDAYS)
        case TimeLimit(range=(least, greatest)):
            return (bounds_in_days(least)[0], bounds_in_days(greatest)[1])
        case _:
            return _combined(limit)


def _combined(limit: TimeLimit) -> Reach:
    if limit.stages:
        steps = [bounds_in_days(step.period) for step in limit.stages]
        return (sum(least for least, _ in steps), sum(most for _, most in steps))
    if limit.longest_of:
        members = [_alternative(one) for one in limit.longest_of]
        return (max(least for least, _ in members), max(most for _, most in members))
    if limit.earliest_of:
        members = [_alternative(one) for one in limit.earliest_of]
        return (min(least for least, _ in members), min(most for _, most in members))
    least = bounds_in_days(limit.min)[0] if limit.min is not None else 0
    return (least, bounds_in_days(limit.max)[1] if limit.max is not None else math.inf)


def _alternative(one: Alternative) -> Reach:
    if one.period is not None:
        return bounds_in_days(one.period)
    return _OPEN if one.business_days is None else (one.business_days, one.business_days * _HOLIDAYS)
