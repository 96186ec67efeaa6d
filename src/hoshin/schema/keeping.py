"""How long data are kept, what people can demand, and how the policy itself changes."""

from typing import Annotated, Literal

from pydantic import Field

from hoshin.schema.base import Frozen
from hoshin.schema.modifiers import Answer, Carried, Entity
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
    """One rule of storage: of what, how long, from when, what then (GDPR Art. 13(2)(a); APPI Art. 22).

    `justification` says why so long (GDPR Art. 5(1)(e)).
    """

    of: tuple[FactRef, ...] = ()
    default: Flag = False
    then: AfterAction | None = None
    method: Prose | None = None
    governed_by: Id | None = None
    review: Review | None = None
    exceptions: Annotated[tuple[RetentionException, ...], Field(alias="except")] = ()
    suspended_by: tuple[Word, ...] = ()
    justification: Prose | None = None


class Right(Entity):
    """A right of the person: its legal source, what it consists of, where to exercise it.

    `prominent`: it stands in a block of its own, not only in a list (GDPR Art. 21(4)). `limits` answers whether the law
    restricts it, and its text says how. `acknowledged_within` is the time for a first answer to a complaint.
    """

    right: Curie
    limbs: tuple[Word, ...] = ()
    channel: Id | None = None
    authority: Word | None = None
    authorities: tuple[Id, ...] = ()
    effect: Prose | None = None
    prominent: Flag | None = None
    limits: Answer | None = None
    acknowledged_within: DurationText | None = None


class FeeException(Carried):
    """When a fee is taken after all, and for which rights."""

    when: tuple[Word, ...]
    fee: Word
    amount: Amount | None = None
    rights: tuple[Id, ...] = ()


class Fee(Carried):
    """What exercising a right costs; `paid_how` says how it is paid (APPI Cabinet Order Art. 12)."""

    default: Word
    amount: Amount | None = None
    paid_how: Prose | None = None
    exceptions: Annotated[tuple[FeeException, ...], Field(alias="except")] = ()


class Refusal(Carried):
    """When a request may be refused, and what people learn and can do then (GDPR Art. 12(4); APPI Art. 36)."""

    when: tuple[Word, ...] = ()
    rights: tuple[Id, ...] = ()
    reasons_given: Flag | None = None
    remedies: tuple[Literal["complaint", "judicial_remedy"], ...] = ()


class Deadline(Carried, TimeLimit):
    """Within which time a request is answered, and by how much that can be extended (GDPR Art. 12(3))."""

    extension: DurationText | None = None


class Requests(Carried):
    """How requests are handled (GDPR Art. 12; APPI Arts 37 and 38)."""

    channel: Id | None = None
    further_channels: tuple[Id, ...] = ()
    form: Prose | None = None
    deadline: Deadline | None = None
    fee: Fee | None = None
    refusal: Refusal | None = None
    identity: Prose | None = None
    agent: Word | None = None
    appeal: Id | None = None
