"""Which member of an old list became which member of a new one: by key, in order, what moved apart."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final, TypeAlias

from hoshin.diff.moves import moved

Members: TypeAlias = Sequence[Hashable]
Pair: TypeAlias = tuple[int | None, int | None]
"""Positions in the old and in the new list; None where a side has no such member."""
_MOST: Final = 200
"""Members without a partner, on one side of a gap, among which equal ones are still looked for."""


def paired(old: Members, new: Members, same: tuple[Members, Members] = ((), ())) -> list[Pair]:
    """All members of both lists once, each with its partner, so that reading one side gives that list in its order.

    Members with equal keys are partners unless they stand in another order; of those the fewest are taken apart, as
    deleted here and inserted there. `same` are what the members say, old and new: of those that find no partner by key,
    equal ones in the same place are partners too, such as a fact under a new name. What is deleted stands before what
    is inserted.
    """
    befores, afters = _unique(old), _unique(new)
    place = {key: at for at, key in enumerate(befores)}
    apart = set(moved(befores, afters))
    found: list[Pair] = []
    gap_old = gap_new = 0
    for at, key in enumerate(afters):
        if key in place and key not in apart:
            found += _gap(range(gap_old, place[key]), range(gap_new, at), same)
            found.append((place[key], at))
            gap_old, gap_new = place[key] + 1, at + 1
    return found + _gap(range(gap_old, len(old)), range(gap_new, len(new)), same)


def together(pairs: Sequence[Pair], old: Members, new: Members) -> list[Pair]:
    """The pairs with what stands in another order as partners too, at its place in the new list."""
    befores, afters = _unique(old), _unique(new)
    gone = {befores[a]: a for a, b in pairs if a is not None and b is None}
    found = {b: gone.pop(afters[b]) for a, b in pairs if b is not None and a is None and afters[b] in gone}
    taken = set(found.values())
    return [
        (found.get(b) if a is None and b is not None else a, b) for a, b in pairs if b is not None or a not in taken
    ]


def _gap(old: range, new: range, same: tuple[Members, Members]) -> list[Pair]:
    before, after = same
    if not (before and after and 0 < len(old) <= _MOST and 0 < len(new) <= _MOST):
        return [*((at, None) for at in old), *((None, at) for at in new)]
    left, right = [before[at] for at in old], [after[at] for at in new]
    return list(_by_words(SequenceMatcher(None, left, right, autojunk=False), old, new))


def _by_words(matcher: SequenceMatcher[Hashable], old: range, new: range) -> Iterator[Pair]:
    for operation, a_from, a_to, b_from, b_to in matcher.get_opcodes():
        if operation == "equal":
            yield from zip(old[a_from:a_to], new[b_from:b_to], strict=True)
        else:
            yield from ((at, None) for at in old[a_from:a_to])
            yield from ((None, at) for at in new[b_from:b_to])


def _unique(keys: Members) -> list[str]:
    """The keys, the second of the same kind told from the first."""
    seen: dict[Hashable, int] = {}
    made = []
    for key in keys:
        seen[key] = seen.get(key, 0) + 1
        made.append(f"{key!r} {seen[key]}")
    return made
