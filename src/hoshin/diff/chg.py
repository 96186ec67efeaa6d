"""The three classes of a change (rules.md 8.2). The rules that give them stand in `diff.rules`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal

Class = Literal["material", "notable", "editorial"]
CLASSES: Final[tuple[Class, ...]] = ("editorial", "notable", "material")
"""From the lowest to the highest."""


def highest(classes: Iterable[Class], default: Class = "editorial") -> Class:
    """The highest of some classes; a release takes the highest of its changes."""
    return max(classes, key=CLASSES.index, default=default)


def lowest(one: Class, other: Class) -> Class:
    """The lower of two classes."""
    return min(one, other, key=CLASSES.index)
