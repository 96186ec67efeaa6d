"""The open lists and mappings of a YAML file that is being read: each knows where its next part belongs."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from enum import Enum, auto
from typing import TypeAlias

from hoshin.kernel.place import Place, RawPath

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
    """What all frames share: number of nodes and levels inside, and the way in. `places` fills as they close."""

    __slots__ = ("anchor", "height", "path", "places", "size")

    def __init__(self, path: RawPath, places: dict[RawPath, Place], anchor: str | None) -> None:
        self.path = path
        self.places = places
        self.anchor = anchor
        self.size = 1
        self.height = 1

    @property
    @abstractmethod
    def result(self) -> Yaml:
        """The value read."""

    @abstractmethod
    def enter(self) -> tuple[RawPath, dict[RawPath, Place]]:
        """Path of the part that begins now, and where its place and those inside it are kept."""

    @abstractmethod
    def put(self, value: Yaml) -> None:
        """Take the part that has just ended."""


class RootFrame(Frame):
    """The file: holds one value; those of further documents are dropped."""

    __slots__ = ("_values", "starts")

    def __init__(self, start: Place) -> None:
        super().__init__((), {(): start}, None)
        self._values: list[Yaml] = []
        self.height = 0
        self.starts = 0

    @property
    def result(self) -> Yaml:
        """The value of the first document."""
        return self._values[0] if self._values else None

    def enter(self) -> tuple[RawPath, dict[RawPath, Place]]:
        """The way to the document that begins."""
        return (), {} if self._values else self.places

    def put(self, value: Yaml) -> None:
        """Take a document."""
        self._values.append(value)


class ListFrame(Frame):
    """An open list."""

    __slots__ = ("_items",)

    def __init__(self, path: RawPath, places: dict[RawPath, Place], anchor: str | None) -> None:
        super().__init__(path, places, anchor)
        self._items: list[Yaml] = []

    @property
    def result(self) -> Yaml:
        """The list."""
        return self._items

    def enter(self) -> tuple[RawPath, dict[RawPath, Place]]:
        """The way to the next item."""
        return (*self.path, len(self._items)), self.places

    def put(self, value: Yaml) -> None:
        """Take an item."""
        self._items.append(value)


class MapFrame(Frame):
    """An open mapping. What stands under a key that cannot be taken is read, judged and dropped."""

    __slots__ = ("_entries", "_merged", "key", "next")

    def __init__(self, path: RawPath, places: dict[RawPath, Place], anchor: str | None) -> None:
        super().__init__(path, places, anchor)
        self._entries: dict[str, Yaml] = {}
        self._merged: Yaml = None
        self.key = ""
        self.next = Next.KEY

    @property
    def result(self) -> Yaml:
        """The mapping."""
        return self._entries

    def refuse(self, key: str = "?") -> None:
        """Drop the next value, which a key stands for that cannot be taken."""
        self.key = key
        self.next = Next.DISCARDED

    def name(self, key: str, place: Place, *, merge: bool) -> Place | None:
        """Take the key of the next value; the earlier place when the mapping already has it."""
        path = (*self.path, key)
        if earlier := self.places.get(path):
            self.refuse(key)
            return earlier
        self.places[path] = place
        self.key = key
        self.next = Next.MERGED if merge else Next.VALUE
        return None

    def enter(self) -> tuple[RawPath, dict[RawPath, Place]]:
        """The way to the value of the key; into nowhere for what is dropped."""
        if self.next is Next.VALUE or self.next is Next.MERGED:
            return (*self.path, self.key), self.places
        return (self.path if self.next is Next.KEY else (*self.path, self.key)), {}

    def put(self, value: Yaml) -> None:
        """Take a value, or pass over a key that is no text."""
        role, self.next = self.next, Next.KEY
        if role is Next.VALUE:
            self._entries[self.key] = value
        elif role is Next.MERGED:
            self._merged = value
        elif role is Next.KEY:
            self.refuse()

    def pour(self) -> Place | None:
        """Take over what the merge key names: own keys win, then earlier mappings; each key keeps the place it has.

        The place of the merge key when something under it is no mapping (nothing at all is reported where it stands).
        """
        path = (*self.path, MERGE)
        place = self.places.get(path)
        if place is None or MERGE in self._entries:
            return None
        parts = self._merged if isinstance(self._merged, list) else [self._merged]
        moved = {rest: self.places.pop((*path, *rest)) for rest in below(self._merged)}
        for number, part in enumerate(parts):
            start = (number,) if parts is self._merged else ()
            if isinstance(part, dict):
                self._take(part, {rest[len(start) :]: at for rest, at in moved.items() if rest[: len(start)] == start})
            elif part is not None:
                return place
        return None

    def _take(self, part: dict[str, Yaml], moved: dict[RawPath, Place]) -> None:
        for key, value in part.items():
            if key not in self._entries:
                self._entries[key] = value
                for rest in below(value):
                    self.places[(*self.path, key, *rest)] = moved[(key, *rest)]


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
