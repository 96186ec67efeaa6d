"""Who is responsible and who can be reached: controller, parties, officers, contacts."""

from typing import Literal

from hoshin.schema.base import Frozen
from hoshin.schema.jurisdiction import Storage
from hoshin.schema.modifiers import Carried, Entity, FieldAbsence
from hoshin.schema.names import Country, Curie, Email, Flag, Id, Phone, PlainText, Prose, Selector, Url


class Address(Frozen):
    """A postal address in parts; each language arranges them in its own order."""

    floor: Prose | None = None
    building: Prose | None = None
    street: Prose | None = None
    city: Prose | None = None
    region: Prose | None = None
    postal_code: PlainText | None = None
    country: Country | None = None


class Person(Frozen):
    """A named person with an office, such as the representative director that APPI Art. 32(1)(i) asks for."""

    title: Prose | None = None
    name: Prose


class Controller(Carried):
    """Who decides on purposes and means (GDPR Art. 4(7); APPI Art. 16(2)).

    `kind` is never printed: a person has no representative (APPI Art. 32(1)(i)), a public authority no legitimate
    interests in its tasks (GDPR Art. 6(1)).
    """

    legal_name: Prose
    kind: Literal["legal_person", "natural_person", "public_authority"] | None = None
    brand: Prose | None = None
    address: Address | None = None
    email: Email | None = None
    phone: Phone | None = None
    form_url: Url | None = None
    register_number: PlainText | None = None
    representative_person: Person | None = None
    domains: tuple[PlainText, ...] = ()
    storage: Storage | None = None
    absences: tuple[FieldAbsence, ...] = ()


class Party(Entity):
    """Another organisation that the policy names."""

    name: Prose
    role: Literal["joint_controller", "provider", "group", "authority", "other"] | None = None
    address: Address | None = None
    email: Email | None = None
    phone: Phone | None = None
    url: Url | None = None
    register_number: PlainText | None = None
    representative_person: Person | None = None
    members: tuple[Id, ...] = ()
    with_parties: tuple[Id, ...] = ()
    responsibilities: Prose | None = None
    essence_of_arrangement: Prose | None = None


class Officer(Entity):
    """Data protection officer or representative, per region, each tri-state (GDPR Arts 27, 37)."""

    role: Literal["dpo", "representative"]
    party: Id | None = None
    name: Prose | None = None
    address: Address | None = None
    email: Email | None = None
    phone: Phone | None = None
    url: Url | None = None


class Contact(Entity):
    """A desk or channel that people can write to; an address left out is the controller's."""

    email: Email | None = None
    phone: Phone | None = None
    url: Url | None = None
    address: Address | None = None
    hours: Prose | None = None
    same_address_as_controller: Flag = False
    handles: tuple[Literal["questions", "rights", "complaints", "guardians", "security"], ...] = ()


class Subject(Entity):
    """A group of people whose data are handled."""

    dpv: tuple[Curie, ...] = ()
    match: Literal["exact", "closest"] | None = None


class Context(Entity):
    """A touchpoint such as an app or a shop; `adds_to` names the context that it extends."""

    adds_to: Id | None = None
    our_role: Literal["controller", "processor", "joint_controller"] | None = None
    controller: Id | None = None
    purposes: tuple[Id, ...] = ()
    data: Selector = ()
    recipients: tuple[Id, ...] = ()


class Product(Entity):
    """A product, tier or platform; `includes` names the one whose uses it contains."""

    kind: Literal["product", "tier", "platform"]
    includes: Id | None = None
    purposes: tuple[Id, ...] = ()
    data: Selector = ()
    recipients: tuple[Id, ...] = ()
