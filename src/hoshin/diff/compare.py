"""Two canonical forms -> raw changes: what was added, removed, changed, and what stands in another place.

Equal facts and equal fields are dropped first, and only the rest is compared, so that the time grows with the edits
(changes.md 2).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from hoshin.diff.bodies import Body, Node
from hoshin.diff.canonical import Canonical, Path
from hoshin.diff.moves import moved

Operation = Literal["added", "removed", "changed", "moved"]


@dataclass(frozen=True, slots=True)
class RawChange:
    """One difference of two canonical forms.

    `fact` is the path of the fact, `path` the same split at the slashes and followed by the way into its body.
    A side that has nothing is None; a move has positions counted from 1.
    """

    fact: str
    path: Path
    op: Operation
    before: Node | None = None
    after: Node | None = None

    @property
    def inside(self) -> Path:
        """The way into the body; empty for the whole fact."""
        return self.path[self.fact.count("/") + 1 :]


def compare(old: Canonical, new: Canonical) -> tuple[RawChange, ...]:
    """All differences, in the order of their paths; equal sides give none."""
    raws = [*compare_facts(old.facts, new.facts), *_moves(old, new)]
    return tuple(sorted(raws, key=lambda raw: (raw.path, raw.op)))


def compare_facts(old: Mapping[str, Body], new: Mapping[str, Body]) -> Iterator[RawChange]:
    """What differs between the bodies of facts with the same path, and the facts that only one side has."""
    for fact, before in old.items():
        if fact not in new:
            yield RawChange(fact, _split(fact), "removed", before=before)
        elif before != (after := new[fact]):
            yield from _within(fact, _split(fact), before, after)
    for fact, after in new.items():
        if fact not in old:
            yield RawChange(fact, _split(fact), "added", after=after)


def _within(fact: str, path: Path, before: Body, after: Body) -> Iterator[RawChange]:
    """What differs below a path that both sides have. Everything there has a key, so that nothing has to be matched."""
    for key, node in before.items():
        if key not in after:
            yield RawChange(fact, (*path, key), "removed", before=node)
        elif node != (other := after[key]):
            if isinstance(node, Mapping) and isinstance(other, Mapping):
                yield from _within(fact, (*path, key), node, other)
            else:
                yield RawChange(fact, (*path, key), "changed", node, other)
    for key, node in after.items():
        if key not in before:
            yield RawChange(fact, (*path, key), "added", after=node)


def _split(fact: str) -> Path:
    return tuple(fact.split("/"))


def _moves(old: Canonical, new: Canonical) -> Iterator[RawChange]:
    """Members of one container that changed places among those that both sides have: the fewest that explain it."""
    for container, facts in new.orders.items():
        for fact, *places in _moved(old.orders.get(container, ()), facts):
            yield RawChange(fact, _split(fact), "moved", *places)
    for path, keys in new.inner.items():
        for key, *places in _moved(old.inner.get(path, ()), keys):
            yield RawChange(fact_of(path, new.facts), (*path, key), "moved", *places)


def _moved(before: tuple[str, ...], after: tuple[str, ...]) -> Iterator[tuple[str, int, int]]:
    if before == after:
        return
    old = {member: at for at, member in enumerate(before, 1)}
    new = {member: at for at, member in enumerate(after, 1)}
    for member in moved(before, after):
        yield member, old[member], new[member]


def fact_of(path: Path, facts: Mapping[str, Body]) -> str:
    """The longest beginning of a path that is a fact."""
    for length in range(len(path), 0, -1):
        if (fact := "/".join(path[:length])) in facts:
            return fact
    return path[0]
