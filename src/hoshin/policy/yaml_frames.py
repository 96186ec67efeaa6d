"""The open lists and mappings of a YAML file that is being read: each knows where its next part belongs."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from enum import Enum, auto
from typing import TypeAlias

from hoshin.kernel.place import RawPath
from hoshin.policy.yaml_places import LEAF, Branches, Spot

Yaml: TypeAlias = "bool | str | list[Yaml] | dict[str, Yaml] | None"
"""What a file says: only null, true and false are more than text."""

MERGE = "<<"
"""The key whose mappings are poured into the mapping that holds it."""


class Next(Enum):
    """What the next part of a mapping is."""

    KEY = auto()
    VALUE = auto()
    MERGED = auto()
    DISCARDED = auto()


class Frame(ABC):
    """What all frames share: the one around it, and the number of nodes and levels inside."""

    __slots__ = ("anchor", "around", "height", "size")

    def __init__(self, around: Frame | None, anchor: str | None) -> None:
        self.around = around
        self.anchor = anchor
        self.size = 1
        self.height = 1

    @property
    def path(self) -> RawPath:
        """The way to what is read, as long as it is the last open one inside those around it."""
        return self.around.here if self.around else ()

    @property
    @abstractmethod
    def here(self) -> RawPath:
        """The way to the part that begins now or is open."""

    @property
    @abstractmethod
    def spot(self) -> Spot:
        """Where the part that is open counts as standing: an item at its own place, a value at that of its key."""

    @property
    @abstractmethod
    def result(self) -> Yaml:
        """The value read."""

    @abstractmethod
    def branch(self, branches: Branches) -> int:
        """Hand over the places of the parts when the last has ended."""

    @abstractmethod
    def begin(self, spot: Spot) -> None:
        """A part begins there."""

    @abstractmethod
    def put(self, value: Yaml, branch: int) -> None:
        """Take the part that has just ended, and where the places inside it are."""


class RootFrame(Frame):
    """The file: holds one value; those of further documents are dropped."""

    __slots__ = ("_spots", "_values", "starts")

    def __init__(self, start: Spot) -> None:
        super().__init__(None, None)
        self._values: list[tuple[Yaml, int]] = []
        self._spots = [start]
        self.height = 0
        self.starts = 0

    @property
    def here(self) -> RawPath:
        """The way to a document."""
        return ()

    @property
    def spot(self) -> Spot:
        """Where the first document stands."""
        return self._spots[:2][-1]

    @property
    def result(self) -> Yaml:
        """The value of the first document."""
        return self._values[0][0] if self._values else None

    def branch(self, _branches: Branches) -> int:
        """Where the places inside the first document are."""
        return self._values[0][1] if self._values else LEAF

    def begin(self, spot: Spot) -> None:
        """A document begins."""
        self._spots.append(spot)

    def put(self, value: Yaml, branch: int) -> None:
        """Take a document."""
        self._values.append((value, branch))


class ListFrame(Frame):
    """An open list."""

    __slots__ = ("_inner", "_items", "_spots")

    def __init__(self, around: Frame | None, anchor: str | None) -> None:
        super().__init__(around, anchor)
        self._items: list[Yaml] = []
        self._spots: list[Spot] = []
        self._inner: list[int] = []

    @property
    def here(self) -> RawPath:
        """The way to the item."""
        return (*self.path, len(self._items))

    @property
    def spot(self) -> Spot:
        """Where the item stands."""
        return self._spots[-1]

    @property
    def result(self) -> Yaml:
        """The list."""
        return self._items

    def branch(self, branches: Branches) -> int:
        """Hand over the places of the items."""
        return branches.add(None, self._spots, self._inner)

    def begin(self, spot: Spot) -> None:
        """An item begins."""
        self._spots.append(spot)

    def put(self, value: Yaml, branch: int) -> None:
        """Take an item."""
        self._items.append(value)
        self._inner.append(branch)


class MapFrame(Frame):
    """An open mapping. What stands under a key that cannot be taken is read, judged and dropped."""

    __slots__ = ("_entries", "_inner", "_merge", "_merged", "_spots", "key", "next")

    def __init__(self, around: Frame | None, anchor: str | None) -> None:
        super().__init__(around, anchor)
        self._entries: dict[str, Yaml] = {}
        self._spots: list[Spot] = []
        self._inner: list[int] = []
        self._merge: Spot | None = None
        self._merged: tuple[Yaml, int] = (None, LEAF)
        self.key = ""
        self.next = Next.KEY

    @property
    def here(self) -> RawPath:
        """The way to the value of the key, or to the mapping itself while a key is read."""
        return self.path if self.next is Next.KEY else (*self.path, self.key)

    @property
    def spot(self) -> Spot:
        """Where the key stands."""
        return self._spots[-1]

    @property
    def result(self) -> Yaml:
        """The mapping."""
        return self._entries

    def branch(self, branches: Branches) -> int:
        """Hand over the places of the entries."""
        return branches.add(self._entries, self._spots, self._inner)

    def refuse(self, key: str = "?") -> None:
        """Drop the next value, which a key stands for that cannot be taken."""
        self.key = key
        self.next = Next.DISCARDED

    def name(self, key: str, spot: Spot, *, merge: bool) -> Spot | None:
        """Take the key of the next value; the earlier spot when the mapping already has it."""
        if key in self._entries:
            self.refuse(key)
            return self._spots[list(self._entries).index(key)]
        if key == MERGE and self._merge is not None:
            self.refuse(key)
            return self._merge
        self.key = key
        if merge:
            self._merge = spot
            self.next = Next.MERGED
        else:
            self._spots.append(spot)
            self.next = Next.VALUE
        return None

    def begin(self, spot: Spot) -> None:
        """A value begins, which counts as standing where its key does."""

    def put(self, value: Yaml, branch: int) -> None:
        """Take a value, or pass over a key that is no text."""
        role, self.next = self.next, Next.KEY
        if role is Next.VALUE:
            self._entries[self.key] = value
            self._inner.append(branch)
        elif role is Next.MERGED:
            self._merged = value, branch
        elif role is Next.KEY:
            self.refuse()

    def pour(self, branches: Branches) -> Spot | None:
        """Take over what the merge key names: own keys win, then earlier mappings; each key keeps the place it has.

        The spot of the merge key when something under it is no mapping (nothing at all is reported where it stands).
        """
        if self._merge is None:
            return None
        value, branch = self._merged
        parts = zip(value, branches.parts(branch), strict=True) if isinstance(value, list) else [(value, (0, branch))]
        for part, (_, inner) in parts:
            if isinstance(part, dict):
                self._take(part, branches.parts(inner))
            elif part is not None:
                return self._merge
        return None

    def _take(self, part: dict[str, Yaml], places: Iterable[tuple[Spot, int]]) -> None:
        for (key, value), (spot, branch) in zip(part.items(), places, strict=True):
            if key not in self._entries:
                self._entries[key] = value
                self._spots.append(spot)
                self._inner.append(branch)


def below(value: Yaml) -> Iterator[RawPath]:
    """The ways to everything inside `value`, the empty one to itself first."""
    waiting: list[tuple[RawPath, Yaml]] = [((), value)]
    while waiting:
        path, part = waiting.pop()
        yield path
        if isinstance(part, dict):
            waiting.extend(((*path, key), entry) for key, entry in part.items())
        elif isinstance(part, list):
            waiting.extend(((*path, number), item) for number, item in enumerate(part))
