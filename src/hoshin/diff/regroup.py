"""Data of a purpose that are named in another way while the same items stay in use (rules.md 8.6)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from hoshin.diff.bodies import Body, Node
from hoshin.diff.canonical import Canonical
from hoshin.diff.draft import Draft

_MEMBER: Final = "uses/*"
Used = frozenset[tuple[str, str]]
"""Items in use, each with all that the statement says about its use."""


def same_uses(drafts: Sequence[Draft], old: Canonical, new: Canonical) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Purposes whose uses were written anew and mean the same, with the positions of the drafts that tell it."""
    touched: dict[str, list[int]] = {}
    for position, draft in enumerate(drafts):
        if draft.pattern == _MEMBER and draft.raw.op in {"added", "removed"}:
            touched.setdefault(draft.fact, []).append(position)
    if not touched:
        return
    sides = [(side, _items(side)) for side in (old, new)]
    for fact, positions in touched.items():
        there = [_used(side.facts.get(fact, {}), items) for side, items in sides]
        if there[0] and there[0] == there[1]:
            yield fact, tuple(positions)


def _items(side: Canonical) -> Mapping[str, tuple[str, ...]]:
    """Items by category."""
    found: dict[str, list[str]] = {}
    for fact, body in side.facts.items():
        kind, _, name = fact.partition("/")
        if kind == "data" and isinstance(category := body.get("category"), str):
            found.setdefault(category, []).append(name)
    return {category: tuple(names) for category, names in found.items()}


def _used(body: Body, items: Mapping[str, tuple[str, ...]]) -> Used:
    uses = body.get("uses", {})
    if not isinstance(uses, Mapping):
        return frozenset()
    return frozenset((item, _said(use)) for data, use in uses.items() for item in items.get(data, (data,)))


def _said(use: Node) -> str:
    """What a use says beside the data: a restriction, a scope, a condition."""
    if not isinstance(use, Mapping):
        return ""
    return repr(
        sorted((key, _said(part) if isinstance(part, Mapping) else part) for key, part in use.items() if key != "data")
    )
