"""How long, where an ISO 8601 duration alone does not say it (model.md 7.1)."""

from typing import Annotated, Literal, Self

from pydantic import Discriminator, Field, Tag, model_validator
from pydantic_core import PydanticCustomError

from hoshin.schema.base import Frozen
from hoshin.schema.names import Word
from hoshin.schema.period import DurationText

BusinessDays = Annotated[int, Field(ge=1, le=3650)]
"""Working days, which are not calendar days."""


class CalendarEnd(Frozen):
    """The end of a whole unit of the calendar, and what is added to it. A fiscal year begins on 1 April."""

    end_of: Literal["month", "calendar_year", "fiscal_year"]
    plus: DurationText | None = None


def _form(value: object) -> str:
    return "=calendar" if isinstance(value, (dict, CalendarEnd)) else "=event"


Until = Annotated[Annotated[Word, Tag("=event")] | Annotated[CalendarEnd, Tag("=calendar")], Discriminator(_form)]
"""Until something happens (`withdrawal`, `session_end`), or until a unit of the calendar ends."""


class Alternative(Frozen):
    """One of several limits of which the longest or the earliest counts."""

    period: DurationText | None = None
    business_days: BusinessDays | None = None
    until: Until | None = None

    @model_validator(mode="after")
    def _one(self) -> Self:
        if (self.period is not None) + (self.business_days is not None) + (self.until is not None) != 1:
            raise PydanticCustomError("one_limit", "an alternative is a period, business days or an end")
        return self


class Stage(Frozen):
    """One of several stages that follow each other; their sum is computed, never typed."""

    state: Word
    period: DurationText


_FORMS = (("period",), ("business_days",), ("min", "max"), ("range",), ("longest_of",), ("earliest_of",), ("stages",))


class TimeLimit(Frozen):
    """How long something lasts, in one of these forms; `until` and `criteria` may stand beside it.

    A `min` alone is no limit. `illustration` is an example beside criteria, not a promise.
    """

    period: DurationText | Literal["indefinite", "not_stored"] | None = None
    business_days: BusinessDays | None = None
    min: DurationText | None = None
    max: DurationText | None = None
    range: Annotated[tuple[DurationText, ...], Field(min_length=2, max_length=2)] | None = None
    longest_of: tuple[Alternative, ...] = ()
    earliest_of: tuple[Alternative, ...] = ()
    stages: tuple[Stage, ...] = ()
    until: Until | None = None
    criteria: tuple[Word, ...] = ()
    illustration: DurationText | None = None
    starts_from: Word | None = None

    @model_validator(mode="after")
    def _one_form(self) -> Self:
        if sum(any(getattr(self, name) for name in form) for form in _FORMS) > 1:
            raise PydanticCustomError("one_form", "a length of time has one form")
        return self
