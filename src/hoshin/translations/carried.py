"""Renames that the source declares: `formerly:` on a fact carries its texts' entries and approvals with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from hoshin.policy.load import Loaded
from hoshin.schema.modifiers import Entity
from hoshin.translations.approvals import Approvals
from hoshin.translations.catalog import Catalog


def former_ids(loaded: Loaded) -> Mapping[str, tuple[str, ...]]:
    """The ids under which each text of a renamed fact stood before; texts of other facts are left out."""
    found: dict[str, tuple[str, ...]] = {}
    for unit in loaded.units:
        entry = loaded.index.get(unit.fact)
        names = entry.value.formerly if entry is not None and isinstance(entry.value, Entity) else ()
        if entry is not None and names:
            rest = unit.id.removeprefix(unit.fact)
            found[unit.id] = tuple(f"{entry.kind.name}/{name}{rest}" for name in names)
    return found


def moves(loaded: Loaded, catalog: Catalog) -> Mapping[str, str]:
    """Old id -> new id of every entry that a declared rename takes along: the new id has no translation of its own."""
    known = {unit.id for unit in loaded.units}
    return dict(_moves(former_ids(loaded), catalog, known))


def _moves(former: Mapping[str, tuple[str, ...]], catalog: Catalog, known: set[str]) -> Iterator[tuple[str, str]]:
    taken: set[str] = set()
    for new, names in former.items():
        entry = catalog.entries.get(new)
        if entry is not None and entry.has_answer:
            continue
        for old in names:
            if old in catalog.entries and old not in known and old not in taken:
                taken.add(old)
                yield old, new
                break


def carry(loaded: Loaded, catalog: Catalog) -> Catalog:
    """The catalogue as it reads with every declared rename followed."""
    moved = moves(loaded, catalog)
    if not moved:
        return catalog
    overwritten = set(moved.values())
    kept = {moved.get(name, name): entry for name, entry in catalog.entries.items() if name not in overwritten}
    return replace(catalog, entries=kept)


def carry_approvals(loaded: Loaded, approvals: Approvals) -> Approvals:
    """The approvals under the new ids; one that stands under the new id already wins."""
    units = dict(approvals.units)
    for new, names in former_ids(loaded).items():
        for old in names:
            if new not in units and old in units:
                units[new] = units.pop(old)
    return replace(approvals, units=units)
