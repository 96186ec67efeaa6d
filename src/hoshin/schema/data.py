"""What is collected, how, where, and by which technology."""

from typing import Literal

from hoshin.schema.base import Frozen
from hoshin.schema.modifiers import Carried, Entity
from hoshin.schema.names import Curie, Flag, Id, PlainText, Prose, Url, Word
from hoshin.schema.period import DurationText

SourceKind = Literal["person", "automatic", "third_party", "public", "inferred"]
Match = Literal["exact", "closest"]
FormInput = Literal["text", "email", "tel", "url", "number", "date", "textarea", "select", "radio", "checkbox", "file"]
"""How a field of a form is filled in, by the names of HTML."""


class DataSource(Carried):
    """Where data come from (GDPR Arts 13 and 14)."""

    kind: SourceKind
    party: Id | None = None
    name: Prose | None = None
    publicly_accessible: Flag | None = None


class DataDescription(Entity):
    """What a category and an item have in common."""

    source: DataSource | None = None
    further_sources: tuple[DataSource, ...] = ()
    collection_methods: tuple[Id, ...] = ()
    dpv: tuple[Curie, ...] = ()
    fides: PlainText | None = None
    match: Match | None = None
    special: Flag | None = None
    criminal: Flag | None = None
    high_risk: Literal["location", "contacts", "financial", "identity_document", "biometric", "children"] | None = None


class DataItem(DataDescription):
    """One kind of information about a person."""

    provision: Literal["required", "optional"] | None = None
    if_refused: Prose | None = None
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
    """A form or another place where people give data. `action` is where it is sent; without it nothing is sent."""

    url: Url | None = None
    action: Url | None = None
    collection_methods: tuple[Id, ...] = ()
    fields: tuple[FormField, ...] = ()
    purposes: tuple[Id, ...] = ()


class Technology(Entity):
    """A cookie, tag or similar: the means, apart from the data that it carries (M23, M24)."""

    kind: Literal["cookie", "tag", "pixel", "sdk", "local_storage", "fingerprint", "api", "log", "other"]
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
    refusal: Prose | None = None
    opt_out: Url | None = None
    policy: Url | None = None


class DerivedData(Entity):
    """Aggregated, anonymised or pseudonymised data and their rules (M34)."""

    form: Literal["aggregated", "anonymised", "pseudonymised"]
    of: tuple[Id, ...] = ()
    use: Prose | None = None
    method: Prose | None = None
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

    role: Literal["details", "list", "terms", "opt_out", "sibling_notice", "law", "internal_policy"] | None = None
    law: Curie | None = None
    url: Url | None = None
    document: Id | None = None
    section: Id | None = None
    about: tuple[Word, ...] = ()
    held_by: Literal["controller", "third_party"] | None = None


class Precedence(Entity):
    """Which text prevails over which (M31)."""

    other: Id
    relation: Literal["prevails_over_this", "prevailed_over_by_this", "supplements", "excludes"]


class Choice(Entity):
    """An opt-in or opt-out tied to a purpose, recipient or technology (M37)."""

    kind: Literal["opt_in", "opt_out"]
    of: PlainText
    how: Prose | None = None
    channel: Id | None = None
    url: Url | None = None
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
