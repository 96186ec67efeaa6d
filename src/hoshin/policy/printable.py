"""Which values of a fact a placeholder can print (model.md 2.1)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pydantic import BaseModel

from hoshin.schema.data import Definition, Reference
from hoshin.schema.keeping import Retention, Review
from hoshin.schema.kinds import LENGTHS
from hoshin.schema.modifiers import Entity
from hoshin.schema.money import Amount
from hoshin.schema.names import COUNTRY_FIELDS
from hoshin.schema.partial_date import PartialDate
from hoshin.schema.party import Address, Contact, Officer, Party, Person
from hoshin.schema.people import KindOfDate, Notice
from hoshin.schema.period import Duration
from hoshin.schema.time_limit import CalendarEnd, Stage, TimeLimit
from hoshin.schema.walk import hyphened, present_fields, steps, wording_fields

_LINKS: Final = frozenset({"email", "phone", "url", "form_url", "opt_out", "policy", "evidence", "country"})
"""Fields of plain text that print: places to go to, and countries by their name."""
_COUNTRIES: Final = COUNTRY_FIELDS - {"country"}
"""Fields that list countries."""
_FORMATTED: Final = (int, Duration, PartialDate, Address, Amount, CalendarEnd, Notice, Person, Review, Stage)
"""Values that every language has a form for."""
_EVENTS: Final = frozenset({"until", "starts_from", "event"})
"""Fields that name an event, which every language has words for."""
_SPOKEN: Final = frozenset({"indefinite", "not_stored", "to_be_set", "on_posting"})
"""Words in place of a period or date for which each language has its own."""


def states_limit(value: TimeLimit) -> bool:
    """Whether a limit says how long: by a length or an end, not by criteria alone."""
    return any(getattr(value, name) for name in LENGTHS)


def member(values: tuple[object, ...], step: str) -> object:
    """The part of a list with that id, else at that position counted from 0; None where there is none."""
    named = next((value for value in values if getattr(value, "id", None) == step), None)
    if named is not None:
        return named
    return values[int(step)] if step.isdecimal() and int(step) < len(values) else None


def default_field(value: BaseModel) -> str | None:
    """The field that `{kind:id}` prints: the limit or date, the term, the name, else the title; None for nothing.

    Of a limit or date whose fields together make one value (`default_fields`) it is the first.
    """
    return next(iter(default_fields(value)), None)


def default_fields(value: BaseModel) -> tuple[str, ...]:
    """The fields that `{kind:id}` prints together, as far as they are there."""
    match value:
        case Reference(title=None, document=str()):
            wanted: tuple[str, ...] = ("document",)
        case Retention():
            wanted = LENGTHS
        case KindOfDate():
            wanted = ("value", "earlier_of", "by_audience")
        case Definition():
            wanted = ("term",)
        case Party():
            wanted = ("name",)
        case Officer():
            wanted = ("name",) if value.name is not None else ("party",)
        case Entity():
            wanted = ("title",)
        case _:
            wanted = ()
    return tuple(name for name in wanted if getattr(value, name))


def printed_value(value: BaseModel, field: str) -> object:
    """The value behind a field as placeholders write it (`min-age`, `address/city`); None when nothing prints."""
    here: object = value
    holder, name = value, ""
    for step in field.split("/"):
        if isinstance(here, tuple):
            here = member(here, step)
            continue
        if not isinstance(here, BaseModel) or step not in steps(type(here)):
            return None
        holder, name = here, steps(type(here))[step]
        here = getattr(here, name)
    return here if _prints(holder, name, here) else None


def _prints(holder: BaseModel, name: str, content: object) -> bool:
    match content:
        case bool() | Review(every=None):
            return False
        case None:
            return name == "address" and isinstance(holder, Contact)
        case str():
            known = name in wording_fields(type(holder)) or name in (_LINKS | _EVENTS) or content in _SPOKEN
            return known or (isinstance(holder, Reference) and name in {"document", "section"})
        case TimeLimit():
            return states_limit(content)
        case tuple():
            return name in _COUNTRIES
        case _:
            return isinstance(content, _FORMATTED)


_PROSE: Final = frozenset({"text", "reason"})
"""Whole sentences, which nobody is advised to print inside another."""


def printable_fields(value: BaseModel) -> Iterator[str]:
    """Fields of the fact itself that can be printed, as placeholders write them."""
    for name, _, content in present_fields(value):
        if name not in _PROSE and content is not None and _prints(value, name, content):
            yield hyphened(name)
