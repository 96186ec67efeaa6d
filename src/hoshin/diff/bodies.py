"""The body of one fact as nested mappings: lists keyed by id or by what they are about, never by position."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from sys import intern
from typing import Any, Final, TypeAlias

from msgspec import Struct
from pydantic import BaseModel

from hoshin.diff.references import TARGETS
from hoshin.diff.renames import Renames
from hoshin.kernel.text import norm
from hoshin.policy.limit_notation import DATE_FIELDS, LENGTH_FIELDS, day, end, length
from hoshin.schema.data import DataCategory
from hoshin.schema.partial_date import PartialDate
from hoshin.schema.people import KindOfDate
from hoshin.schema.period import Duration
from hoshin.schema.section import (
    AddressBlock,
    Cell,
    Item,
    ListBlock,
    Paragraph,
    Row,
    Section,
    Subheading,
    TableBlock,
)
from hoshin.schema.time_limit import CalendarEnd, TimeLimit
from hoshin.schema.walk import hyphened, wording_fields

Leaf: TypeAlias = str | int | bool
Node: TypeAlias = "Leaf | Mapping[str, Node]"
Body: TypeAlias = Mapping[str, Node]

ANY: Final = "*"
"""The member that stands for the selector `any`."""
_KEYS: Final = ("id", "data", "of", "when")
"""Fields that tell one part of a list from another, the first that a part has."""
_APART: Final[Mapping[type[BaseModel], frozenset[str]]] = {
    Section: frozenset({"id", "blocks"}),
    DataCategory: frozenset({"id", "items"}),
    Paragraph: frozenset({"id", "kind", "units"}),
    AddressBlock: frozenset({"id", "kind", "units"}),
    Subheading: frozenset({"id", "kind"}),
    ListBlock: frozenset({"id", "kind", "lead", "order", "items"}),
    Item: frozenset({"id", "units", "blocks"}),
    TableBlock: frozenset({"id", "kind", "caption", "order", "columns", "rows", "notes"}),
    Row: frozenset({"id", "cells"}),
    Cell: frozenset({"id", "blocks"}),
}
"""Parts that are facts of their own, and what `diff.clauses` says in another way."""
_ID: Final = frozenset({"id"})
_TOGETHER: Final = LENGTH_FIELDS | DATE_FIELDS
"""Fields that are one value, whatever its form: an edit of several of them is one change."""


class _Field(Struct, frozen=True):
    name: str
    key: str
    default: object
    wording: bool
    selector: bool


@cache
def _plan(model: type[BaseModel]) -> tuple[tuple[str, _Field], ...]:
    wording = wording_fields(model)
    apart = _APART.get(model, _ID)
    return tuple(
        (name, _Field(name, hyphened(name), info.get_default(), name in wording, name in TARGETS))
        for name, info in model.model_fields.items()
        if name not in apart
    )


@cache
def _key_fields(model: type[BaseModel]) -> tuple[str, ...]:
    return tuple(name for name in _KEYS if name in model.model_fields)


class Builder(Struct, frozen=True):
    """Makes bodies and notes, beside them, the order of ordered lists and the unit id of every text."""

    language: str
    renames: Renames
    inner: dict[tuple[str, ...], tuple[str, ...]]
    units: dict[tuple[str, ...], str]

    def fresh(self) -> Builder:
        """The same, with no unit noted yet."""
        return Builder(self.language, self.renames, self.inner, {})

    def body(self, value: BaseModel, path: tuple[str, ...], unit: str) -> Body:
        """The fields that say something. `unit` is the path by which texts are known to translators."""
        given = value.model_fields_set
        made: dict[str, Node] = {}
        for name, item in _plan(type(value)):
            if name not in given:
                continue
            content = getattr(value, name)
            if content is None or (item.default is not None and content == item.default):
                continue
            if name in _TOGETHER and isinstance(value, TimeLimit | KindOfDate):
                made["period" if isinstance(value, TimeLimit) else "value"] = _written(value)
                continue
            made[item.key] = self._node(item, content, (*path, item.key), f"{unit}/{item.key}")
        return made

    def text(self, content: str, path: tuple[str, ...], unit: str) -> str:
        """A text as it is compared; where it stands is noted."""
        self.units[path] = intern(unit)
        return self.renames.in_text(norm(content, self.language))

    def _node(self, item: _Field, content: object, path: tuple[str, ...], unit: str) -> Node:
        if isinstance(content, str):  # the commonest
            return self._word(item, content, path, unit)
        if isinstance(content, CalendarEnd):
            return end(content)
        if isinstance(content, BaseModel):
            return self.body(content, path, unit)
        if isinstance(content, tuple):
            return self._list(item, content, path, unit)
        return self.text(str(content), path, unit) if item.wording else leaf(content)

    def _word(self, item: _Field, content: str, path: tuple[str, ...], unit: str) -> Node:
        if item.wording:
            return self.text(content, path, unit)
        if item.selector and content == "any":
            return {ANY: True}
        return self.renames.reference(item.name, content)

    def _list(self, item: _Field, content: tuple[Any, ...], path: tuple[str, ...], unit: str) -> Node:
        if content and isinstance(content[0], BaseModel):
            return self._parts(content, path, unit)
        if item.wording:
            texts = [self.renames.in_text(norm(part, self.language)) for part in content]
            self.inner[path] = tuple(dict.fromkeys(texts))
            self.units.update({(*path, text): f"{unit}/{at}" for at, text in reversed(list(enumerate(texts)))})
            return dict.fromkeys(texts, True)
        return dict.fromkeys(sorted(str(self.renames.reference(item.name, leaf(part))) for part in content), True)

    def _parts(self, content: tuple[BaseModel, ...], path: tuple[str, ...], unit: str) -> Node:
        made: dict[str, Node] = {}
        has_id = "id" in _key_fields(type(content[0]))
        for position, part in enumerate(content):
            key = wanted = self._key(part, position)
            again = 2
            while key in made:
                key, again = f"{wanted}~{again}", again + 1
            step = key if has_id else str(position)
            made[key] = self.body(part, (*path, key), f"{unit}/{step}")
        if has_id:
            self.inner[path] = tuple(made)
        return made

    def _key(self, part: BaseModel, position: int) -> str:
        for name in _key_fields(type(part)):
            value = getattr(part, name)
            if isinstance(value, str):
                return str(self.renames.reference(name, value))
            if isinstance(value, tuple) and value:
                return "+".join(sorted(str(self.renames.reference(name, str(ref))) for ref in value))
        return str(position)


def _written(value: TimeLimit | KindOfDate) -> str:
    return length(value) if isinstance(value, TimeLimit) else day(value)


def leaf(value: object) -> Leaf:
    """One value: durations in their one writing, dates and closed words as text."""
    if isinstance(value, Duration):
        return value.canonical
    if isinstance(value, PartialDate):
        return str(value)
    if isinstance(value, bool | int | str):
        return value
    raise TypeError(type(value).__name__)
