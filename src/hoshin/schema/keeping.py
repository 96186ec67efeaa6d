"""How long data are kept, what people can demand, and how the policy itself changes."""

from typing import Annotated, Literal

from pydantic import Field

from hoshin.schema.base import Frozen
from hoshin.schema.modifiers import Carried, Entity
from hoshin.schema.names import Age, Curie, FactRef, Flag, Id, Prose, Word
from hoshin.schema.partial_date import PartialDate
from hoshin.schema.period import DurationText

AfterAction = Literal["delete", "destroy", "anonymise", "return", "archive", "block"]


class Review(Frozen):
    """A repeated look at whether data are still needed, and what befalls those that are not. No retention period."""

    every: DurationText | None = None
    regularly: Flag = False
    then: AfterAction | None = None


class RetentionException(Carried):
    """Data that one rule keeps longer or shorter, and why."""

    of: tuple[FactRef, ...]
    period: DurationText | None = None
    ground: Word | None = None


class Retention(Entity):
    """One rule of storage: of what, how long, from when, what then (GDPR Art. 13(2)(a); APPI Art. 22)."""

    of: tuple[FactRef, ...] = ()
    default: Flag = False
    period: DurationText | Literal["indefinite", "not_stored"] | None = None
    min: DurationText | None = None
    max: DurationText | None = None
    criteria: tuple[Word, ...] = ()
    starts_from: Word | None = None
    until: Word | None = None
    then: AfterAction | None = None
    method: Prose | None = None
    governed_by: Id | None = None
    review: Review | None = None
    exceptions: Annotated[tuple[RetentionException, ...], Field(alias="except")] = ()
    suspended_by: tuple[Word, ...] = ()


class Right(Entity):
    """A right of the person: its legal source, what it consists of, where to exercise it."""

    right: Curie
    limbs: tuple[Word, ...] = ()
    channel: Id | None = None
    authority: Word | None = None
    effect: Prose | None = None


class FeeException(Carried):
    """When a fee is taken after all, and for which rights."""

    when: tuple[Word, ...]
    fee: Word
    rights: tuple[Id, ...] = ()


class Fee(Carried):
    """What exercising a right costs."""

    default: Word
    exceptions: Annotated[tuple[FeeException, ...], Field(alias="except")] = ()


class Refusal(Carried):
    """When a request may be refused."""

    when: tuple[Word, ...]
    rights: tuple[Id, ...] = ()


class Requests(Carried):
    """How requests are handled (GDPR Art. 12; APPI Arts 37 and 38)."""

    channel: Id | None = None
    deadline: DurationText | None = None
    fee: Fee | None = None
    refusal: Refusal | None = None
    identity: Prose | None = None
    agent: Word | None = None
    appeal: Id | None = None


class Children(Carried):
    """From which age the service addresses people, and what happens with younger people's data."""

    min_age: Age | None = None
    alone_from: Age | None = None
    knowingly_collected: Flag | None = None
    consent_by: Literal["guardian"] | None = None
    rights_by: Literal["guardian"] | None = None
    on_discovery: AfterAction | None = None
    on_discovery_when: Literal["immediately", "promptly", "without_delay"] | None = None
    channel: Id | None = None


class Notice(Frozen):
    """How long before it takes effect a change is announced; P0D says: at once."""

    period: DurationText
    before: Literal["effective"] = "effective"


class Amendments(Carried):
    """How the policy is changed and how people learn of it."""

    methods: tuple[Literal["post_on_page", "email", "in_product", "post"], ...] = ()
    notice: Notice | None = None
    effective: Literal["on_posting", "on_date"] | None = None
    reader_duty: Literal["check_back"] | None = None
    frequency: Word | None = None


class KindOfDate(Entity):
    """A date of the document; its id says which: `effective`, `last-updated`, `published`, `announced`, `reviewed`."""

    value: PartialDate | Literal["to_be_set", "on_posting"]
