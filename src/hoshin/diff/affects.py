"""What reaches a changed fact, and where the document prints it."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from hoshin.diff.bodies import Body
from hoshin.diff.canonical import Canonical
from hoshin.diff.draft import entity_of
from hoshin.diff.references import NAMING, targets
from hoshin.policy.load import Loaded
from hoshin.policy.placeholders import ARTICLE, find
from hoshin.policy.stated import printed
from hoshin.schema.kinds import KINDS

_ORDER = {kind.name: at for at, kind in enumerate(KINDS)}
_SERVES = frozenset({"purpose", "subject", "data", "recipient"})
"""Kinds that a statement about them (a basis, a rule of retention) affects."""


class Links(Struct, frozen=True):
    """Which facts name which, and which texts print whose values."""

    named_by: Mapping[str, tuple[str, ...]]
    names: Mapping[str, tuple[str, ...]]
    printed_in: Mapping[str, tuple[str, ...]]
    rank: Mapping[str, int]


def links(loaded: Loaded, side: Canonical, like: tuple[Canonical, Links] | None = None) -> Links:
    """The links of one side. Ranks follow the document; what it does not print comes after.

    `like` is the other side: a body that both share names the same facts there.
    """
    names = {fact: _named(fact, body, like) for fact, body in side.facts.items()}
    named_by: dict[str, list[str]] = {}
    for fact, others in names.items():
        for other in others:
            if other in side.facts:
                named_by.setdefault(other, []).append(fact)
            owner = _owner(other)
            if owner != other and owner in side.facts:
                named_by.setdefault(owner, []).append(fact)
    printed_in: dict[str, list[str]] = {}
    for unit in loaded.units:
        for placeholder in find(unit.text):
            if placeholder.kind != ARTICLE:
                name = f"{placeholder.fact}/{placeholder.field}" if placeholder.field else placeholder.fact
                printed_in.setdefault(name, []).append(unit.id)
    return Links(_frozen(named_by), names, _frozen(printed_in), _ranks(loaded))


def _frozen(found: Mapping[str, list[str]]) -> Mapping[str, tuple[str, ...]]:
    return {key: tuple(dict.fromkeys(values)) for key, values in found.items()}


def _ranks(loaded: Loaded) -> Mapping[str, int]:
    found: dict[str, int] = {}
    for at, (unit, facts) in enumerate(printed(loaded)):
        for name in (unit, _owner(unit), *facts):
            found.setdefault(name, at)
    return found


def _owner(path: str) -> str:
    """The fact of its own kind that a path leads into: its first two steps."""
    if path.count("/") < 2:  # noqa: PLR2004 - two steps
        return path
    kind, name, _ = path.split("/", maxsplit=2)
    return f"{kind}/{name}"


def _named(fact: str, body: Body, like: tuple[Canonical, Links] | None) -> tuple[str, ...]:
    if like is not None and like[0].facts.get(fact) is body:
        return like[1].names[fact]
    found: dict[str, None] = {}
    _collect(body, "", found)
    return tuple(found)


def _collect(body: Body, field: str, found: dict[str, None]) -> None:
    """Paths that a body names, whether or not they exist."""
    for key, node in body.items():
        if node is True:
            if field == "order":
                found[key] = None
            elif field in NAMING:
                found.update(dict.fromkeys(targets(field, key)))
        elif isinstance(node, str):
            if key in NAMING:
                found.update(dict.fromkeys(targets(key, node)))
        elif isinstance(node, Mapping):
            _collect(node, key, found)


def affected(fact: str, old: Links, new: Links) -> tuple[tuple[str, str], ...]:
    """Kinds and ids of what reaches a fact on either side: what names it, and what a statement is about."""
    reaching = [
        *(new.named_by.get(fact, ()) or old.named_by.get(fact, ())),
        *(other for other in new.names.get(fact, old.names.get(fact, ())) if _is_served(other, old, new)),
    ]
    own = entity_of(fact)
    found = {entity_of(other) for other in reaching} - {own}
    return tuple(sorted(found, key=lambda entity: (_ORDER.get(entity[0], len(_ORDER)), entity[1])))


def _is_served(fact: str, old: Links, new: Links) -> bool:
    return fact.partition("/")[0] in _SERVES and (fact in new.names or fact in old.names)


def units_printing(path: tuple[str, ...], fact: str, links_: Links) -> tuple[str, ...]:
    """Ids of the texts that print the value at a path: by its own name, or by the fact's, whose value it then is."""
    return tuple(dict.fromkeys((*links_.printed_in.get("/".join(path), ()), *links_.printed_in.get(fact, ()))))


def place_in_document(fact: str, path: tuple[str, ...], old: Links, new: Links) -> tuple[int, int]:
    """A key for sorting: where the document prints the fact, then the order of kinds."""
    unknown = 1_000_000
    names = ("/".join(path), fact, _owner(fact))
    ranks = [side.rank[name] for side in (new, old) for name in names if name in side.rank]
    return (ranks[0] if ranks else unknown, _ORDER.get(fact.partition("/")[0], len(_ORDER)))
