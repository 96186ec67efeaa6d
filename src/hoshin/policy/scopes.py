"""Where facts hold: scopes against a situation, with regions in regions and overlays that extend others.

A list of a scope means any of its members, its keys must hold together (model.md section 2). A fact that is scoped to
a product also holds for what includes that product, and one of a context for what adds to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from msgspec import Struct

from hoshin.kernel.errors import UsageError
from hoshin.policy.index import Index
from hoshin.policy.nearest import nearest
from hoshin.schema.modifiers import Scope
from hoshin.schema.party import Context, Product
from hoshin.schema.regions import lies_in

DIMENSIONS: Final = tuple(Scope.model_fields)
"""Keys of a scope, and of a situation."""
_OF_PRODUCTS: Final = frozenset({"product", "tier", "platform"})

Situation = Mapping[str, str]
"""One value for some of the dimensions: who asks, where, about what. A dimension left out asks nothing."""


class Overlays(Struct, frozen=True):
    """For each product and context itself and all that it extends, nearest first."""

    products: Mapping[str, tuple[str, ...]]
    contexts: Mapping[str, tuple[str, ...]]

    def holds(self, dimension: str, stated: Iterable[str], actual: str) -> bool:
        """Whether one of the stated values covers the actual one."""
        if dimension == "region":
            return any(lies_in(actual, outer) for outer in stated)
        chain = self.chain(dimension, actual)
        return any(value in chain for value in stated)

    def chain(self, dimension: str, value: str) -> tuple[str, ...]:
        """The value and everything that it extends."""
        if dimension in _OF_PRODUCTS:
            return self.products.get(value, (value,))
        return self.contexts.get(value, (value,)) if dimension == "context" else (value,)


def overlays(index: Index) -> Overlays:
    """The overlays of a policy. A circle, which check reports, ends where it began."""
    products = {product.id: product.includes for _, product in index.typed(Product)}
    contexts = {context.id: context.adds_to for _, context in index.typed(Context)}
    return Overlays(
        {name: _chain(name, products) for name in products}, {name: _chain(name, contexts) for name in contexts}
    )


def _chain(name: str, above: Mapping[str, str | None]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    here: str | None = name
    while here is not None and here not in found:
        found[here] = None
        here = above.get(here)
    return tuple(found)


def holds(scope: Scope | None, situation: Situation, known: Overlays) -> bool:
    """Whether a fact with that scope holds in the situation."""
    if scope is None:
        return True
    return all(
        known.holds(dimension, stated, actual)
        for dimension, actual in situation.items()
        if (stated := getattr(scope, dimension))
    )


def meet(one: Scope | None, other: Scope | None, known: Overlays) -> bool:
    """Whether some situation exists in which both facts hold."""
    if one is None or other is None:
        return True
    return all(
        any(known.holds(dimension, a, value) for value in b) or any(known.holds(dimension, b, value) for value in a)
        for dimension in DIMENSIONS
        if (a := getattr(one, dimension)) and (b := getattr(other, dimension))
    )


def read_situation(expressions: Iterable[str], index: Index) -> Situation:
    """A situation from `region=US-CA`, `product=gold`; parts may stand in one expression, with commas between.

    Raises UsageError for an unknown dimension and for a product, context or group that the policy does not have.
    """
    found: dict[str, str] = {}
    for part in (part for expression in expressions for part in expression.split(",")):
        dimension, sign, value = (word.strip() for word in part.partition("="))
        if not sign or not value or dimension not in DIMENSIONS:
            near = nearest(dimension, DIMENSIONS) or DIMENSIONS[0]
            raise UsageError("bad-situation", given=part.strip(), near=near, dimensions=DIMENSIONS)
        _known(dimension, value, index)
        found[dimension] = value
    return found


def _known(dimension: str, value: str, index: Index) -> None:
    if dimension in {"region", "language"}:
        return
    if dimension in _OF_PRODUCTS:
        names = tuple(product.id for _, product in index.typed(Product) if product.kind == dimension)
    else:
        names = index.ids({"subjects": "subject"}.get(dimension, dimension))
    if not names:
        raise UsageError("situation-of-none", dimension=dimension, value=value)
    if value not in names:
        near = nearest(value, names) or ""
        raise UsageError("unknown-situation", dimension=dimension, value=value, near=near, known=names)
