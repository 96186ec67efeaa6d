"""One entry of a catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

Words = str | Mapping[str, str]
"""One entry: a sentence, or a group of them (`one` and `other`, `message` and `help`, all terms)."""


def read_entry(value: object, name: str) -> Words:
    """A value as an entry. Raises ValueError with `name` for what is neither a sentence nor a group of them."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict) and all(isinstance(part, str) for part in value.values()):
        return MappingProxyType({str(key): str(part) for key, part in value.items()})
    raise ValueError(name, value)
