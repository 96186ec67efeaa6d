"""What is collected, how, where, and by which technology."""

from typing import Literal

from hoshin.schema.base import Frozen
from hoshin.schema.modifiers import Answer, Carried, Entity
from hoshin.schema.names import Curie, Flag, Id, PlainText, Prose, Url, Word
from hoshin.schema.period import DurationText

SourceKind = Literal["person", "automatic", "third_party", "public", "inferred"]
Match = Literal["exact", "closest"]
FormInput = Literal["text", "email", "tel", "url", "number", "date", "textarea", "select", "radio", "checkbox", "file"]
"""How a field of a form is filled in, by the names of HTML."""


class DataSource(Carried):
    """Where data come from (GDPR Arts 13 and 14); `notice_by`: when people learn of it at the latest (Art. 14(3))."""

    kind: SourceKind
    party: Id | None = None
    name: Prose | None = None
    publicly_accessible: Flag | None = None
    notice_by: DurationText | Literal["first_communication", "first_disclosure"] | None = None


class DataDescription(Entity):
    """What a category and an item have in common.

    `provision` and `nature` say whether and by what people are bound to give the data (GDPR Art. 13(2)(e)); what a
    category says holds for its items that say nothing. `statutory` names the classes of a law that counts its own, such
    as Cal. Civ. Code 1798.140(v).
    """

    source: DataSource | None = None
    further_sources: tuple[DataSource, ...] = ()
    collection_methods: tuple[Id, ...] = ()
    provision: Literal["required", "optional"] | None = None
    nature: Literal["statutory", "contractual", "precontractual", "voluntary"] | None = None
    if_refused: Prose | None = None
    dpv: tuple[Curie, ...] = ()
    statutory: tuple[Curie, ...] = ()
    fides: PlainText | None = None
    match: Match | None = None
    special: Flag | None = None
    criminal: Flag | None = None
    high_risk: Literal["location", "contacts", "financial", "identity_document", "biometric", "children"] | None = None


class DataItem(DataDescription):
    """One kind of information about a person."""

    technology: Id | None = None


class DataCategory(DataDescription):
    """A group of items. Categories and items share one id space, so either can be named wherever data are."""

    items: tuple[DataItem, ...] = ()


class CollectionMethod(Entity):
    """A way in which data reach the company."""

    source: SourceKind | None = None


class FormField(Carried):
    """One field of a form, and whether it must be filled in."""

    data: Id
    label: Prose | None = None
    input: FormInput | None = None
    options: tuple[Prose, ...] = ()
    provision: Literal["required", "optional"] | None = None
    if_refused: Prose | None = None


class CollectionPoint(Entity):
    """A form or another place where people give data. `action` is where it is sent; without it nothing is sent.

    `notice`: the purposes are shown before sending, or one link away (APPI Art. 21(2)).
    """

    url: Url | None = None
    action: Url | None = None
    notice: Literal["shown", "linked"] | None = None
    collection_methods: tuple[Id, ...] = ()
    fields: tuple[FormField, ...] = ()
    purposes: tuple[Id, ...] = ()


class Technology(Entity):
    """A cookie, tag or similar: the means, apart from the data that it carries (M23, M24).

    `category` is what it is for, in the usual classes. `purposes` are ours, `recipient_use` says what the provider uses
    the data for. `exemption` is one of the Telecommunications Business Act Art. 27-12, `links_person` answers whether
    the provider links the data to people it knows (APPI Art. 31).
    """

    kind: Literal["cookie", "tag", "pixel", "sdk", "local_storage", "fingerprint", "api", "log", "other"]
    category: Literal["strictly_necessary", "functional", "analytics", "advertising"] | None = None
    name: PlainText | None = None
    dpv: tuple[Curie, ...] = ()
    data: tuple[Id, ...] = ()
    purposes: tuple[Id, ...] = ()
    provider: Id | None = None
    domain: PlainText | None = None
    lifetime: DurationText | Literal["session", "persistent"] | None = None
    stored_on: Literal["device", "server"] | None = None
    third_party: Flag | None = None
    essential: Flag | None = None
    recipient_use: Prose | None = None
    exemption: Literal["necessary", "own_identifier", "consent", "opt_out"] | None = None
    links_person: Answer | None = None
    refusal: Prose | None = None
    opt_out: Url | None = None
    policy: Url | None = None


class DerivedData(Entity):
    """Aggregated, anonymised or pseudonymised data and their rules (M34); `provided_how` for APPI Arts 43 and 44."""

    form: Literal["aggregated", "anonymised", "pseudonymised"]
    of: tuple[Id, ...] = ()
    use: Prose | None = None
    method: Prose | None = None
    provided_how: Prose | None = None
    purposes: tuple[Id, ...] = ()
    recipients: tuple[Id, ...] = ()
    promises: tuple[Id, ...] = ()


class Definition(Entity):
    """A defined term: the label that the text uses and what it means."""

    term: Prose
    aliases: tuple[PlainText, ...] = ()
    means: Prose | None = None
    inline: Flag = False


class Reference(Entity):
    """Another document, list or law that the text points to; `document` and `section` name one of this project."""

    role: (
        Literal[
            "details",
            "list",
            "terms",
            "opt_out",
            "sibling_notice",
            "law",
            "internal_policy",
            "metrics",
            "pre_use_notice",
        ]
        | None
    ) = None
    law: Curie | None = None
    url: Url | None = None
    document: Id | None = None
    section: Id | None = None
    about: tuple[Word, ...] = ()
    held_by: Literal["controller", "third_party"] | None = None
    on_request: Flag | None = None


class Precedence(Entity):
    """Which text prevails over which (M31)."""

    other: Id
    relation: Literal["prevails_over_this", "prevailed_over_by_this", "supplements", "excludes"]


class Choice(Entity):
    """An opt-in or opt-out tied to a purpose, recipient or technology (M37).

    `link` says which of the links that the CCPA asks for it is; `preference_signals`: signals of a browser are obeyed.
    """

    kind: Literal["opt_in", "opt_out"]
    of: PlainText
    how: Prose | None = None
    channel: Id | None = None
    url: Url | None = None
    link: Literal["do_not_sell_or_share", "limit_sensitive_use", "your_privacy_choices"] | None = None
    preference_signals: Flag | None = None
    in_each_message: Flag | None = None
    consequence: Prose | None = None


class Identified(Frozen):
    """A named part of a fact; `example` where the text gives it as an instance of the fact, not as a part of it."""

    id: Id
    title: Prose | None = None
    text: Prose | None = None
    example: Flag = False
    dpv: tuple[Curie, ...] = ()
    fides: PlainText | None = None
    match: Match | None = None
