"""Which message tells an event, and what decides it: the fact, its family, and the way into the fact."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from hoshin.diff.change import Change
from hoshin.diff.kinds import KINDS
from hoshin.diff.patterns import models_of, pattern
from hoshin.schema.kinds import BY_NAME
from hoshin.schema.walk import hyphened

_BOTH: Final = frozenset({"RETENTION_EXTENDED", "RETENTION_SHORTENED", "RECIPIENT_COUNTRY_CHANGED"})
"""Kinds whose sentence compares two values; where one side states none, the plain form of a change is used."""
_BESIDE: Final[Mapping[str, frozenset[str]]] = {
    "DATA_SOURCE_CHANGED": frozenset({"notice-by", "publicly-accessible"}),
    "PURPOSE_LEGAL_BASIS_CHANGED": frozenset({"soft-opt-in"}),
    "TRANSFER_SAFEGUARD_CHANGED": frozenset({"check-every"}),
}
"""Fields of which the sentence of their kind does not speak: they are told by their own names."""
_SAID: Final = frozenset({("date", "value"), ("document", "version")})
"""Bookkeeping that people read all the same: it is told with both values."""


def message_of(change: Change) -> str:
    """The entry of the catalogue `changes` that tells an event."""
    one_sided = change.before is None or change.after is None
    if one_sided and change.kind.endswith("TITLE_CHANGED"):
        return "ENTITY_TEXT_CHANGED"
    if one_sided and change.kind in _BOTH:
        return "ENTITY_CHANGED"
    field = change.path[-1]
    if (change.kind == "METADATA_CHANGED" and (change.entity.type, field) in _SAID) or field in _BESIDE.get(
        change.kind, frozenset()
    ):
        return "ENTITY_CHANGED"
    return KINDS[change.kind].message


def is_member(change: Change) -> bool:
    """Whether it is about a member of a list that came or went."""
    one_sided = (change.before is None) != (change.after is None)
    return one_sided and pattern(family_name(change), way_inside(change))[0].endswith("*")


def is_text(change: Change) -> bool:
    """Whether it is about words that people read."""
    return pattern(family_name(change), way_inside(change))[1]


def owner_of(change: Change) -> str:
    """The path of the fact that the event is about."""
    return f"{change.entity.type}/{change.entity.id}" if change.entity.id else change.entity.type


def family_name(change: Change) -> str:
    """The family of the fact, seen from the path of the event."""
    kind = change.entity.type
    if kind == "section":
        return "clause" if set(change.path[2:3]) - _section_fields() else "section"
    if kind != "data":
        return kind
    return "data-item" if change.kind.startswith("DATA_ITEM") else "data-category"


def _section_fields() -> frozenset[str]:
    return frozenset(hyphened(name) for model in models_of("section") for name in model.model_fields)


def way_inside(change: Change) -> tuple[str, ...]:
    """The way from the fact to what changed in it; empty for the whole fact."""
    many = BY_NAME[change.entity.type].many and bool(change.entity.id)
    return change.path[1 + many + (family_name(change) == "clause") :]
