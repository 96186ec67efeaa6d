"""A pack: the rules of one law with its version, what it builds on, and what it changes there (rules.md 2.1)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from msgspec import Struct, field
from msgspec.structs import replace

from hoshin.check.laws.lawrule import LawRule
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground, holds


class PackError(ValueError):
    """A pack is not well made: an unknown parent, a circle of parents, an override of a rule that is not there."""


class Override(Struct, frozen=True):
    """What a pack changes on a rule of its parent. `off` is the reason for which the rule does not apply here."""

    rule: str
    severity: Severity | None = None
    grounds: tuple[Ground, ...] | None = None
    in_force_from: date | None = None
    off: str = ""


class Dated(Struct, frozen=True):
    """An entry of a dated list, such as a country with an adequacy decision. Both dates are inclusive."""

    value: str
    first: date | None = None
    last: date | None = None


class Item(Struct, frozen=True):
    """A row of `hoshin coverage`: what the law wants to be told, where it says so, and the rules that guard it.

    `id` names its words in the catalogue; `provisions` are printed beside it, one for each column of the table.
    """

    id: str
    provisions: tuple[str, ...]
    rules: tuple[str, ...]


class Pack(Struct, frozen=True, kw_only=True):
    """`laws` are the terms of jurisdictions that switch it on, `regions` those of the people whom the law protects.

    `instruments` gives rules that are taken over from the parent the names of this law. `lists` are dated lists that
    rules read by name. `sentences` holds, by message id, the `message_en`, `help_en`, `message_ja`, `help_ja` of a pack
    that is not shipped; shipped packs have theirs in the catalogues. `confirmed_by` stays empty until a lawyer has
    signed the pack off (rules.md 1.7).
    """

    id: str
    version: str
    as_of: date
    laws: tuple[str, ...]
    regions: tuple[str, ...]
    rules: tuple[LawRule, ...]
    extends: str = ""
    overrides: tuple[Override, ...] = ()
    instruments: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    lists: Mapping[str, tuple[Dated, ...]] = field(default_factory=lambda: MappingProxyType({}))
    items: tuple[Item, ...] = ()
    sources: tuple[str, ...] = ()
    confirmed_by: str = ""
    sentences: Mapping[str, Mapping[str, str]] = field(default_factory=lambda: MappingProxyType({}))

    def on(self, day: date) -> Mapping[str, frozenset[str]]:
        """The dated lists as of a day."""
        return {
            name: frozenset(entry.value for entry in entries if holds(entry.first, entry.last, day))
            for name, entries in self.lists.items()
        }


def built_on(parent: Pack, pack: Pack) -> Pack:
    """The pack with all that its parent has, changed as it says. Raises PackError."""
    known = {rule.id for rule in parent.rules}
    if strange := sorted({override.rule for override in pack.overrides} - known):
        raise PackError(f"{pack.id} overrides {', '.join(strange)}, which {parent.id} does not have")
    overrides = {override.rule: override for override in pack.overrides}
    taken = tuple(
        _changed(rule, overrides.get(rule.id), pack.instruments)
        for rule in parent.rules
        if not (rule.id in overrides and overrides[rule.id].off)
    )
    off = {override.rule for override in pack.overrides if override.off}
    items = pack.items or tuple(_guarded(item, off) for item in parent.items)
    return replace(pack, rules=(*taken, *pack.rules), lists={**parent.lists, **pack.lists}, items=items)


def _guarded(item: Item, off: set[str]) -> Item:
    """The row without the rules that do not apply here."""
    return replace(item, rules=tuple(rule for rule in item.rules if rule not in off))


def _changed(rule: LawRule, override: Override | None, instruments: Mapping[str, str]) -> LawRule:
    cited = (override.grounds if override else None) or tuple(
        replace(ground, instrument=instruments.get(ground.instrument, ground.instrument)) for ground in rule.grounds
    )
    if override is None:
        return replace(rule, grounds=cited)
    return replace(
        rule,
        grounds=cited,
        severity=override.severity or rule.severity,
        in_force_from=override.in_force_from or rule.in_force_from,
    )
