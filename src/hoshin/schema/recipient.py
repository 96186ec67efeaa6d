"""Who gets data: recipients, transfers abroad, joint use."""

from typing import Literal

from hoshin.schema.base import Frozen
from hoshin.schema.modifiers import Carried, Entity
from hoshin.schema.names import Country, Curie, Flag, Id, PlainText, Prose, Selector, Url, Word
from hoshin.schema.partial_date import PartialDate
from hoshin.schema.period import DurationText


class Safeguard(Carried):
    """What protects data at a recipient: a contract, minimisation, a certificate."""

    id: Id
    kind: Literal["contract", "minimisation", "certification", "audit", "supervision", "other"]
    text: Prose | None = None


AppiGround = Literal[
    "consent",
    "opt_out",
    "law",
    "protection_of_life",
    "public_health",
    "public_duty",
    "academic_publication",
    "academic_joint_research",
    "academic_recipient",
]
"""Why data may go to a third party: consent, opt-out (APPI Art. 27(2)), or an exception of Art. 27(1), (i) to (vii)."""


class OptOutProvision(Frozen):
    """What people must know before data go to a third party unless they object (APPI Art. 27(2)).

    The rest of its items are fields of the recipient (`data`, `purposes`) and of the controller. `filing` is the number
    of the notification to the Personal Information Protection Commission.
    """

    obtained_how: Prose | None = None
    provided_how: Prose | None = None
    updated_how: Prose | None = None
    stop_how: Prose | None = None
    channel: Id | None = None
    starts: PartialDate | None = None
    filing: PlainText | None = None


class Recipient(Entity):
    """A recipient or a class of recipients (GDPR Art. 13(1)(e)); its two roles do not follow from each other.

    `country` is where it is, `places` where it handles the data. `activity` and `sector` describe one that is not named
    (WP260 Annex). `ccpa_disclosure`: what giving it data is under the CCPA.
    """

    kind: Literal["named", "class"] | None = None
    role: Literal["processor", "controller", "joint_controller", "authority", "public", "mixed"] | None = None
    appi_role: Literal["entrustee", "joint_user", "successor", "third_party"] | None = None
    appi_grounds: tuple[AppiGround, ...] = ()
    opt_out_provision: OptOutProvision | None = None
    ccpa_disclosure: tuple[Literal["sold", "shared", "business_purpose"], ...] = ()
    activity: Prose | None = None
    sector: Prose | None = None
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
    """A transfer to a third country (GDPR Arts 44 to 49; APPI Art. 28).

    `territory` and `sector` narrow an adequacy decision. `risks` is told with explicit consent (Art. 49(1)(a)),
    `interests` and `person_informed` go with compelling interests (Art. 49(1) second subparagraph), `protection_test`
    with the United Kingdom's data protection test. Under APPI: `unknown_because` where country or measures cannot be
    named (Rule 17(3), (4)), `check_every` for the checks of equivalent measures (Rule 18).
    """

    country: Country | None = None
    territory: Prose | None = None
    sector: Prose | None = None
    recipients: tuple[Id, ...] = ()
    data: Selector = ()
    safeguards: tuple[Curie, ...] = ()
    derogation: Curie | None = None
    risks: Prose | None = None
    interests: tuple[Id, ...] = ()
    person_informed: Flag | None = None
    protection_test: Flag | None = None
    copy_of: CopyOfSafeguard | None = None
    storage_only: Flag | None = None
    country_system: Prose | None = None
    recipient_measures: Prose | None = None
    unknown_because: Prose | None = None
    check_every: DurationText | None = None


class JointUse(Entity):
    """Joint use under APPI Art. 27(5)(iii) 共同利用."""

    data: tuple[Id, ...] = ()
    parties: tuple[Id, ...] = ()
    users: Prose | None = None
    purposes: tuple[Id, ...] = ()
    responsible: Id | None = None
