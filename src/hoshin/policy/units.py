"""The translatable texts of a policy with their permanent ids (model.md 2.1, translations.md 2)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from sys import intern
from typing import Final

from msgspec import Struct
from pydantic import BaseModel

from hoshin.kernel.place import RawPath
from hoshin.policy.index import Index
from hoshin.schema.data import DataCategory
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
from hoshin.schema.walk import hyphened, present_fields, wording_fields


class TextUnit(Struct, frozen=True):
    """One text: its id, the fact that holds it, where it stands, and the facts that it is declared to state."""

    id: str
    fact: str
    text: str
    raw: RawPath
    states: tuple[str, ...] = ()


def units(index: Index) -> tuple[TextUnit, ...]:
    """Every text of the policy exactly once, in the order of kinds and lists.

    Its id is the object that overlays and other sides have for it, which keeps thousands of ids in memory once.
    """
    return tuple(unit for entry in index.entries.values() for unit in _of_entry(entry.path, entry.value, entry.raw))


def _of_entry(path: str, value: BaseModel, raw: RawPath) -> Iterator[TextUnit]:
    for unit_path, text, unit_raw, states in _walk(path, value, raw):
        yield TextUnit(intern(unit_path), path, text, unit_raw, states)


_Found = tuple[str, str, RawPath, tuple[str, ...]]


def _walk(path: str, value: BaseModel, raw: RawPath) -> Iterator[_Found]:
    wording = wording_fields(type(value))
    for name, key, content in present_fields(value):
        if isinstance(value, DataCategory) and name == "items":
            continue  # items are facts of their own
        here = f"{path}/{hyphened(name)}"
        if name in wording:
            yield from _texts(here, content, (*raw, key))
        elif isinstance(value, Section) and name == "blocks":
            yield from _section_texts(path, content, (*raw, key))
        elif isinstance(content, BaseModel):
            yield from _walk(here, content, (*raw, key))
        elif isinstance(content, tuple):
            for position, part in enumerate(content):
                if isinstance(part, BaseModel):
                    step = getattr(part, "id", None) or str(position)
                    yield from _walk(f"{here}/{step}", part, (*raw, key, position))


def _texts(here: str, content: object, raw: RawPath) -> Iterator[_Found]:
    if isinstance(content, str):
        yield here, content, raw, ()
    elif isinstance(content, tuple):
        for position, part in enumerate(content):
            yield f"{here}/{position}", part, (*raw, position), ()


_PARTS: Final[Mapping[type[BaseModel], tuple[str, ...]]] = {
    Paragraph: ("units",),
    AddressBlock: ("units",),
    ListBlock: ("lead", "items"),
    Item: ("units", "blocks"),
    TableBlock: ("caption", "columns", "rows", "notes"),
    Row: ("cells",),
    Cell: ("blocks",),
}
"""Fields of the document side that hold further parts, in the order of print."""


def _section_texts(path: str, content: object, raw: RawPath) -> Iterator[_Found]:
    """Own texts of the blocks of a section, flat: ids are unique in their section."""
    if isinstance(content, tuple):
        for position, part in enumerate(content):
            yield from _section_texts(path, part, (*raw, position))
        return
    if isinstance(content, Unit | Subheading | Cell | Column) and content.text is not None and content.id is not None:
        yield f"{path}/{content.id}", content.text, (*raw, "text"), getattr(content, "states", ())
    if isinstance(content, BaseModel):
        for name in _PARTS.get(type(content), ()):
            yield from _section_texts(path, getattr(content, name), (*raw, name))
