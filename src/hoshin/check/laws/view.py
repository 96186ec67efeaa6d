"""The facts of a policy that apply to the people of one law (rules.md 1.5)."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from hoshin.check.laws.case import applies_to
from hoshin.check.rule import Subject
from hoshin.policy.resolve import resolve
from hoshin.policy.scopes import Overlays, overlays
from hoshin.schema.modifiers import Scope


class _Reaching(Overlays, frozen=True):
    """A scope covers the law's regions as soon as it touches them: a fact for Germany applies to people in the EEA."""

    regions: tuple[str, ...] = ()

    def holds(self, dimension: str, stated: Iterable[str], actual: str) -> bool:
        """Whether a fact with that scope may apply to people of the law."""
        if dimension == "region":
            return applies_to(self.regions, tuple(stated))
        return Overlays.holds(self, dimension, stated, actual)


def for_people_in(regions: tuple[str, ...], subject: Subject) -> Subject:
    """The subject without what is scoped to other regions; itself where nothing is."""
    scoped = (node.value.scope for node in subject.nodes if isinstance(getattr(node.value, "scope", None), Scope))  # type: ignore[attr-defined]  # asked right here
    if not regions or all(applies_to(regions, scope.region) for scope in scoped):
        return subject
    known = overlays(subject.loaded.index)
    reaching = _Reaching(known.products, known.contexts, regions)
    return replace(subject, loaded=resolve(subject.loaded, {"region": regions[0]}, reaching))
