"""Which facts can hold at once: two whose scopes exclude each other never meet in a row of the matrix."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations
from typing import Protocol, TypeVar

from hoshin.policy.index import Index
from hoshin.policy.scopes import Overlays, meet, overlays
from hoshin.schema.modifiers import Carried, Scope


class _Linked(Protocol):
    @property
    def origins(self) -> tuple[str, ...]: ...


_Link = TypeVar("_Link", bound=_Linked)


class Together:
    """Scopes of all facts by path; a fact without one meets every other."""

    def __init__(self, index: Index) -> None:
        self.known: Overlays = overlays(index)
        self._scopes: dict[str, Scope] = {
            path: entry.value.scope
            for path, entry in index.entries.items()
            if isinstance(entry.value, Carried) and entry.value.scope is not None
        }

    def hold(self, path: str, others: Iterable[str]) -> bool:
        """Whether a fact can hold where all the others do."""
        scope = self._scopes.get(path)
        return scope is None or all(meet(scope, self._scopes.get(other), self.known) for other in others)

    def all_hold(self, paths: Iterable[str], within: Scope | None = None) -> bool:
        """Whether several facts can hold at once, inside a scope that is no fact's own."""
        scopes = [scope for path in paths if (scope := self._scopes.get(path)) is not None]
        if within is not None:
            scopes.append(within)
        return all(meet(one, other, self.known) for one, other in combinations(scopes, 2))

    def those_with(self, path: str, links: list[_Link]) -> list[_Link]:
        """Rows with which a fact can hold."""
        if path not in self._scopes:
            return links
        return [link for link in links if self.hold(path, link.origins)]
