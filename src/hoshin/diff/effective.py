"""From which day a policy says that it holds."""

from __future__ import annotations

from datetime import date

from hoshin.schema.modifiers import Absence
from hoshin.schema.partial_date import PartialDate
from hoshin.schema.policy import Policy

EFFECTIVE = "effective"


def effective_day(policy: Policy) -> date | None:
    """The first day on which it can be in force; None where it states no day, or one only for some people."""
    return day_of(policy, EFFECTIVE)


def day_of(policy: Policy, name: str) -> date | None:
    """A date of the document by its id."""
    if policy.dates is None or isinstance(policy.dates, Absence):
        return None
    for item in policy.dates:
        if item.id == name:
            if isinstance(item.value, PartialDate):
                return item.value.first
            days = [part.value.first for part in item.by_audience]
            return min(days) if days else None
    return None
