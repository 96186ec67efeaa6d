"""The blocks, list items and units of a section, flat: each is a fact of its own, its place stands apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct
from pydantic import BaseModel

from hoshin.diff.bodies import Body, Builder, Node
from hoshin.kernel.place import RawPath
from hoshin.policy.index import Entry, Index
from hoshin.policy.stated import entities_of
from hoshin.schema.kinds import BY_KEY
from hoshin.schema.section import (
    AddressBlock,
    Cell,
    Column,
    Item,
    ListBlock,
    Paragraph,
    Row,
    Section,
    Subheading,
    TableBlock,
    Unit,
)

ORDER: Final = "order"
WRITTEN_ORDER: Final = "order-written"
"""Set where a list names its own order; whether it does changes nothing in print."""


class Clause(Struct, frozen=True):
    """One part of a section: `section/<section>/<id>`, its fields, where it stands in the YAML."""

    path: str
    body: Body
    raw: RawPath
    units: Mapping[tuple[str, ...], str]


class _Walk(Struct, frozen=True):
    """What the parts of one section have in common."""

    section: str
    units: str
    """The section as translators know it: under its id before any rename."""
    index: Index
    builder: Builder
    orders: dict[str, tuple[str, ...]]

    def parts(self, container: str, parts: Sequence[BaseModel], raw: RawPath) -> Iterator[Clause]:
        """The parts of a container in print order, and what lies in them."""
        if not parts:
            return
        keys = [_key(part, container, position, self.builder) for position, part in enumerate(parts)]
        self.orders[f"{self.section}/{container}"] = tuple(dict.fromkeys(f"{self.section}/{key}" for key in keys))
        for position, (key, part) in enumerate(zip(keys, parts, strict=True)):
            yield from self._clause(key, container, part, (*raw, position))

    def _clause(self, key: str, container: str, part: BaseModel, raw: RawPath) -> Iterator[Clause]:
        path = f"{self.section}/{key}"
        builder = self.builder.fresh()
        body: dict[str, Node] = {"type": _type(part), "in": container, **self._fields(part, key, builder)}
        if isinstance(part, ListBlock | TableBlock) and part.of is not None:
            body |= self._printed(part, path)
        yield Clause(path, body, raw, builder.units)
        match part:
            case Paragraph() | AddressBlock():
                yield from self.parts(key, part.units, (*raw, "units"))
            case ListBlock():
                yield from self.parts(f"{key}#lead", part.lead, (*raw, "lead"))
                yield from self.parts(key, part.items, (*raw, "items"))
            case TableBlock():
                yield from self._caption(key, part, raw)
                yield from self.parts(f"{key}#columns", part.columns, (*raw, "columns"))
                yield from self.parts(key, part.rows, (*raw, "rows"))
                yield from self.parts(f"{key}#notes", part.notes, (*raw, "notes"))
            case Row():
                yield from self.parts(key, part.cells, (*raw, "cells"))
            case Cell():
                yield from self.parts(f"{key}#blocks", part.blocks, (*raw, "blocks"))
            case Item():
                yield from self.parts(key, part.units, (*raw, "units"))
                yield from self.parts(f"{key}#blocks", part.blocks, (*raw, "blocks"))
            case _:
                pass

    def _caption(self, key: str, table: TableBlock, raw: RawPath) -> Iterator[Clause]:
        if table.caption is not None:
            container = f"{key}#caption"
            name = _key(table.caption, container, 0, self.builder)
            yield from self._clause(name, container, table.caption, (*raw, "caption"))

    def _fields(self, part: BaseModel, key: str, builder: Builder) -> Body:
        path = (*self.section.split("/"), key)
        made = builder.body(part, path, f"{self.units}/{key}")
        if (*path, "text") in builder.units:
            builder.units[*path, "text"] = f"{self.units}/{key}"
        return made

    def _printed(self, part: ListBlock | TableBlock, path: str) -> Body:
        """What `of:` prints, in order: a list without `order:` prints what list order says."""
        kind = BY_KEY.get(part.of or "")
        chosen = entities_of(part, self.index)
        written = tuple(f"{kind.name}/{name}" for name in part.order) if kind else ()
        printed = tuple(self.builder.renames.path(entity) for entity in dict.fromkeys((*chosen, *written)))
        self.builder.inner[*path.split("/"), ORDER] = printed
        made: dict[str, Node] = {ORDER: dict.fromkeys(sorted(printed), True)} if printed else {}
        return made | ({WRITTEN_ORDER: True} if part.order else {})


def clauses(
    entry: Entry, section: Section, index: Index, builder: Builder, orders: dict[str, tuple[str, ...]]
) -> Iterator[Clause]:
    """Every part of a section in print order; the order in each container goes into `orders`."""
    walk = _Walk(builder.renames.path(entry.path), entry.path, index, builder, orders)
    yield from walk.parts("", section.blocks, (*entry.raw, "blocks"))


def _key(part: BaseModel, container: str, position: int, builder: Builder) -> str:
    """The part's own id; a unit that prints a fact is known by where and what it prints, an empty cell by its place."""
    if isinstance(part, Unit | Cell) and part.of is not None:
        return f"{container}>{builder.renames.path(part.of).replace('/', '.')}"
    return str(getattr(part, "id", None) or f"{container}>{position}")


def _type(part: BaseModel) -> str:
    match part:
        case Unit():
            return "unit"
        case Item() | Row() | Cell() | Column():
            return type(part).__name__.lower()
        case Subheading():
            return "subheading"
        case _:
            return str(getattr(part, "kind", ""))
