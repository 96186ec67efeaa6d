"""Which fields of a kind of fact a table can have as columns."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final, get_args

from pydantic import BaseModel

from hoshin.schema.data import DataItem
from hoshin.schema.kinds import BY_NAME
from hoshin.schema.modifiers import Absence
from hoshin.schema.policy import Policy
from hoshin.schema.time_limit import TimeLimit

LIMIT: Final = "limit"
"""The column that prints a limit of time as a whole, whatever its form."""
_NO_COLUMN: Final = frozenset({"formerly", "source_ref", "interpretation", "blocks", "items"})
"""Fields that no reader is meant to see, and lists of facts of their own."""


@cache
def column_fields(kind: str) -> tuple[str, ...]:
    """Names of the fields, in the order of the model; a limit of time is one more."""
    models = list(_models(Policy.model_fields[BY_NAME[kind].key].annotation))
    if kind == "data":
        models.append(DataItem)
    found = dict.fromkeys(name for model in models for name in model.model_fields if name not in _NO_COLUMN)
    return (*found, LIMIT) if any(issubclass(model, TimeLimit) for model in models) else tuple(found)


def _models(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel) and annotation is not Absence:
        yield annotation
    for arg in get_args(annotation):
        yield from _models(arg)
