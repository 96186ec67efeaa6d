"""Where something stands in the files that people wrote."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

RawPath = tuple[str | int, ...]
"""The way to a value through mappings (keys) and lists (positions from 0): `("purposes", 3, "text")`."""


class Place(Struct, frozen=True, order=True):
    """A point in a file: POSIX path relative to the project root, line and column counted from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


Places = Mapping[RawPath, Place]
"""Place of every key and every list item of a loaded document."""


def nearest_place(places: Places, path: RawPath) -> Place | None:
    """The place of `path`, or of the closest thing around it that has one."""
    while path:
        if found := places.get(path):
            return found
        path = path[:-1]
    return places.get(())
