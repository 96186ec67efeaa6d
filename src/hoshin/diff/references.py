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

_BY_EITHER: Final = {**TARGETS, **{name.replace("_", "-"): kinds for name, kinds in TARGETS.items()}}
_WITH_KIND: Final = FACT_REFERENCES | {name.replace("_", "-") for name in FACT_REFERENCES}
NAMING: Final = frozenset(_BY_EITHER) | _WITH_KIND
"""Fields that name something, written either way."""


def targets(field: str, value: str) -> tuple[str, ...]:
    """Paths that a value of a field may name, empty for a field that names nothing.

    `field` may be written with underscores or, as in the path of a change, with hyphens.
    """
    if field in _WITH_KIND and ("/" in value or field != "of"):
        return (value,)
    return tuple(f"{kind}/{value}" for kind in _BY_EITHER.get(field, ()))
