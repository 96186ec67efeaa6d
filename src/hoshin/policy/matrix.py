"""The unit of truth: purpose x data item x legal basis x recipient x retention (model.md section 5).

People write group statements; this expands them. A cell exists only where the policy links its parts: a purpose that
names no data gives a row without data, data that no purpose uses a row without purpose. Nothing is invented between.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from msgspec import Struct

from hoshin.policy.index import Index
from hoshin.policy.inherited import inherited
from hoshin.policy.lookup import Lookup, named
from hoshin.policy.together import Together
from hoshin.schema.data import DataCategory
from hoshin.schema.keeping import Retention
from hoshin.schema.names import Selector
from hoshin.schema.purpose import LegalBasis, Purpose
from hoshin.schema.recipient import Recipient


class Cell(Struct, frozen=True):
    """One row of the matrix; an empty field means that the policy links nothing there.

    `recipient` empty is the controller's own use. `legal_basis` is the id of the statement, `basis` its term.
    `origins` are the paths of all facts that made the row; each has its line in the YAML.
    """

    purpose: str = ""
    data: str = ""
    recipient: str = ""
    legal_basis: str = ""
    basis: str = ""
    retention: str = ""
    origins: tuple[str, ...] = ()


class _Link(Struct, frozen=True):
    """Purpose, data and recipient that the policy links, before statements about them are joined."""

    purpose: str
    data: str
    recipient: str
    origins: tuple[str, ...]


class _DataSpace(Struct, frozen=True):
    """Ids of data: what each id stands for, and which ids it may be named by."""

    members: dict[str, tuple[str, ...]]
    names: dict[str, frozenset[str]]

    def expand(self, named: Selector) -> tuple[str, ...]:
        """Items behind the ids; a category stands for its items, one without items for itself."""
        if named == "any":
            return tuple(leaf for leaf in self.names if self.members[leaf] == (leaf,))
        return tuple(dict.fromkeys(leaf for name in named for leaf in self.members.get(name, (name,))))


def expand(index: Index) -> tuple[Cell, ...]:
    """All rows in the order of the policy's lists: linked uses, purposes without data, data without purpose."""
    space = _data_space(index)
    together = Together(index)
    bases = Lookup((pair, _about(pair[1])) for pair in index.typed(LegalBasis))
    rules = _rules(index, space, together)
    cells = [
        _cell(link, basis, rule)
        for link in _links(index, space, together)
        for basis in _or_none(
            pair
            for pair in bases.about(_keys(link, space))
            if _basis_fits(pair[1], link, space) and together.hold(pair[0], link.origins)
        )
        for rule in _or_none(_retention_of(link, rules, space, together))
    ]
    return tuple(dict.fromkeys(cells))


def _about(basis: LegalBasis) -> Iterator[str]:
    return named(purpose=basis.purposes, recipient=basis.recipients, data=basis.data)


def _keys(link: _Link, space: _DataSpace) -> Iterator[str]:
    """What a statement about the row may name."""
    yield f"purpose/{link.purpose}"
    yield f"recipient/{link.recipient}"
    for name in space.names.get(link.data, ()):
        yield f"data/{name}"


_T = TypeVar("_T")


def _or_none(found: Iterable[_T]) -> Sequence[_T | None]:
    return tuple(found) or (None,)


def _cell(link: _Link, basis: tuple[str, LegalBasis] | None, rule: tuple[str, Retention] | None) -> Cell:
    return Cell(
        link.purpose,
        link.data,
        link.recipient,
        basis[1].id if basis else "",
        basis[1].basis if basis else "",
        rule[1].id if rule else "",
        (*link.origins, *((basis[0],) if basis else ()), *((rule[0],) if rule else ())),
    )


def _data_space(index: Index) -> _DataSpace:
    members: dict[str, tuple[str, ...]] = {}
    names: dict[str, frozenset[str]] = {}
    for entry in index.of_kind("data"):
        parent = entry.parent.partition("/")[2]
        names[entry.id] = frozenset({entry.id, parent} if parent else {entry.id})
        items = entry.value.items if isinstance(entry.value, DataCategory) else ()
        members[entry.id] = tuple(item.id for item in items) or (entry.id,)
    return _DataSpace(members, names)


def _links(index: Index, space: _DataSpace, together: Together) -> list[_Link]:
    own = [link for path, purpose in index.typed(Purpose) for link in _uses(path, purpose, space, together)]
    uses = Lookup((link, (f"purpose/{link.purpose}", f"data/{link.data}")) for link in own)
    shared = [
        link for path, recipient in index.typed(Recipient) for link in _shares(path, recipient, uses, (space, together))
    ]
    linked = own + shared
    with_purpose = {link.purpose for link in linked}
    with_data = {link.data for link in linked}
    loose_purposes = [
        _Link(entry.id, "", "", (entry.path,)) for entry in index.of_kind("purpose") if entry.id not in with_purpose
    ]
    loose_data = [
        _Link("", entry.id, "", (entry.path,))
        for entry in index.of_kind("data")
        if space.members[entry.id] == (entry.id,) and entry.id not in with_data
    ]
    return [*linked, *loose_purposes, *loose_data]


def _uses(path: str, purpose: Purpose, space: _DataSpace, together: Together) -> Iterator[_Link]:
    for use in purpose.uses:
        for leaf in space.expand((use.data,)):
            origins = tuple(dict.fromkeys((path, f"data/{use.data}", f"data/{leaf}")))
            if together.all_hold(origins, use.scope):
                yield _Link(purpose.id, leaf, "", origins)


