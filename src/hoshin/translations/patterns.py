"""Patterns of locale.yaml: text with slots such as `{count}`. Data, no template language: a slot is only replaced."""

from __future__ import annotations

from typing import Final

from msgspec import Struct
from pydantic import GetCoreSchemaHandler
from pydantic_core import PydanticCustomError, core_schema

from hoshin.kernel.regex import regex

_SLOT: Final = regex(r"\{([^{}]*)\}")


def fill(pattern: str, **values: str) -> str:
    """The pattern with each slot replaced, once, so that braces inside a value stay what they are."""
    return _SLOT.sub(lambda match: values[match[1]], pattern)


def named(pattern: str) -> tuple[str, ...]:
    """The slots of a pattern, in order."""
    return tuple(_SLOT.findall(pattern))


class Slots(Struct, frozen=True):
    """Which slots a pattern must have (`needs`) and which it may have as well (`may`).

    A pattern at fault is refused with the type `pattern_slots`, and `allowed` and `needed` in its context.
    """

    needs: frozenset[str]
    may: frozenset[str] = frozenset()

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Check the text that the annotated type gives."""
        return core_schema.no_info_after_validator_function(self._check, handler(source))

    def _check(self, pattern: str) -> str:
        found = set(named(pattern))
        rest = _SLOT.sub("", pattern)
        if not self.needs <= found <= self.needs | self.may or "{" in rest or "}" in rest:
            context = {
                "needed": ", ".join(sorted(self.needs)),
                "allowed": ", ".join(sorted(self.needs | self.may)),
            }
            raise PydanticCustomError("pattern_slots", "slots of a pattern", context)
        return pattern


def slots(needs: str = "", may: str = "") -> Slots:
    """The slots named in two texts, parted by spaces."""
    return Slots(frozenset(needs.split()), frozenset(may.split()))
