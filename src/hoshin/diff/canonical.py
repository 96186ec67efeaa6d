"""A policy in the form in which two of them are compared: keyed by id, free of everything that means nothing.

Absent, null and default are one; reference lists are sets; texts are normalised; durations have one writing; the order
of facts stands apart. Comments, key order, file split and quotation style are gone already (changes.md section 1).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TypeAlias

from msgspec import Struct, field

from hoshin.diff.bodies import Body, Builder
from hoshin.diff.cells import Cells, Use, cells
from hoshin.diff.clauses import clauses
from hoshin.diff.renames import NONE, Renames
from hoshin.kernel.place import RawPath
from hoshin.policy.index import Entry
from hoshin.policy.load import Loaded
from hoshin.schema.data import DataItem
from hoshin.schema.document_facts import DocumentFacts
from hoshin.schema.kinds import KINDS
from hoshin.schema.modifiers import Absence
from hoshin.schema.section import Section

Path: TypeAlias = tuple[str, ...]

RETIRED = "retired-ids"


class Canonical(Struct, frozen=True, dict=True):
    """One side of a comparison.

    `facts` holds the body of each fact by its path: entities, each block, list item and unit of a section
    (`section/retention/default-period`), and, under the bare name of a kind, the statement that there is none.
    `orders` holds the paths of facts in the order of their list, `inner` the keys of parts inside a body, `units` the
    ids of texts by fact and path, `raws` where a fact stands. `former` are legal bases that uses had before, where
    older policies are known.
    """

    facts: Mapping[str, Body]
    orders: Mapping[str, tuple[str, ...]]
    inner: Mapping[Path, tuple[str, ...]]
    units: Mapping[str, Mapping[Path, str]]
    raws: Mapping[str, RawPath]
    loaded: Loaded
    renames: Renames = NONE
    former: Mapping[Use, frozenset[str]] = field(default_factory=dict)

    @cached_property
    def cells(self) -> Cells:
        """The expanded view; made where a legal basis changed, since it takes time."""
        return cells(self.loaded, self.renames)


class _Parts(Struct):
    facts: dict[str, Body] = field(default_factory=dict)
    orders: dict[str, tuple[str, ...]] = field(default_factory=dict)
    inner: dict[Path, tuple[str, ...]] = field(default_factory=dict)
    units: dict[str, Mapping[Path, str]] = field(default_factory=dict)
    raws: dict[str, RawPath] = field(default_factory=dict)

    def put(self, path: str, body: Body, raw: RawPath, units: Mapping[Path, str]) -> None:
        """Keep a fact; the first of two with one path counts."""
        if path not in self.facts:
            self.facts[path] = body
            self.raws[path] = raw
            if units:
                self.units[path] = units


def canonical(
    loaded: Loaded,
    renames: Renames = NONE,
    like: tuple[Loaded, Canonical] | None = None,
    former: Mapping[Use, frozenset[str]] | None = None,
) -> Canonical:
    """The canonical form of a policy, its ids renamed as `renames` says. The first of two facts with one id counts.

    `like` is the other side, made without renames: facts that are equal there are taken from it, which saves time and
    changes nothing.
    """
    parts = _Parts()
    builder = Builder(loaded.policy.document.source_locale, renames, parts.inner, {})
    for kind in KINDS:
        value = getattr(loaded.policy, kind.key)
        if isinstance(value, Absence):
            parts.put(kind.name, builder.body(value, (kind.name,), kind.name), (kind.key,), {})
    known = _reusable(loaded, like)
    for entry in loaded.index.entries.values():
        if entry.path in known:
            same = known[entry.path]
            parts.put(entry.path, same.facts[entry.path], entry.raw, same.units.get(entry.path, {}))
        else:
            _add(entry, loaded, builder.fresh(), parts)
    _add_retired(loaded, parts)
    _add_orders(loaded, renames, parts)
    return Canonical(parts.facts, parts.orders, parts.inner, parts.units, parts.raws, loaded, renames, former or {})


def _reusable(loaded: Loaded, like: tuple[Loaded, Canonical] | None) -> Mapping[str, Canonical]:
    """Facts whose body the other side has already. A section is made anew: what its lists print depends on all."""
    if like is None or like[0].policy.document.source_locale != loaded.policy.document.source_locale:
        return {}
    other, made = like
    return {
        path: made
        for path, entry in loaded.index.entries.items()
        if (twin := other.index.entries.get(path)) is not None
        and twin.parent == entry.parent
        and not isinstance(entry.value, Section | DocumentFacts)
        and (twin.value is entry.value or twin.value == entry.value)
    }


def _add(entry: Entry, loaded: Loaded, builder: Builder, parts: _Parts) -> None:
    path = builder.renames.path(entry.path)
    body = builder.body(entry.value, tuple(path.split("/")), entry.path)
    if isinstance(entry.value, DataItem):
        body = {**body, "category": builder.renames.path(entry.parent).partition("/")[2]}
    parts.put(path, body, entry.raw, builder.units)
    if isinstance(entry.value, Section):
        for clause in clauses(entry, entry.value, loaded.index, builder, parts.orders):
            parts.put(clause.path, clause.body, clause.raw, clause.units)


def _add_retired(loaded: Loaded, parts: _Parts) -> None:
    """Retired ids belong to the document: no fact has them any more."""
    retired = loaded.policy.retired_ids
    if retired:
        known = parts.facts.get("document", {})
        parts.facts["document"] = {**known, RETIRED: dict.fromkeys(sorted(retired), True)}


def _add_orders(loaded: Loaded, renames: Renames, parts: _Parts) -> None:
    """The order of each list of facts; items stand below their category."""
    found: dict[str, list[str]] = {}
    for entry in loaded.index.entries.values():
        if entry.kind.many:
            container = renames.path(entry.parent) if entry.parent else entry.kind.name
            found.setdefault(container, []).append(renames.path(entry.path))
    parts.orders.update({container: tuple(paths) for container, paths in found.items()})
