"""How long a rule of storage reaches, for rules that compare lengths."""

from __future__ import annotations

from typing import Final

from hoshin.schema.period import Duration, bounds_in_days
from hoshin.schema.time_limit import TimeLimit

PERIODS: Final = ("period", "business_days", "max", "range", "stages", "longest_of", "earliest_of")
"""Fields that give a length which runs from some event."""
FORMS: Final = ("period", "business_days", "min", "max", "range", "longest_of", "earliest_of", "stages")
"""All fields that give a length."""


def most_days(limit: TimeLimit) -> int | None:
    """The greatest number of days that the limit allows; None where it has no length of its own."""
    if isinstance(limit.period, Duration):
        return bounds_in_days(limit.period)[1]
    if limit.max is not None:
        return bounds_in_days(limit.max)[1]
    if limit.range is not None:
        return bounds_in_days(limit.range[1])[1]
    if limit.stages:
        return sum(bounds_in_days(stage.period)[1] for stage in limit.stages)
    lengths = [bounds_in_days(one.period)[1] for one in (*limit.longest_of, *limit.earliest_of) if one.period]
    return max(lengths) if lengths else None