def _shares(path: str, recipient: Recipient, uses: Lookup[_Link], rest: tuple[_DataSpace, Together]) -> Iterator[_Link]:
    """Existing uses that the recipient's selectors match, and rows of its own for what no use links."""
    space, together = rest
    if not recipient.purposes and not recipient.data:
        yield _Link("", "", recipient.id, (path,))
        return
    wanted = space.expand(recipient.data)
    purposes, leaves = frozenset(recipient.purposes), frozenset(wanted)
    near = uses.about(named(purpose=recipient.purposes, data=wanted)) if purposes or leaves else uses.all()
    matched = [
        link
        for link in together.those_with(path, near)
        if (not purposes or link.purpose in purposes) and (not leaves or link.data in leaves)
    ]
    for link in matched:
        yield _Link(link.purpose, link.data, recipient.id, (*link.origins, path))
    reached = {link.purpose for link in matched}
    for purpose in recipient.purposes:
        if purpose not in reached:
            for leaf in wanted or ("",):
                origins = (f"purpose/{purpose}", *((f"data/{leaf}",) if leaf else ()), path)
                yield _Link(purpose, leaf, recipient.id, origins)
    if not recipient.purposes:
        linked = {link.data for link in matched}
        for leaf in wanted:
            if leaf not in linked:
                yield _Link("", leaf, recipient.id, (f"data/{leaf}", path))


def _chosen(selector: Selector, value: str) -> bool:
    """Whether a selector lets a value pass; an empty selector asks nothing, `any` asks for some value."""
    return not selector or (bool(value) if selector == "any" else value in selector)


def _data_chosen(selector: Selector, value: str, space: _DataSpace) -> bool:
    if not selector or selector == "any":
        return _chosen(selector, value)
    return bool(space.names.get(value, frozenset()) & set(selector))


def _basis_fits(basis: LegalBasis, link: _Link, space: _DataSpace) -> bool:
    if not (basis.purposes or basis.data or basis.recipients) or link.purpose in basis.except_purposes:
        return False
    return (
        _chosen(basis.purposes, link.purpose)
        and _data_chosen(basis.data, link.data, space)
        and _chosen(basis.recipients, link.recipient)
    )


class _Reach(Struct, frozen=True):
    """What a rule of storage names, by kind; purposes and data also through contexts, products and groups of people."""

    data: tuple[str, ...] | None
    purposes: frozenset[str] | None
    recipients: frozenset[str] | None
    nothing: bool
    """Whether it names what no row is about, such as derived data."""


_Rule = tuple[str, Retention, _Reach]


class _Rules(Struct, frozen=True):
    """Rules of storage: those that name something, by what they name, and the defaults."""

    special: Lookup[_Rule]
    defaults: tuple[tuple[str, Retention], ...]


def _rules(index: Index, space: _DataSpace, together: Together) -> _Rules:
    found = index.typed(Retention)
    reaching = ((path, rule, _reach(rule, index, together, space)) for path, rule in found if not rule.default)
    special = ((rule, _reached(rule[2])) for rule in reaching if not rule[2].nothing)
    return _Rules(Lookup(special), tuple((path, rule) for path, rule in found if rule.default))


def _reached(reach: _Reach) -> Iterator[str]:
    purposes = None if reach.purposes is None else tuple(reach.purposes)
    recipients = None if reach.recipients is None else tuple(reach.recipients)
    return named(purpose=purposes, recipient=recipients, data=reach.data)


def _reach(rule: Retention, index: Index, together: Together, space: _DataSpace) -> _Reach:
    named: dict[str, list[str]] = {}
    for ref in rule.of:
        kind, _, name = ref.partition("/")
        named.setdefault(kind, []).append(name)
    data = named.get("data")
    purposes = named.get("purpose")
    for kind in ("context", "product"):
        for name in named.get(kind, ()):
            found = inherited(index, together.known, f"{kind}/{name}")
            if found is not None:
                purposes = [*(purposes or ()), *found.purposes]
                data = [*(data or ()), *space.expand(found.data)] if found.data else data
    for name in named.get("subject", ()):
        about = (purpose.id for _, purpose in index.typed(Purpose) if name in purpose.subjects)
        purposes = [*(purposes or ()), *about]
    recipients = named.get("recipient")
    return _Reach(
        None if data is None else tuple(data),
        None if purposes is None else frozenset(purposes),
        None if recipients is None else frozenset(recipients),
        nothing=not rule.of or "derived-data" in named,
    )


def _retention_of(link: _Link, rules: _Rules, space: _DataSpace, together: Together) -> list[tuple[str, Retention]]:
    """Rules that name this row; the default only where none does."""
    special = [
        (path, rule)
        for path, rule, reach in rules.special.about(_keys(link, space))
        if _rule_fits(reach, link, space) and together.hold(path, link.origins)
    ]
    return special or [(path, rule) for path, rule in rules.defaults if together.hold(path, link.origins)]


def _rule_fits(reach: _Reach, link: _Link, space: _DataSpace) -> bool:
    return (
        (reach.data is None or _data_chosen(reach.data, link.data, space))
        and (reach.purposes is None or link.purpose in reach.purposes)
        and (reach.recipients is None or link.recipient in reach.recipients)
    )
