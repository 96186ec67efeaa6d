"""Which field names which kind of fact: bare ids are read by it, `kind/id` says it itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

FACT_REFERENCES: Final = frozenset({"of", "states", "antecedent", "retired_ids", "explained_in"})
"""Fields that write the kind before the id (`purpose/newsletter`), where they hold a slash or the name of a kind."""

TARGETS: Final[Mapping[str, tuple[str, ...]]] = {
    "adds_to": ("context",),
    "appeal": ("contact", "officer", "party"),
    "authorities": ("party",),
    "category": ("data",),
    "channel": ("contact",),
    "collection_methods": ("collection-method",),
    "context": ("context",),
    "controller": ("party", "controller"),
    "data": ("data",),
    "engaged_by": ("recipient",),
    "except_purposes": ("purpose",),
    "governed_by": ("reference",),
    "further_channels": ("contact",),
    "includes": ("product",),
    "interests": ("interest",),
    "listed_at": ("reference",),
    "members": ("party",),
    "of": ("data",),
    "other": ("reference",),
    "parties": ("party",),
    "party": ("party",),
    "platform": ("product",),
    "product": ("product",),
    "promises": ("commitment",),
    "provider": ("party", "recipient"),
    "purposes": ("purpose",),
    "recipients": ("recipient",),
    "responsible": ("party",),
    "rights": ("right",),
    "subjects": ("subject",),
    "technology": ("technology",),
    "tier": ("product",),
    "with_parties": ("party",),
    "within": ("data",),
}
"""Python field names with the kinds whose ids stand in them, the usual one first."""

_HYPHENED: Final = {name.replace("_", "-"): kinds for name, kinds in TARGETS.items()}


def targets(field: str, value: str) -> tuple[str, ...]:
    """Paths that a value of a field may name, empty for a field that names nothing.

    `field` may be written with underscores or, as in the path of a change, with hyphens.
    """
    name = field.replace("-", "_")
    if name in FACT_REFERENCES and ("/" in value or name != "of"):
        return (value,)
    return tuple(f"{kind}/{value}" for kind in _HYPHENED.get(field.replace("_", "-"), ()))
