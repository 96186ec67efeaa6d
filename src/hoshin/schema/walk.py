"""The model read as a tree: which fields hold wording, which hold further models."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import get_args

from pydantic import BaseModel

from hoshin.schema.names import Wording


def _is_wording(annotation: object, metadata: tuple[object, ...] = ()) -> bool:
    if any(isinstance(item, Wording) for item in metadata):
        return True
    return any(_is_wording(arg, getattr(arg, "__metadata__", ())) for arg in get_args(annotation))


@cache
def wording_fields(model: type[BaseModel]) -> frozenset[str]:
    """Names of the fields of `model` that hold words people read, alone or in a list."""
    return frozenset(
        name
        for name, field in model.model_fields.items()
        if _is_wording(field.annotation, tuple(field.metadata)) and not _holds_models(field.annotation)
    )


def _holds_models(annotation: object) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return True
    return any(_holds_models(arg) for arg in get_args(annotation))


@cache
def yaml_keys(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """Field name and YAML key of each field, in the order of the model."""
    return tuple((name, field.alias or name) for name, field in model.model_fields.items())


@cache
def steps(model: type[BaseModel]) -> Mapping[str, str]:
    """Field names by the steps of a path: `min-age`; where the YAML key is another word, by that one too."""
    named = {hyphened(name): name for name, _ in yaml_keys(model)}
    return {hyphened(key): name for name, key in yaml_keys(model)} | named


def present_fields(value: BaseModel) -> Iterator[tuple[str, str, object]]:
    """Field name, YAML key and content of the fields that were given in the YAML."""
    given = value.model_fields_set
    for name, key in yaml_keys(type(value)):
        if name in given:
            yield name, key, getattr(value, name)


def hyphened(name: str) -> str:
    """A field's name as unit ids and placeholders spell it: `min_age` is `min-age`."""
    return name.replace("_", "-")
