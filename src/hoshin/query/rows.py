"""Every noun as rows: one row a fact, its fields as plain data, where it is written and which texts state it."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from pydantic import BaseModel

from hoshin.kernel.place import Place
from hoshin.policy.index import Entry
from hoshin.policy.inherited import LISTS, Inherited, inherited
from hoshin.policy.load import Loaded
from hoshin.policy.matrix import Cell, expand
from hoshin.policy.scopes import DIMENSIONS, Overlays, overlays
from hoshin.policy.stated import stated_by
from hoshin.schema.kinds import BY_NOUN, KINDS
from hoshin.schema.modifiers import Absence, Carried
from hoshin.schema.names import Selector
from hoshin.schema.walk import yaml_keys

MATRIX = "matrix"
MATRIX_COLUMNS = ("purpose", "data", "basis", "recipient", "retention", "legal_basis", "scope", "conditions", "origins")
"""The computed noun: the expansion of all group statements."""
CHAIN = "chain"
"""The column that names what a product or context extends."""

Plain = None | bool | int | float | str | list["Plain"] | dict[str, "Plain"]


class Row(Struct, frozen=True):
    """One answer: `fields` in the order of the model, `path` of the fact, its place, the units that tell it."""

    path: str
    fields: Mapping[str, Plain]
    place: Place | None
    stated_in: tuple[str, ...] = ()


class Rows(Struct, frozen=True):
    """All rows of a noun. `absence` says why there is none: the policy states so, or does not say."""

    noun: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    absence: Absence | None = None
    stated: bool = True


def nouns() -> tuple[str, ...]:
    """Everything that can be asked for."""
    return (*(kind.noun for kind in KINDS), MATRIX)


def rows_of(loaded: Loaded, noun: str) -> Rows:
    """The rows of one noun in the order of the policy's lists.

    Raises KeyError for a word that is no noun.
    """
    if noun == MATRIX:
        return Rows(noun, MATRIX_COLUMNS, tuple(_matrix_row(loaded, cell) for cell in expand(loaded.index)))
    kind = BY_NOUN[noun]
    value = getattr(loaded.policy, kind.key)
    told = stated_by(loaded)
    known = overlays(loaded.index)
    found = tuple(_row(loaded, entry, told.get(entry.path, ()), known) for entry in loaded.index.of_kind(kind.name))
    absence = value if isinstance(value, Absence) else None
    stated = bool(found) or (absence is not None and absence.status != "unknown")
    return Rows(noun, _columns(loaded.index.of_kind(kind.name)), found, absence, stated)


def _columns(entries: tuple[Entry, ...]) -> tuple[str, ...]:
    """Keys that some row has, in the order of the model; data items and categories are of two types."""
    keys: dict[str, None] = {}
    for model in dict.fromkeys(type(entry.value) for entry in entries):
        keys |= dict.fromkeys(key for _, key in yaml_keys(model))
    given = {key for entry in entries for key in _given(entry.value)}
    first = [key for key in ("id", "title") if key in given]
    found = (*first, *(key for key in keys if key in given and key not in first))
    return (*found, CHAIN) if given & {"includes", "adds_to"} else found


def _given(value: BaseModel) -> frozenset[str]:
    return frozenset(key for name, key in yaml_keys(type(value)) if name in value.model_fields_set)


def _row(loaded: Loaded, entry: Entry, told: tuple[str, ...], known: Overlays) -> Row:
    fields: dict[str, Plain] = entry.value.model_dump(mode="json", by_alias=True, exclude_unset=True)
    if entry.parent:
        fields = {"id": fields["id"], "category": entry.parent.partition("/")[2], **fields}
    elif entry.kind.name == "data" and isinstance(items := fields.get("items"), list):
        fields = {**fields, "items": [item["id"] for item in items if isinstance(item, dict)]}
    if resolved := inherited(loaded.index, known, entry.path):
        fields |= _resolved(resolved)
    return Row(entry.path, fields, loaded.place(entry.raw), told)


def _resolved(found: Inherited) -> dict[str, Plain]:
    """What an overlay uses with all that it extends, and what it extends, nearest first."""
    lists: dict[str, Plain] = {name: _plain(getattr(found, name)) for name in LISTS if getattr(found, name)}
    return {**lists, CHAIN: list(found.chain)} if found.chain else lists


def _plain(selector: Selector) -> Plain:
    return selector if isinstance(selector, str) else list(selector)


def _limits(loaded: Loaded, cell: Cell) -> dict[str, Plain]:
    """Where a row holds and under which conditions: those of the facts that made it."""
    scopes: dict[str, list[Plain]] = {}
    conditions: list[Plain] = []
    for path in cell.origins:
        entry = loaded.index.get(path)
        value = entry.value if entry else None
        if not isinstance(value, Carried):
            continue  # also a name that no fact has: `check` reports it, the row stays
        for name in DIMENSIONS if value.scope else ():
            if stated := getattr(value.scope, name):
                scopes.setdefault(name, []).append(list(stated))
        if value.condition is not None:
            conditions.append({"fact": path, **value.condition.model_dump(mode="json", exclude_unset=True)})
    merged: dict[str, Plain] = {name: _narrowed(lists) for name, lists in scopes.items()}
    return {"scope": merged or None, "conditions": conditions or None}


def _narrowed(lists: list[Plain]) -> Plain:
    """One list as it is; several, which must all hold, as a list of lists."""
    return lists[0] if len(lists) == 1 else lists


def _matrix_row(loaded: Loaded, cell: Cell) -> Row:
    fields: dict[str, Plain] = {
        "purpose": cell.purpose or None,
        "data": cell.data or None,
        "basis": cell.basis or None,
        "recipient": cell.recipient or None,
        "retention": cell.retention or None,
        "legal_basis": cell.legal_basis or None,
        **_limits(loaded, cell),
        "origins": [{"fact": path, "at": str(loaded.place_of(path) or "")} for path in cell.origins],
    }
    key = "/".join(part or "-" for part in (cell.purpose, cell.data, cell.recipient, cell.legal_basis, cell.retention))
    return Row(f"matrix/{key}", fields, loaded.place_of(cell.origins[0]) if cell.origins else None)
