"""General findings that a law tells better: where both speak of one thing, people read the one with the ground."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from hoshin.kernel.finding import Finding

AT_THE_SAME_PLACE: Final[Mapping[str, frozenset[str]]] = MappingProxyType({"DOC117": frozenset({"GDPR407"})})
"""A general rule, and the rules of laws that say the same of the same fact."""
ANYWHERE: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {"DOC113": frozenset({"GDPR705", "APPI801", "CCPA111"})}
)
"""The same for what is told once in a document."""


def without_shadowed(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings without the general ones that a law tells as well."""
    listed = tuple(found)
    by_path = {(item.rule, item.path) for item in listed}
    rules = {item.rule for item in listed}
    return tuple(
        item
        for item in listed
        if not any((rule, item.path) in by_path for rule in AT_THE_SAME_PLACE.get(item.rule, ()))
        and not ANYWHERE.get(item.rule, frozenset()) & rules
    )
