"""Findings that another one tells as well: a law's instead of the general one, one law's with the grounds of both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from msgspec.structs import replace

from hoshin.kernel.finding import Finding, Law

_NONE: Final[frozenset[str]] = frozenset()
AT_THE_SAME_PLACE: Final[Mapping[str, frozenset[str]]] = MappingProxyType({"DOC117": frozenset({"GDPR407"})})
"""A general rule, and the rules of laws that say the same of the same fact."""
IN_ANOTHER_LAW: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "APPI101": frozenset({"GDPR101"}),
        "APPI201": frozenset({"GDPR201", "GDPR202"}),
        "APPI303": frozenset({"GDPR401"}),
        "APPI501": frozenset({"GDPR301"}),
        "APPI609": frozenset({"GDPR517"}),
        "APPI802": frozenset({"GDPR713"}),
    }
)
"""The same between two laws: a rule, and the rules that ask for the same words at the same place."""
ANYWHERE: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {"DOC113": frozenset({"GDPR705", "APPI801", "CCPA111"})}
)
"""The same for what is told once in a document."""


def without_shadowed(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings without those that another one tells as well; between two laws that one takes over the grounds."""
    listed = tuple(found)
    by_place = {(item.rule, item.path) for item in listed}
    rules = {item.rule for item in listed}
    kept = []
    taken_over: defaultdict[tuple[str, str], list[Law]] = defaultdict(list)
    for item in listed:
        others = [rule for rule in IN_ANOTHER_LAW.get(item.rule, ()) if (rule, item.path) in by_place]
        general = AT_THE_SAME_PLACE.get(item.rule, ())
        if others and item.law is not None:
            taken_over[others[0], item.path].append(item.law)
        elif not any((rule, item.path) in by_place for rule in general) and not ANYWHERE.get(item.rule, _NONE) & rules:
            kept.append(item)
    return tuple(_with_grounds(item, taken_over.get((item.rule, item.path), ())) for item in kept)


def _with_grounds(item: Finding, also: Iterable[Law]) -> Finding:
    """A finding with the grounds of other laws for which it stands."""
    law = item.law
    if law is None:
        return item
    for other in also:
        grounds = tuple(dict.fromkeys((*law.grounds, *other.grounds)))
        law = replace(law, grounds=grounds, confirmed=law.confirmed and other.confirmed)
    return replace(item, law=law)
