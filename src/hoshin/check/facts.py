"""What a path names: a fact, a field of it, a text or block of a section."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from pydantic import BaseModel

from hoshin.policy.index import Index
from hoshin.schema.walk import steps as steps_of


class Found(Enum):
    """How far the way to a path goes."""

    YES = "yes"
    NO_FACT = "no-fact"
    NO_FIELD = "no-field"
    NOT_GIVEN = "not-given"


def find_fact(path: str, index: Index, section_ids: Mapping[str, frozenset[str]]) -> Found:
    """Whether the fact is there, its kind has such a field, and the field has a value."""
    owner = index.owner(path)
    if owner is None:
        return Found.NO_FACT
    rest = path.removeprefix(owner.path).strip("/")
    if not rest:
        return Found.YES
    if rest in section_ids.get(owner.path, frozenset()):
        return Found.YES
    return _follow(owner.value, rest.split("/"))


def _follow(value: object, steps: list[str]) -> Found:
    for step in steps:
        if isinstance(value, BaseModel):
            name = steps_of(type(value)).get(step)
            if name is None:
                return Found.NO_FIELD
            given = name in value.model_fields_set
            value = getattr(value, name)
            if value is None or not given:
                return Found.NOT_GIVEN
        elif isinstance(value, tuple):
            value = _member(value, step)
            if value is None:
                return Found.NO_FIELD
        else:
            return Found.NO_FIELD
    return Found.YES


def _member(values: tuple[object, ...], step: str) -> object:
    """The part with that id, or at that position counted from 0."""
    named = [value for value in values if getattr(value, "id", None) == step or value == step]
    if named:
        return named[0]
    return values[int(step)] if step.isdecimal() and int(step) < len(values) else None
