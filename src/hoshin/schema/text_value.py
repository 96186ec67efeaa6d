"""A value that stands in YAML as one text: parsed in Python, the same text again in JSON."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from pydantic_core import PydanticCustomError, PydanticKnownError, core_schema

_Value = TypeVar("_Value")


class TextValueError(ValueError):
    """A text that is no such value. `code` names the fault for the message catalogues, `remedy` is what to write."""

    def __init__(self, code: str, remedy: str = "") -> None:
        super().__init__(code, remedy)
        self.code = code
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.code}: {self.remedy}" if self.remedy else self.code


def text_schema(value: type[_Value], parse: Callable[[str], _Value], kind: str) -> core_schema.CoreSchema:
    """How Pydantic reads and writes such a value.

    Where `parse` raises TextValueError, Pydantic reports the type `<kind>_<code>` with `remedy` in its context.
    """

    def validate(given: object) -> _Value:
        if isinstance(given, value):
            return given
        if not isinstance(given, str):
            raise PydanticKnownError("string_type")
        try:
            return parse(given)
        except TextValueError as error:
            name = f"{kind}_{error.code.replace('-', '_')}"
            raise PydanticCustomError(name, "not a value of this kind", {"remedy": error.remedy}) from error

    return core_schema.no_info_plain_validator_function(
        validate, serialization=core_schema.to_string_ser_schema(when_used="json")
    )
