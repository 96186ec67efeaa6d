"""Two canonical forms -> raw changes: what was added, removed, changed, and what stands in another place.

Equal facts and equal fields are dropped first, and only the rest is compared, so that the time grows with the edits
(changes.md 2). DeepDiff stays behind this module.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Final, Literal

from msgspec import Struct

from hoshin.diff.bodies import Body, Node
from hoshin.diff.canonical import Canonical, Path
from hoshin.diff.moves import moved

Operation = Literal["added", "removed", "changed", "moved"]

_OPERATIONS: Final[Mapping[str, Operation]] = {
    "dictionary_item_added": "added",
    "dictionary_item_removed": "removed",
    "values_changed": "changed",
    "type_changes": "changed",
}


class RawChange(Struct, frozen=True):
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
    left: dict[str, Body] = {}
    right: dict[str, Body] = {}
    for fact, before in old.items():
        if fact not in new:
            yield RawChange(fact, _split(fact), "removed", before=before)
        elif before != (after := new[fact]):
            yield from _one_sided(fact, before, after)
            unequal = [key for key, node in before.items() if key in after and after[key] != node]
            values = [key for key in unequal if not (_has_parts(before[key]) or _has_parts(after[key]))]
            for key in values:
                yield RawChange(fact, (*_split(fact), key), "changed", before[key], after[key])
            if len(values) < len(unequal):
                left[fact] = {key: before[key] for key in unequal if key not in values}
                right[fact] = {key: after[key] for key in unequal if key not in values}
    for fact, after in new.items():
        if fact not in old:
            yield RawChange(fact, _split(fact), "added", after=after)
    if left:
        yield from _deep(left, right)


def _one_sided(fact: str, before: Body, after: Body) -> Iterator[RawChange]:
    """Fields that only one side has: nothing in them needs a comparison, and a migration gives one to every fact."""
    for key, node in before.items():
        if key not in after:
            yield RawChange(fact, (*_split(fact), key), "removed", before=node)
    for key, node in after.items():
        if key not in before:
            yield RawChange(fact, (*_split(fact), key), "added", after=node)


def _has_parts(node: Node) -> bool:
    return isinstance(node, Mapping)


def _split(fact: str) -> Path:
    return tuple(fact.split("/"))


def _deep(left: Mapping[str, Body], right: Mapping[str, Body]) -> Iterator[RawChange]:
    from deepdiff import DeepDiff  # noqa: PLC0415 - 136 ms, and most changes are of whole values

    tree = DeepDiff(
        left, right, view="tree", threshold_to_diff_deeper=0, ignore_private_variables=False, verbose_level=2
    )
    for report, levels in tree.items():
        operation = _OPERATIONS[report]
        for level in levels:
            fact, *inside = level.path(output_format="list")
            yield RawChange(
                str(fact),
                (*_split(str(fact)), *(str(step) for step in inside)),
                operation,
                None if operation == "added" else level.t1,
                None if operation == "removed" else level.t2,
            )


def _moves(old: Canonical, new: Canonical) -> Iterator[RawChange]:
    """Members of one container that changed places among those that both sides have: the fewest that explain it."""
    for container, facts in new.orders.items():
        for fact, *places in _moved(old.orders.get(container, ()), facts):
            yield RawChange(fact, _split(fact), "moved", *places)
    one_sided = old.facts.keys() ^ new.facts.keys()
    for path, keys in new.inner.items():
        for key, *places in _moved(old.inner.get(path, ()), keys, one_sided):
            yield RawChange(fact_of(path, new.facts), (*path, key), "moved", *places)


def _moved(
    before: tuple[str, ...], after: tuple[str, ...], one_sided: AbstractSet[str] = frozenset()
) -> Iterator[tuple[str, int, int]]:
    """What stands in another place; a fact that only one side has moved nowhere, even where a list still names it."""
    if before == after:
        return
    before, after = (tuple(member for member in side if member not in one_sided) for side in (before, after))
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
