"""The places of all parts of a file in a few flat arrays: a policy of 10,000 facts has 100,000 of them for each side.

A list or mapping with parts is a branch, known by its number; 0 is that of what has none. The parts of a branch lie
side by side, so that a place costs twelve bytes and no object. A part that came through an alias is the same branch.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, TypeAlias

from hoshin.kernel.place import Place, Places, RawPath

Spot: TypeAlias = int
"""A line and a column, both counted from 1, as one number."""
_Shape: TypeAlias = "int | Mapping[str, int]"
"""How many items a list has, or the position of each key of a mapping; mappings with the same keys share one."""

LEAF: Final = 0
"""The branch of what has no parts."""
LINE: Final = 32
"""Bits of a spot below its line."""
_COLUMN: Final = (1 << LINE) - 1
_ALIKE: Final = 64
"""Keys of a mapping above which no second one is expected to have the same."""


def spot_of(line: int, column: int) -> Spot:
    """Line and column, counted from 1, as one number."""
    return line << LINE | column


def place_at(file: str, spot: Spot) -> Place:
    """The place that a spot of a file is."""
    return Place(file, spot >> LINE, spot & _COLUMN)


class Branches:
    """The branches of a file that is being read; each is added when it ends, so its own parts are there before it."""

    __slots__ = ("_firsts", "_inner", "_known", "_shapes", "_spots")

    def __init__(self) -> None:
        self._shapes: list[_Shape] = [0]
        self._firsts = array("I", (0,))
        self._spots = array("Q")
        self._inner = array("I")
        self._known: dict[tuple[str, ...], Mapping[str, int]] = {}

    def add(self, keys: Iterable[str] | None, spots: Sequence[Spot], inner: Sequence[int]) -> int:
        """Take a mapping with those keys, or a list; `spots` and `inner` tell each part's spot and branch in turn."""
        if not spots:
            return LEAF
        self._firsts.append(len(self._spots))
        self._spots.extend(spots)
        self._inner.extend(inner)
        self._shapes.append(len(spots) if keys is None else self._shape(tuple(keys)))
        return len(self._shapes) - 1

    def _shape(self, keys: tuple[str, ...]) -> Mapping[str, int]:
        if len(keys) > _ALIKE:
            return {key: at for at, key in enumerate(keys)}
        known = self._known.get(keys)
        if known is None:
            known = self._known[keys] = {key: at for at, key in enumerate(keys)}
        return known

    def parts(self, branch: int) -> Iterator[tuple[Spot, int]]:
        """Spot and branch of each part of a branch, in order."""
        shape, first = self._shapes[branch], self._firsts[branch]
        for at in range(first, first + (shape if isinstance(shape, int) else len(shape))):
            yield self._spots[at], self._inner[at]

    def steps(self, branch: int) -> Iterator[tuple[str | int, Spot, int]]:
        """The same with the key or position of each part."""
        shape = self._shapes[branch]
        names: Iterable[str | int] = range(shape) if isinstance(shape, int) else shape
        for step, (spot, inner) in zip(names, self.parts(branch), strict=True):
            yield step, spot, inner

    def find(self, branch: int, path: RawPath) -> tuple[Spot, int] | None:
        """Spot and branch of what the path leads to from a branch; None where nothing is, or the path is empty."""
        found = None
        for step in path:
            shape = self._shapes[branch]
            if isinstance(shape, int):
                at = step if isinstance(step, int) and 0 <= step < shape else None
            else:
                at = shape.get(step) if isinstance(step, str) else None
            if at is None:
                return None
            at += self._firsts[branch]
            branch = self._inner[at]
            found = self._spots[at], branch
        return found


class FilePlaces(Mapping[RawPath, Place]):
    """The places of one file: that of the whole, and from its branch on those of all parts."""

    __slots__ = ("_branch", "_branches", "_file", "_start")

    def __init__(self, file: str, start: Spot, branches: Branches, branch: int) -> None:
        self._file = file
        self._start = start
        self._branches = branches
        self._branch = branch

    def __getitem__(self, path: RawPath) -> Place:
        if not path:
            return place_at(self._file, self._start)
        found = self._branches.find(self._branch, path)
        if found is None:
            raise KeyError(path)
        return place_at(self._file, found[0])

    def __iter__(self) -> Iterator[RawPath]:
        """The paths in the order of the file, each before those inside it."""
        yield ()
        waiting: list[tuple[RawPath, Iterator[tuple[str | int, Spot, int]]]]
        waiting = [((), self._branches.steps(self._branch))]
        while waiting:
            path, steps = waiting[-1]
            for step, _, inner in steps:
                yield (*path, step)
                if inner:
                    waiting.append(((*path, step), self._branches.steps(inner)))
                    break
            else:
                waiting.pop()

    def __len__(self) -> int:
        return sum(1 for _ in self)


class MergedPlaces(Mapping[RawPath, Place]):
    """The places of several files whose top-level keys are one mapping: those of each key as its file has them."""

    __slots__ = ("_files", "_start")

    def __init__(self, start: Place, files: Mapping[str, Places]) -> None:
        self._start = start
        self._files = files

    def __getitem__(self, path: RawPath) -> Place:
        if not path:
            return self._start
        return self._files[str(path[0])][path]

    def __iter__(self) -> Iterator[RawPath]:
        yield ()
        for file in {id(places): places for places in self._files.values()}.values():
            yield from (path for path in file if path and self._files.get(str(path[0])) is file)

    def __len__(self) -> int:
        return sum(1 for _ in self)
