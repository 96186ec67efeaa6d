"""Facts that two revisions say in the same words are one object: read, kept and compared once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from pydantic import BaseModel

from hoshin.policy.yaml_frames import Yaml
from hoshin.schema.data import DataCategory
from hoshin.schema.kinds import BY_KEY
from hoshin.schema.policy import Policy

_Twins: TypeAlias = Mapping[str, tuple[dict[str, Yaml], BaseModel]]
"""Facts by id, each beside the YAML that it was read from."""


def with_known(value: Yaml, other: Yaml, policy: Policy) -> object:
    """`value`, each fact of a list in it replaced by the typed one that `policy` has for the same words.

    `other` is the YAML that `policy` was read from. The types take what is typed already as it is, so that the outcome
    is what `value` alone would give.
    """
    if not isinstance(value, dict) or not isinstance(other, dict):
        return value
    return {
        key: _facts(entry, other.get(key), getattr(policy, key)) if key in BY_KEY else entry
        for key, entry in value.items()
    }


def _facts(value: Yaml, other: Yaml, known: object) -> object:
    if not (isinstance(value, list) and isinstance(other, list) and isinstance(known, tuple)):
        return value
    pairs = zip(other, known, strict=True)
    twins = {fact.id: (raw, fact) for raw, fact in pairs if isinstance(raw, dict)}
    return [_fact(raw, twins) if isinstance(raw, dict) else raw for raw in value]


def _fact(raw: dict[str, Yaml], twins: _Twins) -> object:
    name = raw.get("id")
    twin = twins.get(name) if isinstance(name, str) else None
    if twin is None:
        return raw
    other, fact = twin
    if other == raw:
        return fact
    if isinstance(fact, DataCategory) and "items" in raw:
        return {**raw, "items": _facts(raw["items"], other.get("items"), fact.items)}
    return raw
