"""The way into a fact's body with `*` for keys, read off the model: `uses/newsletter/restriction` is `uses/*/...`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final, get_args

from pydantic import BaseModel

from hoshin.schema.data import DataItem
from hoshin.schema.kinds import BY_NAME
from hoshin.schema.modifiers import Absence
from hoshin.schema.policy import Policy
from hoshin.schema.section import (
    AddressBlock,
    Cell,
    Column,
    Item,
    ListBlock,
    Paragraph,
    Row,
    Subheading,
    TableBlock,
    Unit,
)
from hoshin.schema.walk import hyphened, wording_fields

CLAUSES: Final[tuple[type[BaseModel], ...]] = (
    Unit,
    Subheading,
    ListBlock,
    Item,
    Paragraph,
    AddressBlock,
    TableBlock,
    Row,
    Cell,
    Column,
)
_KEYED_BY_CANONICAL: Final = frozenset({"order", "retired-ids"})
"""Lists that the canonical form has where the model has none."""


@cache
def models_of(family: str) -> tuple[type[BaseModel], ...]:
    """The types whose fields a family's facts have."""
    if family == "clause":
        return CLAUSES
    if family == "data-item":
        return (DataItem,)
    kind = BY_NAME["data" if family == "data-category" else family]
    found = [model for model in _models(Policy.model_fields[kind.key].annotation) if model is not Absence]
    return tuple(found)


def _models(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for arg in get_args(annotation):
        yield from _models(arg)


@cache
def fields(models: tuple[type[BaseModel], ...]) -> dict[str, tuple[tuple[type[BaseModel], ...], bool, bool]]:
    """By hyphened name: the models inside, whether keys follow, whether people read it."""
    found: dict[str, tuple[tuple[type[BaseModel], ...], bool, bool]] = {}
    for model in models:
        wording = wording_fields(model)
        for name, info in model.model_fields.items():
            inner = tuple(dict.fromkeys(_models(info.annotation)))
            found.setdefault(hyphened(name), (inner, _is_list(info.annotation), name in wording))
    return found


def _is_list(annotation: object) -> bool:
    return getattr(annotation, "__origin__", None) is tuple or any(_is_list(arg) for arg in get_args(annotation))


@lru_cache(maxsize=20_000)
def pattern(family: str, way: tuple[str, ...]) -> tuple[str, bool]:
    """The pattern of a way, and whether what stands at its end is wording."""
    models = models_of(family)
    steps: list[str] = []
    keys = wording = False
    for step in way:
        if keys:
            steps.append("*")
            keys = False
            continue
        inner, keys, wording = fields(models).get(step, ((), step in _KEYED_BY_CANONICAL, False))
        models = inner
        steps.append(step)
    return "/".join(steps), wording
