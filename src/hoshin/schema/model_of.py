"""Records, and the Pydantic model of one where it is needed: to explain the faults of a file, or for a JSON Schema.

A model takes ten times as long to make as a record. What only this program makes, and files that are shipped valid and
that few projects have of their own, are records.
"""

from __future__ import annotations

from functools import cache
from types import UnionType
from typing import Any, LiteralString, TypeVar, Union, get_args, get_origin, get_type_hints

from msgspec import NODEFAULT, Struct, field, to_builtins
from msgspec.structs import FieldInfo, fields
from pydantic import BaseModel, Field, create_model, model_validator
from pydantic_core import PydanticCustomError

from hoshin.schema.base import Frozen

_T = TypeVar("_T")


class Record(Struct, frozen=True):
    """An immutable value. Its types carry constraints as Pydantic writes them, at which only its model looks."""

    def fault(self) -> LiteralString | None:
        """The type of the fault of fields that do not go together."""
        return None


def written(value: _T) -> _T:
    """A default that is written out also by a record which leaves its defaults out (`omit_defaults`)."""
    return field(default_factory=lambda: value)


@cache
def model_of(record: type[Record], only: frozenset[str] | None = None) -> type[BaseModel]:
    """The model with the same fields, keys, constraints and defaults; the records inside it are models too.

    `only` are the keys that it shall have, where it need not have all; whether fields go together is not asked then.
    """
    hints = get_type_hints(record, include_extras=True)
    wanted = (each for each in fields(record) if only is None or each.encode_name in only)
    made: dict[str, Any] = {each.name: (_kind(hints[each.name]), _field(each)) for each in wanted}
    return create_model(
        record.__name__,
        __base__=Frozen,
        __doc__=record.__doc__,
        __module__=record.__module__,
        __validators__={} if only is not None or record.fault is Record.fault else {"fault": _together(record)},
        **made,
    )


def _kind(kind: Any) -> Any:  # noqa: ANN401 - a type of a field
    """The type with the model of each record that stands in it."""
    if isinstance(kind, type) and issubclass(kind, Record):
        return model_of(kind)
    parts = tuple(_kind(part) for part in get_args(kind))
    if parts == get_args(kind):
        return kind
    origin = Union if get_origin(kind) is UnionType else get_origin(kind)
    return origin[parts]


def _field(told: FieldInfo) -> Any:  # noqa: ANN401 - as Pydantic types it
    alias = None if told.encode_name == told.name else told.encode_name
    if told.default_factory is not NODEFAULT:
        return Field(told.default_factory(), alias=alias)
    if isinstance(told.default, Record):
        return Field(model_of(type(told.default)).model_validate(to_builtins(told.default)), alias=alias)
    return Field(... if told.default is NODEFAULT else told.default, alias=alias)


def _together(record: type[Record]) -> Any:  # noqa: ANN401 - as Pydantic types it
    def fault(value: BaseModel) -> BaseModel:
        if found := record(**dict(value)).fault():
            raise PydanticCustomError(found, "fields that do not go together")
        return value

    return model_validator(mode="after")(fault)
