"""Which values of a fact a placeholder can print (model.md 2.1)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pydantic import BaseModel

from hoshin.schema.data import Definition, Reference
from hoshin.schema.keeping import Retention, Review
from hoshin.schema.modifiers import Entity
from hoshin.schema.partial_date import PartialDate
from hoshin.schema.party import Address, Contact, Officer, Party, Person
from hoshin.schema.people import KindOfDate, Notice
from hoshin.schema.period import Duration
from hoshin.schema.walk import hyphened, present_fields, wording_fields

_LINKS: Final = frozenset({"email", "phone", "url", "form_url", "opt_out", "policy", "evidence", "country"})
"""Fields of plain text that print: places to go to, and countries by their name."""
_SPOKEN: Final = frozenset({"indefinite", "not_stored", "to_be_set", "on_posting"})
"""Words in place of a period or date for which each language has its own."""


def default_field(value: BaseModel) -> str | None:
    """The field that `{kind:id}` prints: the period or date, the term, the name, else the title; None for nothing."""
    match value:
        case Reference(title=None, document=str()):
            wanted = "document"
        case Retention():
            wanted = "period"
        case KindOfDate():
            wanted = "value"
        case Definition():
            wanted = "term"
        case Party():
            wanted = "name"
        case Officer():
            wanted = "name" if value.name is not None else "party"
        case Entity():
            wanted = "title"
        case _:
            return None
    return wanted if getattr(value, wanted) is not None else None


def printed_value(value: BaseModel, field: str) -> object:
    """The value behind a field as placeholders write it (`min-age`, `address/city`); None when nothing prints."""
    here: object = value
    holder, name = value, ""
    for step in field.split("/"):
        if not isinstance(here, BaseModel) or step.replace("-", "_") not in type(here).model_fields:
            return None
        holder, name = here, step.replace("-", "_")
        here = getattr(here, name)
    return here if _prints(holder, name, here) else None


def _prints(holder: BaseModel, name: str, content: object) -> bool:
    match content:
        case bool():
            return False
        case None:
            return name == "address" and isinstance(holder, Contact)
        case str() if isinstance(holder, Reference) and name in {"document", "section"}:
            return True
        case str():
            return name in wording_fields(type(holder)) or name in _LINKS or content in _SPOKEN
        case Review(every=None):
            return False
        case _:
            return isinstance(content, int | Duration | PartialDate | Address | Notice | Review | Person)


_PROSE: Final = frozenset({"text", "reason"})
"""Whole sentences, which nobody is advised to print inside another."""


def printable_fields(value: BaseModel) -> Iterator[str]:
    """Fields of the fact itself that can be printed, as placeholders write them."""
    for name, _, content in present_fields(value):
        if name not in _PROSE and content is not None and _prints(value, name, content):
            yield hyphened(name)
