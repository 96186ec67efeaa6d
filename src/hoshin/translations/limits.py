"""Limits of time in words (model.md 7.1): bare inside a sentence, in full where no sentence stands around them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce

from hoshin.schema.keeping import Deadline
from hoshin.schema.period import Duration, DurationError, add
from hoshin.schema.time_limit import Alternative, Stage, TimeLimit, Until
from hoshin.translations.durations import (
    Bound,
    business_days,
    duration,
    duration_between,
    duration_range,
    full_duration,
)
from hoshin.translations.formats import enumeration
from hoshin.translations.locale import Locale
from hoshin.translations.patterns import fill


def event(locale: Locale, name: str) -> str:
    """What an event is called; one that the language has no words for by its own name."""
    return locale.events.get(name) or name.replace("_", " ").replace("-", " ")


def state(locale: Locale, name: str) -> str:
    """What a stage of storage is called."""
    return locale.states.get(name) or name.replace("_", " ").replace("-", " ")


def until(locale: Locale, end: Until) -> str:
    """Until something happens: until the withdrawal of your consent; 当該事業年度の末日から7年間."""
    words = locale.limits
    if isinstance(end, str):
        return fill(words.until, event=event(locale, end))
    name = getattr(words.ends, end.end_of)
    if end.plus is None:
        return fill(words.until_end, end=name)
    return fill(words.after_end, end=name, period=full_duration(locale, end.plus))


def time_limit(locale: Locale, limit: TimeLimit) -> str:
    """The limit for a sentence; empty where only criteria are stated. "About" and "within" are the sentence's words."""
    length = _length(locale, limit, "exact", full=False)
    return length or (until(locale, limit.until) if limit.until is not None else "")


def full_time_limit(locale: Locale, limit: TimeLimit) -> str:
    """The limit for a table: with its bound, what starts it and what ends it; empty where only criteria are stated."""
    bound: Bound = getattr(limit, "bound", None) or "exact"
    start = event(locale, limit.starts_from) if limit.starts_from is not None else ""
    end = until(locale, limit.until) if limit.until is not None else ""
    made = _started_length(locale, limit, bound, start)
    made = fill(locale.limits.bounded, limit=made, until=end) if made and end else made or _starting(locale, end, start)
    if made and isinstance(limit, Deadline) and limit.extension is not None:
        made = fill(locale.limits.extended, limit=made, period=full_duration(locale, limit.extension))
    if limit.illustration is not None:
        example = fill(locale.limits.example, period=full_duration(locale, limit.illustration))
        made = fill(locale.limits.beside, limit=made, example=example) if made else example
    return made


def _started_length(locale: Locale, limit: TimeLimit, bound: Bound, start: str) -> str:
    """The length from what starts it. Of several limits, only the lengths are counted from there, not an event."""
    if any(one.until is None for one in (*limit.longest_of, *limit.earliest_of)):
        return _several(locale, limit, start)
    return _starting(locale, _length(locale, limit, bound, full=True), start)


def _starting(locale: Locale, limit: str, start: str) -> str:
    return fill(locale.limits.starting, limit=limit, event=start) if limit and start else limit


def _length(locale: Locale, limit: TimeLimit, bound: Bound, *, full: bool) -> str:
    match limit:
        case TimeLimit(period=Duration() as period):
            return full_duration(locale, period, bound) if full else duration(locale, period)
        case TimeLimit(period="indefinite" | "not_stored" as special):
            return str(getattr(locale.durations, special))
        case TimeLimit(business_days=int() as days):
            return business_days(locale, days, bound, full=full)
        case TimeLimit(range=(least, greatest)):
            return duration_range(locale, least, greatest)
        case _:
            return _limits(locale, limit) or _several(locale, limit)


def _limits(locale: Locale, limit: TimeLimit) -> str:
    """The least and the greatest length, or the one of them that is stated."""
    if limit.min is not None and limit.max is not None:
        return duration_between(locale, limit.min, limit.max)
    if limit.min is not None:
        return full_duration(locale, limit.min, "min")
    return full_duration(locale, limit.max, "max") if limit.max is not None else ""


def _several(locale: Locale, limit: TimeLimit, start: str = "") -> str:
    if limit.longest_of:
        members = [alternative(locale, one, start) for one in limit.longest_of]
        return fill(locale.limits.longest, members=enumeration(locale, members, "or"))
    if limit.earliest_of:
        members = [alternative(locale, one, start) for one in limit.earliest_of]
        return fill(locale.limits.earliest, members=enumeration(locale, members, "or"))
    return stages(locale, limit.stages)


def alternative(locale: Locale, one: Alternative, start: str = "") -> str:
    """One of several limits, a length with what starts it."""
    if one.period is not None:
        return _starting(locale, full_duration(locale, one.period), start)
    if one.business_days is not None:
        return _starting(locale, business_days(locale, one.business_days, full=True), start)
    return until(locale, one.until) if one.until is not None else ""


def stages(locale: Locale, steps: tuple[Stage, ...]) -> str:
    """The stages in order and their sum: 10 days hidden, then 45 days in backups (55 days in total)."""
    if not steps:
        return ""
    words = locale.limits
    told = words.then.join(
        fill(words.stage, state=state(locale, step.state), period=full_duration(locale, step.period)) for step in steps
    )
    whole = total(steps)
    if whole is None or len(steps) == 1:
        return told
    return fill(words.total, stages=told, period=full_duration(locale, whole))


def total(steps: tuple[Stage, ...]) -> Duration | None:
    """The sum of the stages: like units add, P10D and P1M stay two parts. None where it grows beyond all measure."""
    try:
        return reduce(add, (step.period for step in steps))
    except DurationError:
        return None


def words_of(limit: TimeLimit) -> Iterator[str]:
    """The events that a limit names, which a language must have words for."""
    ends = [limit.until, *(one.until for one in (*limit.longest_of, *limit.earliest_of))]
    yield from (end for end in ends if isinstance(end, str))
    if limit.starts_from is not None:
        yield limit.starts_from
