"""Children, how the policy itself changes, and from when it holds."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from hoshin.schema.base import Frozen
from hoshin.schema.keeping import AfterAction
from hoshin.schema.modifiers import Answer, Carried, Entity
from hoshin.schema.names import Age, FactRef, Flag, Id, Prose, Word
from hoshin.schema.partial_date import PartialDate
from hoshin.schema.period import DurationText


class AgeRule(Carried):
    """Ages that hold for a region or product only (`scope`) beside those of the policy as a whole."""

    id: Id
    min_age: Age | None = None
    alone_from: Age | None = None
    consent_by: Literal["guardian"] | None = None


class Children(Carried):
    """From which age the service addresses people, and what happens with younger people's data.

    `alone_from` is the age of consent (GDPR Art. 8(1)), `verification` how the consent of a guardian is checked (8(2)).
    `addressed` answers whether children are among those whom the service is for, `explained_in` is a text fit for them.
    """

    min_age: Age | None = None
    alone_from: Age | None = None
    ages: tuple[AgeRule, ...] = ()
    knowingly_collected: Flag | None = None
    consent_by: Literal["guardian"] | None = None
    rights_by: Literal["guardian"] | None = None
    on_discovery: AfterAction | None = None
    on_discovery_when: Literal["immediately", "promptly", "without_delay"] | None = None
    channel: Id | None = None
    addressed: Answer | None = None
    verification: Prose | None = None
    explained_in: FactRef | None = None


class Notice(Carried):
    """How long before it takes effect a change is announced; P0D says: at once."""

    period: DurationText
    before: Literal["effective"] = "effective"


class Amendments(Carried):
    """How the policy is changed and how people learn of it.

    `new_purpose`: what happens before data serve another purpose (GDPR Art. 13(3)); `purpose_range`: purposes change
    only within what is reasonably related (APPI Art. 17(2)).
    """

    methods: tuple[Literal["post_on_page", "email", "in_product", "banner", "popup", "post"], ...] = ()
    notice: Notice | None = None
    effective: Literal["on_posting", "on_date"] | None = None
    reader_duty: Literal["check_back"] | None = None
    frequency: Word | None = None
    new_purpose: Literal["notify_before", "consent_before", "publish"] | None = None
    purpose_range: Literal["related"] | None = None


class DateAlternative(Frozen):
    """A day, or an event such as `acceptance`, whichever of several comes first."""

    value: PartialDate | None = None
    event: Word | None = None

    @model_validator(mode="after")
    def _one(self) -> Self:
        if (self.value is None) == (self.event is None):
            raise PydanticCustomError("date_or_event", "an alternative is a date or an event")
        return self


class AudienceDate(Frozen):
    """The day that holds for some groups of people."""

    subjects: Annotated[tuple[Id, ...], Field(min_length=1)]
    value: PartialDate


class KindOfDate(Entity):
    """A date of the document; its id says which.

    `effective`, `last-updated` (最終改定日), `established` (制定日), `amended-…` (改定日, such as `amended-2022`),
    `published`, `announced`, `reviewed`.

    One day, the earlier of several days and events, or a day for each audience.
    """

    value: PartialDate | Literal["to_be_set", "on_posting"] | None = None
    earlier_of: tuple[DateAlternative, ...] = ()
    by_audience: tuple[AudienceDate, ...] = ()

    @model_validator(mode="after")
    def _one_form(self) -> Self:
        if (self.value is not None) + bool(self.earlier_of) + bool(self.by_audience) != 1:
            raise PydanticCustomError("date_shape", "a date has one form")
        return self
