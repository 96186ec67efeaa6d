"""The policy in another language: the same facts, other words."""

from __future__ import annotations

from hoshin.kernel.place import RawPath
from hoshin.policy.load import Loaded, assemble
from hoshin.policy.units import TextUnit
from hoshin.schema.policy import Policy
from hoshin.translations.catalog import Catalog


def localize(loaded: Loaded, catalog: Catalog) -> Loaded:
    """Each unit in the overlay's language; a missing one keeps the source text (`untranslated` names it)."""
    words = {
        unit.raw: entry.text
        for unit in loaded.units
        if (entry := catalog.entries.get(unit.id)) is not None and entry.text
    }
    data = loaded.policy.model_dump(mode="json", by_alias=True, exclude_unset=True)
    for raw, text in words.items():
        _put(data, raw, text)
    return assemble(loaded.name, Policy.model_validate(data), loaded.places)


def untranslated(loaded: Loaded, catalog: Catalog) -> tuple[str, ...]:
    """Ids of the units that `localize` leaves in the source language, those left out on purpose not among them."""
    gone = left_out(loaded, catalog)
    return tuple(
        unit.id
        for unit in loaded.units
        if (not (entry := catalog.entries.get(unit.id)) or not entry.text) and unit.id not in gone
    )


def left_out(loaded: Loaded, catalog: Catalog) -> frozenset[str]:
    """Ids of the units that the language leaves out on purpose."""
    return frozenset(
        unit.id
        for unit in loaded.units
        if (entry := catalog.entries.get(unit.id)) is not None and entry.omit and not entry.text and may_omit(unit)
    )


def may_omit(unit: TextUnit) -> bool:
    """Whether a page can do without: a passage, and no heading or name that other places print."""
    return unit.raw[-1] == "text" or "blocks" in unit.raw


def _put(data: object, raw: RawPath, text: str) -> None:
    here = data
    for part in raw[:-1]:
        here = here[part]  # type: ignore[index] # the way was read off this very policy
    assert isinstance(here, dict | list)  # noqa: S101 the way was read off this very policy
    here[raw[-1]] = text  # type: ignore[index] # the last step is a key of a mapping or a position of a list
