"""Every mention of a fact by another in a policy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from hoshin.check.nodes import Node
from hoshin.kernel.place import RawPath
from hoshin.schema.references import Kinds, one_or_many, reference_fields


class Mention(Struct, frozen=True):
    """A field names a fact: where, in which field, the id, the kinds that it may be of, and whether as `kind/id`."""

    path: str
    raw: RawPath
    field: str
    name: str
    kinds: Kinds
    full: bool = False
    fact: str = ""

    @property
    def paths(self) -> tuple[str, ...]:
        """Paths of the facts that it may mean."""
        if self.full:
            return (self.name,)
        return tuple(one_or_many(kind, self.name) for kind in self.kinds)


def mentions(nodes: Iterable[Node]) -> Iterator[Mention]:
    """Every id that a field of the table holds, in the order of the facts; `any` names none."""
    for node in nodes:
        for name, key, kinds, full in reference_fields(type(node.value)):
            value = getattr(node.value, name)
            raw = (*node.raw, key)
            if isinstance(value, tuple):
                for position, each in enumerate(value):
                    yield Mention(node.path, (*raw, position), key, each, kinds, full, node.fact)
            elif value is not None and value != "any":
                yield Mention(node.path, raw, key, value, kinds, full, node.fact)
