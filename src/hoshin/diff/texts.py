"""The texts of both sides in all languages, and what each event does to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from msgspec import Struct, field

from hoshin.diff.change import LocaleState, Prose
from hoshin.diff.prose import flagged, redline
from hoshin.kernel.text import norm
from hoshin.policy.load import Loaded
from hoshin.policy.segment import Op

ByLanguage: TypeAlias = Mapping[str, Mapping[str, str]]
_NAMES = ("title", "name", "term", "legal-name")


class Redlines(Struct, frozen=True):
    """The redline of an event by language, its texts one a line, and what in reworded texts asks for a second look."""

    prose: Mapping[str, Prose]
    flags: tuple[str, ...] = ()


class Texts(Struct, frozen=True):
    """Texts by language and unit id; ids of the old side are the ones under which it knows them."""

    source: str
    old: ByLanguage
    new: ByLanguage
    languages: tuple[str, ...]
    """The source language first, then those that either side has."""
    terms: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Words by language that a redline never cuts."""
    made_from: ByLanguage = field(default_factory=dict)
    """Source texts that the new side's translations say they follow, by language and unit id, where they say it."""

    def follows(self, language: str, unit_id: str) -> bool:
        """Whether a translation that stayed says of itself that it follows the source as it is now."""
        said = self.made_from.get(language, {}).get(unit_id)
        now = self.new.get(self.source, {}).get(unit_id)
        return said is not None and now is not None and norm(said, self.source) == norm(now, self.source)

    def titles(self, old_path: str, new_path: str) -> Mapping[str, str]:
        """The name of a fact by language, as new as there is."""
        found: dict[str, str] = {}
        for language in self.languages:
            for side, path in ((self.new, new_path), (self.old, old_path)):
                texts = side.get(language, {})
                named = next((texts[key] for name in _NAMES if (key := f"{path}/{name}") in texts), None)
                if named is not None and language not in found:
                    found[language] = named
        return found

    def redlines(self, pairs: tuple[tuple[str, str], ...]) -> Redlines:
        """Redlines of units, given as old and new id (either may be empty); equal texts are left out."""
        found: dict[str, Prose] = {}
        flags: set[str] = set()
        for language in self.languages:
            segments: list[tuple[Op, str]] = []
            for old_id, new_id in pairs:
                before = self.old.get(language, {}).get(old_id, "")
                after = self.new.get(language, {}).get(new_id, "")
                if before == after or (language != self.source and new_id and not after):
                    continue  # a translation that is not there yet takes nothing back
                line = redline(before, after, language, self.terms.get(language, ()))
                segments.extend([("=", "\n")] if segments else [])
                segments.extend((part.op, part.text) for part in line)
                flags.update(flagged(line, language) if before and after else ())
            if segments:
                found[language] = tuple(segments)
        return Redlines(found, tuple(sorted(flags)))

    def states(self, pairs: tuple[tuple[str, str], ...], *, value: bool) -> Mapping[str, LocaleState]:
        """What an event does to each language. A changed value reads differently wherever it is printed."""
        return {language: self._state(language, pairs, value=value) for language in self.languages}

    def _state(self, language: str, pairs: tuple[tuple[str, str], ...], *, value: bool) -> LocaleState:
        if language == self.source:
            return "changed" if value or pairs else "unchanged"
        states = {self._unit_state(language, *pair) for pair in pairs}
        for state in ("missing", "stale", "changed"):
            if state in states:
                return state
        return "changed" if value else "unchanged"

    def _unit_state(self, language: str, old_id: str, new_id: str) -> LocaleState:
        """A text whose source changed: its translation followed, stayed behind, or is not there."""
        if not new_id:
            return "changed"
        after = self.new.get(language, {}).get(new_id)
        if not after:
            return "missing"
        if self.old.get(language, {}).get(old_id) != after:
            return "changed"
        return "unchanged" if self.follows(language, new_id) else "stale"


def texts(
    old: Loaded,
    new: Loaded,
    old_texts: ByLanguage,
    new_texts: ByLanguage,
    made_from: ByLanguage,
    terms: Mapping[str, Sequence[str]],
) -> Texts:
    """Source texts of both sides and the translations that were given."""
    sources = old.policy.document.source_locale, new.policy.document.source_locale
    before = {**old_texts, sources[0]: {unit.id: unit.text for unit in old.units}}
    after = {**new_texts, sources[1]: {unit.id: unit.text for unit in new.units}}
    languages = tuple(dict.fromkeys((sources[1], *after, *before)))
    return Texts(sources[1], before, after, languages, terms, made_from)
