"""What a placeholder prints: the value of a fact in one language (model.md 2.1, translations.md 12)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from msgspec import Struct, field
from pydantic import BaseModel

from hoshin.document.dated import dated
from hoshin.document.nodes import Inlines, Link, Text, Value
from hoshin.document.sibling_links import sibling_link
from hoshin.kernel.text import is_wide
from hoshin.policy.index import Entry
from hoshin.policy.load import Loaded
from hoshin.policy.markup import is_safe
from hoshin.policy.placeholders import ARTICLE, Placeholder
from hoshin.policy.places import places_in
from hoshin.policy.printable import member
from hoshin.policy.siblings import Siblings
from hoshin.schema.data import Definition, Reference
from hoshin.schema.keeping import Retention, Review
from hoshin.schema.modifiers import Entity
from hoshin.schema.money import Amount
from hoshin.schema.names import COUNTRY_FIELDS
from hoshin.schema.partial_date import PartialDate
from hoshin.schema.party import Address, Contact, Officer, Party, Person
from hoshin.schema.people import KindOfDate, Notice
from hoshin.schema.period import Duration
from hoshin.schema.time_limit import CalendarEnd, Stage, TimeLimit
from hoshin.schema.walk import steps, wording_fields
from hoshin.translations.addresses import AddressParts, address
from hoshin.translations.catalogue_entry import Words
from hoshin.translations.dates import format_date, kind_of_date
from hoshin.translations.durations import duration
from hoshin.translations.formats import age, country_name, enumeration, number
from hoshin.translations.limits import event, stages, time_limit, until
from hoshin.translations.locale import Locale
from hoshin.translations.money import money
from hoshin.translations.numbering import reference_parts

_SCHEMES: Final[Mapping[str, str]] = {
    "email": "mailto:",
    "phone": "tel:",
    "url": "",
    "form_url": "",
    "opt_out": "",
    "policy": "",
    "evidence": "",
}
"""Fields that hold a place to go to, and what its link begins with."""
_AGES: Final = frozenset({"min_age", "alone_from"})
_EVENTS: Final = frozenset({"until", "starts_from", "event"})
"""Fields that name an event."""


class Facts(Struct, frozen=True):
    """The facts of a policy, one language to print them in, and the number of each numbered section by its path."""

    loaded: Loaded
    locale: Locale
    numbers: Mapping[str, int]
    words: Mapping[str, Words]
    siblings: Siblings = field(default_factory=dict)
    whole: Loaded | None = None
    """The policy of which `loaded` is the view of one situation. A sentence that the view keeps may name a fact that is
    meant for others, and still says what it is."""

    def entry(self, path: str) -> Entry | None:
        """The fact, from the whole policy where the view leaves it out."""
        return self.loaded.index.get(path) or (self.whole.index.get(path) if self.whole is not None else None)


class Wording(Struct, frozen=True):
    """A value that is itself a text of the policy, with markup and placeholders of its own."""

    text: str


def value(placeholder: Placeholder, facts: Facts) -> Inlines | Wording | None:
    """The nodes that a placeholder stands for, or the text of the policy; None where nothing answers to it."""
    if placeholder.kind == ARTICLE:
        return _article(placeholder.fact, facts)
    found = _answer(facts.entry(placeholder.fact), placeholder, facts)
    if found or facts.whole is None:
        return found
    return _answer(facts.whole.index.get(placeholder.fact), placeholder, facts)  # a part of it is meant for others


def _answer(entry: Entry | None, placeholder: Placeholder, facts: Facts) -> Inlines | Wording | None:
    if entry is None:
        return None
    if isinstance(entry.value, Reference) and entry.value.document and placeholder.field in {"", "section"}:
        return sibling_link(entry.value, facts.siblings, facts.locale, placeholder.field)
    return _field(entry, placeholder.field, facts) if placeholder.field else _own(entry, facts)


def _article(path: str, facts: Facts) -> Inlines | Wording | None:
    """The number of a section, or of a part of one below it; the title of a section without a number."""
    kind, _, rest = path.partition("/")
    name, _, part = rest.partition("/")
    entry = facts.entry(f"{kind}/{name}")
    if entry is None:
        return None
    place = places_in(entry.path, facts.loaded).get(part) if part else None
    if part and place is None and facts.loaded.index.get(entry.path):
        return None
    count = facts.numbers.get(entry.path)
    if count is None:
        return Wording(str(getattr(entry.value, "title", "")))
    levels = reference_parts(facts.locale, count, place.steps if place else ())
    return (Link(f"#{place.anchor if place else entry.id}", _levels(path, levels)),)


def _levels(path: str, levels: tuple[str, ...]) -> Inlines:
    """Levels that may part at a line end, while 第 and 10 may not; a Latin text breaks at its spaces."""
    if len(levels) > 1 and all(is_wide(level[:1] or " ") for level in levels):
        return tuple(Value(path, (Text(level),)) for level in levels)
    return (Text("".join(levels)),)


def _own(entry: Entry, facts: Facts) -> Inlines | Wording | None:
    """What a fact prints without a field: a period or date, else the name or title."""
    match entry.value:
        case Retention() | KindOfDate():
            return _printed(entry.value, facts)
        case Reference(title=str(title), url=str(url)):
            return (Link(url, (Text(title),)),)
        case fact:
            name = _name(fact, facts)
            return Wording(name) if name else None


def _name(fact: BaseModel, facts: Facts) -> str | None:
    match fact:
        case Definition(term=name) | Party(name=name) | Officer(name=str(name)):
            return name
        case Officer(party=str(party)) if other := facts.entry(f"party/{party}"):
            return _name(other.value, facts)
        case Entity():
            return fact.title
        case _:
            return None


def _field(entry: Entry, field: str, facts: Facts) -> Inlines | Wording | None:
    here: object = entry.value
    name = ""
    holder: BaseModel = entry.value
    for step in field.split("/"):
        if isinstance(here, tuple):
            here = member(here, step)
            continue
        if not isinstance(here, BaseModel):
            return None
        if step not in steps(type(here)):
            return None
        holder, name = here, steps(type(here))[step]
        here = getattr(holder, name)
    if here is None and name == "address" and isinstance(holder, Contact):
        return _address_of_controller(facts)
    return _of_field(holder, name, here, facts)


def _of_field(holder: BaseModel, name: str, content: object, facts: Facts) -> Inlines | Wording | None:
    if name in COUNTRY_FIELDS and content:
        names = [country_name(facts.locale, code) for code in (content if isinstance(content, tuple) else (content,))]
        return (Text(enumeration(facts.locale, names, "and")),)
    if isinstance(content, str):
        if name in wording_fields(type(holder)):
            return Wording(content)
        if name in _SCHEMES:
            return _linked(_SCHEMES[name], content)
    if name in _EVENTS and isinstance(content, str):
        return (Text(_event(name, content, facts.locale)),)
    if name in _AGES and isinstance(content, int):
        return (Text(age(facts.locale, content)),)
    return _printed(content, facts)


def _event(name: str, content: str, locale: Locale) -> str:
    return until(locale, content) if name == "until" else event(locale, content)


def field_value(entry: Entry, name: str, facts: Facts) -> Inlines:
    """The printed value of a field that holds no words; empty where it is not there."""
    found = _field(entry, name, facts)
    return found if isinstance(found, tuple) else ()


def _linked(scheme: str, shown: str) -> Inlines:
    target = scheme + (shown.replace(" ", "") if scheme == "tel:" else shown)
    return (Link(target, (Text(shown),)),) if is_safe(target) else (Text(shown),)


def _address_of_controller(facts: Facts) -> Inlines | Wording | None:
    controller = facts.loaded.policy.controller
    return _printed(controller.address, facts) if controller is not None else None


def _printed(content: object, facts: Facts) -> Inlines | Wording | None:
    """A value by its type; what has no form of its own prints nothing."""
    if isinstance(content, Person):
        return Wording(f"{content.title} {content.name}" if content.title else content.name)
    text = _of_time(content, facts) or _other(content, facts)
    return dated(text, content, facts.locale) if text else None


def _of_time(content: object, facts: Facts) -> str:
    locale = facts.locale
    match content:
        case Notice(period=inner) | Review(every=Duration() as inner):
            return duration(locale, inner)
        case KindOfDate():
            day = kind_of_date(locale, content, lambda groups: _names(groups, facts))
            return day or _other(content.value, facts)
        case TimeLimit():
            return time_limit(locale, content)
        case _:
            writer = _WRITERS.get(type(content))
            return writer(locale, content) if writer is not None else ""


def _other(content: object, facts: Facts) -> str:
    match content:
        case Address():
            return address(facts.locale, parts(content))
        case "indefinite" | "not_stored":
            return str(getattr(facts.locale.durations, content))
        case "to_be_set" | "on_posting":
            return str(facts.words[f"date-{content.replace('_', '-')}"])
        case _:
            return ""


_WRITERS: Final[Mapping[type[object], Callable[[Locale, Any], str]]] = {
    Duration: duration,
    CalendarEnd: until,
    Stage: lambda locale, stage: stages(locale, (stage,)),
    PartialDate: format_date,
    Amount: money,
    int: number,
}
"""Values that a language writes by themselves. A flag (bool) has no form."""


def _names(groups: tuple[str, ...], facts: Facts) -> str:
    """The names of groups of people."""
    entries = (facts.entry(f"subject/{group}") for group in groups)
    names = [_name(entry.value, facts) or entry.id for entry in entries if entry is not None]
    return enumeration(facts.locale, names, "and")


def parts(content: Address) -> AddressParts:
    """An address as the formatters take it."""
    return AddressParts(**{name: text for name, text in content if text is not None})
