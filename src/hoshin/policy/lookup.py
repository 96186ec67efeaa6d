"""Statements by what they name, so that a row of the matrix meets only those that can be about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from hoshin.schema.names import Selector

_T = TypeVar("_T")


class Lookup(Generic[_T]):
    """Values in their order, each under the keys that it names; one that names none may be about anything."""

    def __init__(self, pairs: Iterable[tuple[_T, Iterable[str]]]) -> None:
        self._values: list[_T] = []
        self._by_key: dict[str, list[int]] = {}
        self._of_all: list[int] = []
        for position, (value, keys) in enumerate(pairs):
            self._values.append(value)
            named = tuple(keys)
            for key in named:
                self._by_key.setdefault(key, []).append(position)
            if not named:
                self._of_all.append(position)

    def about(self, keys: Iterable[str]) -> list[_T]:
        """What names one of the keys or none at all, in order, each once."""
        found = {position for key in keys for position in self._by_key.get(key, ())}
        return [self._values[position] for position in sorted(found.union(self._of_all))]

    def all(self) -> list[_T]:
        """Everything in order."""
        return self._values


def named(**selectors: Selector | None) -> Iterator[str]:
    """Keys `kind/id` of the first selector that names anything by id: what matches it matches one of these."""
    for kind, selector in selectors.items():
        if selector and selector != "any":
            yield from (f"{kind}/{name}" for name in selector)
            return
