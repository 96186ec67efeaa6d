"""Values that stand as facts, in the form in which a text would repeat them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final, Literal

from msgspec import Struct

from hoshin.check.nodes import Node
from hoshin.policy.index import Index
from hoshin.policy.printable import default_fields
from hoshin.schema.partial_date import PartialDate
from hoshin.schema.party import Address, Controller
from hoshin.schema.people import Children
from hoshin.schema.period import Duration
from hoshin.schema.walk import hyphened, present_fields

Sort = Literal["period", "age", "date", "email", "url", "phone", "name", "address"]

_BY_FIELD: Final[Mapping[str, Sort]] = MappingProxyType(
    {
        "email": "email",
        "url": "url",
        "form_url": "url",
        "opt_out": "url",
        "policy": "url",
        "phone": "phone",
    }
)
_SHORTEST: Final = 4
"""Characters of a street or postal code below which its appearance in a sentence may be chance."""


class Value(Struct, frozen=True):
    """One value: its kind, how it is compared, and the placeholder that prints it."""

    sort: Sort
    key: str
    placeholder: str


def values(nodes: tuple[Node, ...], index: Index) -> Mapping[Sort, Mapping[str, str]]:
    """For each kind of value its comparable form and the placeholder; the first fact with a value counts."""
    found: defaultdict[Sort, dict[str, str]] = defaultdict(dict)
    for node in nodes:
        if not node.fact.startswith("section/"):
            for value in _of(node, index):
                found[value.sort].setdefault(value.key, value.placeholder)
    return found


def _of(node: Node, index: Index) -> Iterator[Value]:
    if isinstance(node.value, Address):
        for part in (node.value.street, node.value.postal_code):
            if part is not None and len(part) >= _SHORTEST:
                yield Value("address", part, _placeholder(node.path, index))
        return
    for name, _, content in present_fields(node.value):
        path = f"{node.path}/{hyphened(name)}"
        match content:
            case Duration() if content.canonical != "P0D":
                yield Value("period", content.canonical, _placeholder(path, index))
            case PartialDate():
                yield Value("date", str(content), _placeholder(path, index))
            case int() if isinstance(node.value, Children) and not isinstance(content, bool):
                yield Value("age", str(content), _placeholder(path, index))
            case str() if name in _BY_FIELD:
                yield Value(_BY_FIELD[name], content.rstrip("/"), _placeholder(path, index))
            case str() if isinstance(node.value, Controller) and name in {"legal_name", "brand"}:
                yield Value("name", content, _placeholder(path, index))


def _placeholder(path: str, index: Index) -> str:
    """How a text prints the value at that path."""
    owner = index.owner(path)
    if owner is None:
        return path
    field = path.removeprefix(owner.path).strip("/")
    if not owner.kind.many:
        return f"{{{owner.kind.name}:{field}}}"
    head = f"{owner.kind.name}:{owner.id}"
    return f"{{{head}}}" if field.replace("-", "_") in default_fields(owner.value) else f"{{{head}/{field}}}"
