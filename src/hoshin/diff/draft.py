"""An event in the making: one classified raw change, or one that sums up several."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from hoshin.diff.canonical import Canonical, Path
from hoshin.diff.chg import CLASSES, Class
from hoshin.diff.classify import classify, spread
from hoshin.diff.compare import RawChange
from hoshin.diff.kind import Direction
from hoshin.diff.verdict import Case, verdict

_TEXTS: Final = ("TEXT_CHANGED", "TEXT_TYPOGRAPHY_CHANGED")


class Draft(Struct, frozen=True):
    """Kind, class and content of one event. `case` is the raw change behind it, None for one that sums up others."""

    kind: str
    class_: Class
    rules: tuple[str, ...]
    direction: Direction
    raw: RawChange
    entity: tuple[str, str]
    case: Case | None = None

    @property
    def fact(self) -> str:
        """Path of the fact that it is about."""
        return self.raw.fact

    @property
    def path(self) -> Path:
        """Path of what changed."""
        return self.raw.path

    @property
    def pattern(self) -> str:
        """The way into the fact with `*` for keys; empty for the whole fact."""
        return self.case.pattern if self.case else ""

    @property
    def is_clause(self) -> bool:
        """Whether it is about a part of a section."""
        return self.entity[0] == "section" and self.fact.count("/") > 1

    @property
    def is_wording(self) -> bool:
        """Whether only the words of a text changed."""
        return self.kind.endswith(_TEXTS)

    @property
    def rank(self) -> int:
        """Its class as a number, the higher the more serious."""
        return CLASSES.index(self.class_)


def drafts(raws: tuple[RawChange, ...], old: Canonical, new: Canonical) -> list[Draft]:
    """One draft for each raw change; a list that appears as a whole gives one for each member."""
    found: list[Draft] = []
    for raw in raws:
        for case in spread(raw, old, new):
            said = classify(case)
            found.append(
                Draft(said.kind, said.class_, said.rules, said.direction, case.raw, entity_of(case.raw.fact), case)
            )
    return found


def summary(kind: str, raw: RawChange, *rules: str) -> Draft:
    """A draft that sums up others, with the class of its kind or of the named rules."""
    said = verdict(kind, *rules)
    return Draft(kind, said.class_, said.rules, said.direction, raw, entity_of(raw.fact))


def entity_of(fact: str) -> tuple[str, str]:
    """Kind and id of the fact; a clause belongs to its section."""
    kind, _, rest = fact.partition("/")
    return kind, rest.partition("/")[0]
