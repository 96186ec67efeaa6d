"""Who gets data: recipients, transfers abroad, joint use."""

from typing import Literal

from hoshin.schema.base import Frozen
from hoshin.schema.modifiers import Carried, Entity
from hoshin.schema.names import Country, Curie, Flag, Id, Prose, Selector, Url, Word


class Safeguard(Carried):
    """What protects data at a recipient: a contract, minimisation, a certificate."""

    id: Id
    kind: Literal["contract", "minimisation", "certification", "audit", "other"]
    text: Prose | None = None


class Recipient(Entity):
    """A recipient or a class of recipients (GDPR Art. 13(1)(e)); its two roles do not follow from each other."""

    kind: Literal["named", "class"] | None = None
    role: Literal["processor", "controller", "joint_controller", "authority", "public", "mixed"] | None = None
    appi_role: Literal["entrustee", "joint_user", "third_party"] | None = None
    members: tuple[Prose, ...] = ()
    listed_at: Id | None = None
    party: Id | None = None
    country: Country | None = None
    places: tuple[Country, ...] = ()
    purposes: tuple[Id, ...] = ()
    data: Selector = ()
    data_scope: Literal["minimal", "all"] | None = None
    triggers: tuple[Word, ...] = ()
    notice_to_person: Literal["always", "unless_forbidden", "never"] | None = None
    safeguards: tuple[Safeguard, ...] = ()
    engaged_by: Id | None = None
    tier: int | None = None
    mechanism: Word | None = None
    policy: Url | None = None
    notes: tuple[Prose, ...] = ()
    dpv: tuple[Curie, ...] = ()


class CopyOfSafeguard(Frozen):
    """How people get a copy of the safeguards (GDPR Art. 13(1)(f))."""

    on: Literal["request", "page"]
    channel: Id | None = None
    url: Url | None = None


class Transfer(Entity):
    """A transfer to a third country (GDPR Arts 44 to 49; APPI Art. 28)."""

    country: Country | None = None
    recipients: tuple[Id, ...] = ()
    data: Selector = ()
    safeguards: tuple[Curie, ...] = ()
    derogation: Curie | None = None
    copy_of: CopyOfSafeguard | None = None
    storage_only: Flag | None = None
    country_system: Prose | None = None
    recipient_measures: Prose | None = None


class JointUse(Entity):
    """Joint use under APPI Art. 27(5)(iii) 共同利用."""

    data: tuple[Id, ...] = ()
    parties: tuple[Id, ...] = ()
    users: Prose | None = None
    purposes: tuple[Id, ...] = ()
    responsible: Id | None = None
