"""What products and contexts use with everything that they extend: the resolved view of overlays (M03, M07)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from msgspec import Struct

from hoshin.policy.index import Index
from hoshin.policy.scopes import Overlays
from hoshin.schema.names import Selector
from hoshin.schema.party import Context, Product

LISTS: Final = ("purposes", "data", "recipients")
"""The lists that an overlay inherits."""


class Inherited(Struct, frozen=True):
    """The lists of one overlay with those that it inherits, each entry once, its own first.

    `chain` names what it extends, nearest first. `data` is `any` as soon as one of them says so.
    """

    chain: tuple[str, ...]
    purposes: tuple[str, ...]
    data: Selector
    recipients: tuple[str, ...]


def inherited(index: Index, known: Overlays, path: str) -> Inherited | None:
    """The resolved lists of a product or context; None for any other fact."""
    entry = index.get(path)
    if entry is None or not isinstance(entry.value, Product | Context):
        return None
    chains = known.products if isinstance(entry.value, Product) else known.contexts
    chain = chains[entry.id]
    owners = (index.get(f"{entry.kind.name}/{name}") for name in chain)
    values = [owner.value for owner in owners if owner and isinstance(owner.value, Product | Context)]
    data = [value.data for value in values]
    return Inherited(
        chain[1:],
        _union(value.purposes for value in values),
        "any" if "any" in data else _union(listed for listed in data if listed != "any"),
        _union(value.recipients for value in values),
    )


def _union(lists: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for listed in lists for one in listed))
