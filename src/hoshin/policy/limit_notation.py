"""Limits of time and dates in one line each, so that one edit of them is one change whatever their form.

`P10Y`, `min=P6M max=P18M`, `range=P2D..P5D`, `business_days=10`, `longest_of=P3Y|until:claims_settled`,
`stages=hidden:P10D+backup:P45D`, `until:end_of:fiscal_year+P7Y`; `earlier_of=2026-07-01|event:acceptance`,
`by_audience=old-users,guests:2026-08-01`.
"""

from __future__ import annotations

from typing import Final

from hoshin.schema.partial_date import PartialDate
from hoshin.schema.people import AudienceDate, DateAlternative, KindOfDate
from hoshin.schema.period import Duration
from hoshin.schema.time_limit import Alternative, CalendarEnd, Stage, TimeLimit, Until

LENGTH_FIELDS: Final = frozenset(
    {"period", "business_days", "min", "max", "range", "longest_of", "earliest_of", "stages"}
)
"""Fields that together are one length."""
DATE_FIELDS: Final = frozenset({"value", "earlier_of", "by_audience"})
"""Fields that together are one date."""


def length(limit: TimeLimit) -> str:
    """The length in canonical notation; empty where none is stated."""
    if limit.period is not None:
        return limit.period.canonical if isinstance(limit.period, Duration) else limit.period
    if limit.business_days is not None:
        return f"business_days={limit.business_days}"
    if limit.range is not None:
        return f"range={limit.range[0].canonical}..{limit.range[1].canonical}"
    if limit.stages:
        return "stages=" + "+".join(f"{step.state}:{step.period.canonical}" for step in limit.stages)
    for name in ("longest_of", "earliest_of"):
        if members := getattr(limit, name):
            return f"{name}=" + "|".join(sorted(_alternative(one) for one in members))
    ends = ((name, getattr(limit, name)) for name in ("min", "max"))
    return " ".join(f"{name}={end.canonical}" for name, end in ends if end is not None)


def _alternative(one: Alternative) -> str:
    if one.period is not None:
        return one.period.canonical
    if one.business_days is not None:
        return f"business_days:{one.business_days}"
    return f"until:{end(one.until)}" if one.until is not None else ""


def end(until: Until) -> str:
    """What ends a limit."""
    if isinstance(until, str):
        return until
    return f"end_of:{until.end_of}" + (f"+{until.plus.canonical}" if until.plus is not None else "")


def read_length(text: str) -> TimeLimit:
    """The limit that `length` wrote. Raises ValueError for anything else."""
    name, sign, rest = text.partition("=")
    if not sign:
        if text in {"indefinite", "not_stored"}:
            return TimeLimit.model_validate({"period": text})
        return TimeLimit(period=Duration.parse(text))
    if name in {"min", "max"}:
        return TimeLimit.model_validate(dict(part.split("=", 1) for part in text.split(" ")))
    if name in {"longest_of", "earliest_of"}:
        return TimeLimit.model_validate({name: tuple(_read_alternative(part) for part in rest.split("|"))})
    return _read_simple(name, rest)


def _read_simple(name: str, rest: str) -> TimeLimit:
    if name == "business_days":
        return TimeLimit(business_days=int(rest))
    if name == "range":
        least, _, greatest = rest.partition("..")
        return TimeLimit(range=(Duration.parse(least), Duration.parse(greatest)))
    steps = (part.partition(":") for part in rest.split("+"))
    return TimeLimit(stages=tuple(Stage(state=state, period=Duration.parse(period)) for state, _, period in steps))


def _read_alternative(text: str) -> Alternative:
    name, sign, rest = text.partition(":")
    if not sign:
        return Alternative(period=Duration.parse(text))
    return Alternative(business_days=int(rest)) if name == "business_days" else Alternative(until=read_end(rest))


def read_end(text: str) -> Until:
    """The end that `end` wrote."""
    if not text.startswith("end_of:"):
        return text
    unit, _, plus = text.removeprefix("end_of:").partition("+")
    return CalendarEnd.model_validate({"end_of": unit, **({"plus": plus} if plus else {})})


def day(value: KindOfDate) -> str:
    """A date in canonical notation."""
    if value.earlier_of:
        members = (f"event:{one.event}" if one.event is not None else str(one.value) for one in value.earlier_of)
        return "earlier_of=" + "|".join(sorted(members))
    if value.by_audience:
        return "by_audience=" + "|".join(f"{','.join(one.subjects)}:{one.value}" for one in value.by_audience)
    return str(value.value)


def read_day(text: str) -> KindOfDate:
    """The date that `day` wrote, under an id of no meaning. Raises ValueError for anything else."""
    name, sign, rest = text.partition("=")
    if not sign:
        return KindOfDate.model_validate({"id": "date", "value": text})
    if name == "earlier_of":
        return KindOfDate(id="date", earlier_of=tuple(_read_day_or_event(part) for part in rest.split("|")))
    parts = (part.partition(":") for part in rest.split("|"))
    days = tuple(AudienceDate(subjects=tuple(who.split(",")), value=PartialDate.parse(on)) for who, _, on in parts)
    return KindOfDate(id="date", by_audience=days)


def _read_day_or_event(text: str) -> DateAlternative:
    if text.startswith("event:"):
        return DateAlternative(event=text.removeprefix("event:"))
    return DateAlternative(value=PartialDate.parse(text))
