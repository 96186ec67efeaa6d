"""The policy as data for the public: what its text says, without the notes of those who keep it (model.md S16, P19)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Final

from hoshin.policy.load import Loaded
from hoshin.policy.stated import stated_by
from hoshin.schema.jurisdiction import Jurisdiction
from hoshin.schema.kinds import BY_KEY
from hoshin.schema.modifiers import Entity

_NOTES: Final = frozenset(
    {
        "interpretation", "source_ref", "standalone", "unexpected", "law_of", "contract_with", "soft_opt_in", "claim",
        "protection_test", "prominent",
    }
)  # fmt: skip
"""Doubts of counsel, provenance, and what rules alone read; wherever in a fact they stand."""
_OF_RULES: Final = {
    "jurisdictions": frozenset(Jurisdiction.model_fields) - frozenset(Entity.model_fields) - {"law"},
    "sites": frozenset({"audience_languages", "tba_in_scope", "link_label", "linked_from"}),
    "collection_points": frozenset({"notice"}),
}
"""What rules alone read of kinds that a text states."""
_UNSAID: Final = ("jurisdictions", "sites", "collection_points")
"""Kinds that serve rules; public only where a text states them."""
_UNSAID_OF_CONTROLLER: Final = (
    "kind", "register_number", "representative_person", "form_url", "domains", "storage", "absences",
)  # fmt: skip
_WAITING: Final = "unplaced"
"""What nobody has placed yet is no part of the policy."""


def public_json(loaded: Loaded, governing: Mapping[str, object] | None = None) -> str:
    """Canonical JSON of the policy in the language of `loaded`: sorted keys, one line, UTF-8 characters as they are.

    `governing` says which language is authentic, where that is settled.
    """
    data = public_data(loaded)
    if governing:
        data["governing"] = dict(governing)
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def public_data(loaded: Loaded) -> dict[str, object]:
    """The policy as plain data, as given: a key that is absent is not stated."""
    told = stated_by(loaded)
    data = loaded.policy.model_dump(mode="json", by_alias=True, exclude_unset=True)
    data.pop(_WAITING, None)
    for key in _UNSAID:
        kind = BY_KEY[key].name
        kept = [entity for entity in _listed(data.pop(key, None)) if f"{kind}/{entity['id']}" in told]
        if kept:
            hidden = _OF_RULES[key]
            data[key] = [{name: part for name, part in entity.items() if name not in hidden} for entity in kept]
    controller = data.get("controller")
    if isinstance(controller, dict):
        printed = " ".join(unit.text for unit in loaded.units)
        for name in _UNSAID_OF_CONTROLLER:
            if f"controller:{name.replace('_', '-')}" not in printed:
                controller.pop(name, None)
    cleaned = _without_notes(data)
    return cleaned if isinstance(cleaned, dict) else {}


def _listed(value: object) -> list[dict[str, object]]:
    return value if isinstance(value, list) else []


def _without_notes(value: object) -> object:
    if isinstance(value, dict):
        return {key: _without_notes(part) for key, part in value.items() if key not in _NOTES}
    if isinstance(value, list):
        return [_without_notes(part) for part in value]
    return value
