"""How long data are kept, what people can demand, and how the policy itself changes."""

from typing import Annotated, Literal

from pydantic import Field

from hoshin.schema.base import Frozen
from hoshin.schema.modifiers import Carried, Entity
from hoshin.schema.money import Amount
from hoshin.schema.names import Curie, FactRef, Flag, Id, Prose, Word
from hoshin.schema.period import DurationText
from hoshin.schema.time_limit import TimeLimit

AfterAction = Literal["delete", "destroy", "anonymise", "return", "archive", "block"]


class Review(Frozen):
    """A repeated look at whether data are still needed, and what befalls those that are not. No retention period."""

    every: DurationText | None = None
    regularly: Flag = False
    then: AfterAction | None = None


class RetentionException(Carried, TimeLimit):
    """Data that one rule keeps longer or shorter, and why."""

    of: tuple[FactRef, ...]
    ground: Word | None = None


class Retention(Entity, TimeLimit):
    """One rule of storage: of what, how long, from when, what then (GDPR Art. 13(2)(a); APPI Art. 22)."""

    of: tuple[FactRef, ...] = ()
    default: Flag = False
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
    authorities: tuple[Id, ...] = ()
    effect: Prose | None = None


class FeeException(Carried):
    """When a fee is taken after all, and for which rights."""

    when: tuple[Word, ...]
    fee: Word
    amount: Amount | None = None
    rights: tuple[Id, ...] = ()


class Fee(Carried):
    """What exercising a right costs."""

    default: Word
    amount: Amount | None = None
    exceptions: Annotated[tuple[FeeException, ...], Field(alias="except")] = ()


class Refusal(Carried):
    """When a request may be refused."""

    when: tuple[Word, ...]
    rights: tuple[Id, ...] = ()


class Deadline(Carried, TimeLimit):
    """Within which time a request is answered, and by how much that can be extended (GDPR Art. 12(3))."""

    extension: DurationText | None = None


class Requests(Carried):
    """How requests are handled (GDPR Art. 12; APPI Arts 37 and 38)."""

    channel: Id | None = None
    form: Prose | None = None
    deadline: Deadline | None = None
    fee: Fee | None = None
    refusal: Refusal | None = None
    identity: Prose | None = None
    agent: Word | None = None
    appeal: Id | None = None
