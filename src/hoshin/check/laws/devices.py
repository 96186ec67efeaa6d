"""Technologies by what the ePrivacy Directive says of them (Art. 5(3))."""

from __future__ import annotations

from typing import Final

from hoshin.schema.data import Technology

_ELSEWHERE: Final = frozenset({"api", "log"})


def on_device(value: Technology) -> bool:
    """Whether it stores something on a person's device or reads something there."""
    return value.stored_on != "server" and value.kind not in _ELSEWHERE


def strictly_necessary(value: Technology) -> bool:
    """Whether the service that a person asked for cannot do without it; `category` goes before `essential`."""
    return value.category == "strictly_necessary" or (value.category is None and bool(value.essential))
