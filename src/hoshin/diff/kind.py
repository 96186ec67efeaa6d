"""Kinds of change: mechanical facts with a name that stays for ever (changes.md 3)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from hoshin.diff.chg import Class, highest
from hoshin.diff.families import FAMILIES, Family
from hoshin.diff.rules import CHG

Direction = Literal["widens", "narrows", "neutral", "unknown"]
"""Seen from the person: more may be done with their data or less is promised to them (`widens`), or the opposite."""


class Kind(Struct, frozen=True):
    """One kind of change.

    `mirror` is the kind that the same edit has backwards; a kind without one says why in `no_mirror`. `class_` is the
    class where neither rules nor values say another, `rules` the CHG rules that may judge it, `message` the entry of
    the catalogue `changes`.
    """

    id: str
    entity: str
    aspect: str
    operation: str
    direction: Direction
    mirror: str
    class_: Class
    rules: tuple[str, ...]
    message: str
    no_mirror: str = ""


_WORDS: tuple[tuple[str, Direction, Direction, Direction], ...] = (
    # operation, then its direction for uses, promises and mere texts
    ("ADDED", "widens", "narrows", "neutral"),
    ("REMOVED", "narrows", "widens", "neutral"),
    ("CONDITION_TIGHTENED", "narrows", "widens", "unknown"),
    ("CONDITION_LOOSENED", "widens", "narrows", "unknown"),
    ("CONDITION_CHANGED", "unknown", "unknown", "unknown"),
    ("MODALITY_SOFTENED", "unknown", "widens", "unknown"),
    ("MODALITY_FIRMED", "unknown", "narrows", "unknown"),
    ("MODALITY_CHANGED", "unknown", "unknown", "unknown"),
    ("OPENED", "widens", "widens", "unknown"),
    ("CLOSED", "narrows", "narrows", "unknown"),
    ("SCOPE_WIDENED", "widens", "narrows", "unknown"),
    ("SCOPE_NARROWED", "narrows", "widens", "unknown"),
    ("TITLE_CHANGED", "neutral", "neutral", "neutral"),
    ("TEXT_CHANGED", "neutral", "neutral", "neutral"),
    ("CHANGED", "unknown", "unknown", "unknown"),
)
_STANCES = ("use", "promise", "text")
_MIRRORS = {
    "ADDED": "REMOVED",
    "CONDITION_TIGHTENED": "CONDITION_LOOSENED",
    "MODALITY_SOFTENED": "MODALITY_FIRMED",
    "OPENED": "CLOSED",
    "SCOPE_WIDENED": "SCOPE_NARROWED",
}
_BACK = {**_MIRRORS, **{b: a for a, b in _MIRRORS.items()}}


def pair(family: str, first: Kind, second: Kind) -> tuple[Kind, Kind]:
    """Two kinds that mirror each other."""
    return (
        replace(first, entity=family, mirror=second.id),
        replace(second, entity=family, mirror=first.id),
    )


def kind(id_: str, direction: Direction, *rules: str, class_: Class | None = None, entity: str = "") -> Kind:
    """A kind that is its own mirror until `pair` says otherwise; its class is that of its strictest rule."""
    known = tuple(f"CHG{rule}" for rule in rules)
    aspect, _, operation = id_.rpartition("_")
    class_ = class_ or highest((CHG[rule] for rule in known), default="notable")
    return Kind(id_, entity, aspect, operation, direction, id_, class_, known, id_)


def generated(family: Family) -> Iterator[tuple[str, Kind]]:
    """The kinds that every family has, with the aspect that they tell."""
    for aspect, *directions in _WORDS:
        direction = directions[_STANCES.index(family.stance)]
        if aspect.startswith("MODALITY") and family.stance != "promise" and aspect != "MODALITY_CHANGED":
            continue  # "may share" and "will share" have no order
        rules = _rules(family, aspect, direction)
        first, _, operation = aspect.rpartition("_")
        name = f"{family.prefix}_{aspect}"
        mirror = f"{family.prefix}_{_BACK.get(aspect, aspect)}"
        class_ = _class(family, direction, rules)
        yield aspect, Kind(name, family.name, first, operation, direction, mirror, class_, rules, f"ENTITY_{aspect}")


def _rules(family: Family, aspect: str, direction: Direction) -> tuple[str, ...]:
    if aspect.startswith("SCOPE"):
        return ("CHG804",)
    if aspect.startswith("MODALITY"):
        return ("CHG606",) if family.stance == "promise" and aspect != "MODALITY_CHANGED" else ("CHG902",)
    if aspect == "TEXT_CHANGED":
        return ("CHG902",)
    if aspect in {"CHANGED", "TITLE_CHANGED"}:
        return ()
    rule = family.better if direction == "narrows" else family.worse
    return (rule,) if rule else ()


def _class(family: Family, direction: Direction, rules: tuple[str, ...]) -> Class:
    """To people's advantage, or in a mere text: notable; else what the rule says."""
    if direction == "narrows" or family.stance == "text":
        return "notable"
    return highest((CHG[rule] for rule in rules), default="notable")


def families() -> tuple[Family, ...]:
    """All families, in the order of the model."""
    return tuple(FAMILIES.values())
