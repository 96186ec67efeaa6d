"""What a raw change is asked with, and what is answered: its kind, the rules that apply, class and direction."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from msgspec import Struct

from hoshin.diff.bodies import Body, Node
from hoshin.diff.canonical import Canonical
from hoshin.diff.chg import Class, highest
from hoshin.diff.compare import RawChange
from hoshin.diff.families import Family
from hoshin.diff.kind import Direction
from hoshin.diff.kinds import KINDS
from hoshin.diff.rules import CHG


class Case(Struct, frozen=True):
    """One raw change with all that may decide its kind.

    `pattern` is the way into the body with `*` for keys (`uses/*/restriction`), `wording` tells that people read it.
    """

    raw: RawChange
    family: Family
    pattern: str
    wording: bool
    old: Canonical
    new: Canonical

    @property
    def before(self) -> Body:
        """The whole fact on the old side; empty where it is not there."""
        return self.old.facts.get(self.raw.fact, {})

    @property
    def after(self) -> Body:
        """The whole fact on the new side; empty where it is not there."""
        return self.new.facts.get(self.raw.fact, {})

    def around(self, up: int = 1) -> tuple[Node | None, Node | None]:
        """What holds the changed thing, on both sides: the list of a reference, the body of a field."""
        way = self.raw.inside[: len(self.raw.inside) - up]
        return at(self.before, way), at(self.after, way)


class Verdict(Struct, frozen=True):
    """The kind of one change. What is None is what the registry says of the kind."""

    kind: str
    rules: tuple[str, ...]
    class_: Class
    direction: Direction


Judge: TypeAlias = Callable[[Case], Verdict]


def at(body: Body, way: tuple[str, ...]) -> Node | None:
    """What stands in a body at the end of a way, or None."""
    here: Node = body
    for step in way:
        if not isinstance(here, Mapping) or step not in here:
            return None
        here = here[step]
    return here


def verdict(kind: str, *rules: str, class_: Class | None = None, direction: Direction | None = None) -> Verdict:
    """A verdict. Named rules give their own class unless another is given; none leaves what the registry says."""
    known = KINDS[kind]
    chosen = tuple(f"CHG{rule}" for rule in rules)
    return Verdict(
        kind,
        chosen or (known.rules if len(known.rules) == 1 else ()),
        class_ or (highest(CHG[rule] for rule in chosen) if chosen else known.class_),
        direction or known.direction,
    )
