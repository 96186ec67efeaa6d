"""Which number of the version a set of changes asks to raise (rules.md 8.2)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import Final

from hoshin.diff.change import Bump, Change
from hoshin.diff.chg import CLASSES, Class, highest

BUMPS: Final[tuple[Bump, ...]] = ("none", "patch", "minor", "major")
"""From the lowest to the highest."""
_OF_CLASS: Final[Mapping[Class, Bump]] = {"material": "major", "notable": "minor", "editorial": "patch"}
_TRANSLATION: Final = "CHG904"


def counts_of(events: Sequence[Change]) -> Mapping[Class, int]:
    """How many events there are of each class, the most serious first."""
    return {class_: sum(event.class_ == class_ for event in events) for class_ in reversed(CLASSES)}


def bump_of(events: Sequence[Change]) -> Bump:
    """The bump that the highest class asks for; a polished translation is a revision of it and no version."""
    counted = [event.class_ for event in events if not (event.class_ == "editorial" and _is_translation(event))]
    return _OF_CLASS[highest(counted)] if counted else "none"


def _is_translation(event: Change) -> bool:
    return event.kind.startswith("TRANSLATION") and event.rule_ids == (_TRANSLATION,)


def declared_bump(old: str | None, new: str | None) -> Bump | None:
    """Which number of the version was raised, None where a side states no version."""
    if old is None or new is None:
        return None
    steps: tuple[Bump, ...] = ("major", "minor", "patch")
    for step, before, after in zip_longest(steps, old.split("."), new.split(".")):
        if before != after:
            return step
    return "none"
