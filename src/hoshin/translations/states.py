"""The state of every translated text, computed and never typed (translations.md section 5)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date
from functools import cached_property, lru_cache
from typing import Final, Literal

from msgspec import Struct, field

from hoshin.kernel.errors import HoshinError
from hoshin.kernel.finding import Finding
from hoshin.kernel.text import norm
from hoshin.policy.load import Loaded
from hoshin.policy.snapshot import Snapshot
from hoshin.policy.units import TextUnit
from hoshin.policy.wording import Wording, wording
from hoshin.translations.accepted import Accepted, read_accepted
from hoshin.translations.approvals import Approvals, read_approvals
from hoshin.translations.carried import carry, carry_approvals, moves
from hoshin.translations.catalog import Catalog, Entry, read_catalog
from hoshin.translations.glossary import Glossary, read_glossary
from hoshin.translations.judged import Words, judged, terms_of
from hoshin.translations.locale import locale_in
from hoshin.translations.staleness import Staleness, classify
from hoshin.translations.tables import table_of

State = Literal["missing", "broken", "stale", "approved", "reviewed", "draft", "orphan"]
STATES: Final[tuple[State, ...]] = ("missing", "broken", "stale", "draft", "reviewed", "approved", "orphan")
"""All states, in the order in which a report names them."""
FRESH: Final = frozenset({"draft", "reviewed", "approved"})
"""States of a text that says what the source says now, as far as a program can tell."""


class UnitState(Struct, frozen=True):
    """One text in one language. `unit` is None for an orphan, `entry` for a text that has none.

    `staleness` says how much the source has changed since `before`, what the entry was made from; empty when it has
    not, whatever the state. `findings` are those of the lints.
    """

    id: str
    state: State
    unit: TextUnit | None = None
    entry: Entry | None = None
    staleness: Staleness | Literal[""] = ""
    findings: tuple[Finding, ...] = ()

    @property
    def needs_work(self) -> bool:
        """Whether somebody has to write, correct or confirm something before it can be reviewed."""
        return self.state not in FRESH


class Translation(Struct, frozen=True, dict=True):
    """One document beside one of its translations, declared renames followed.

    `catalog` and `approvals` are the files as they read; `there` tells whether the overlay exists at all.
    """

    loaded: Loaded
    catalog: Catalog
    approvals: Approvals
    there: bool
    words: Words
    accepted: Accepted = field(default_factory=Accepted)

    @property
    def source(self) -> str:
        """The language in which legal writes."""
        return self.loaded.policy.document.source_locale

    @property
    def locale(self) -> str:
        """The language of the translation."""
        return self.catalog.locale

    @cached_property
    def carried(self) -> Catalog:
        """The overlay with every entry under the id that its text has now."""
        return carry(self.loaded, self.catalog)

    @cached_property
    def approved(self) -> Approvals:
        """The approvals under the ids that the texts have now."""
        return carry_approvals(self.loaded, self.approvals)

    @cached_property
    def moved(self) -> dict[str, str]:
        """Old id -> new id of entries that a declared rename takes along and `sync` has not moved yet."""
        return dict(moves(self.loaded, self.catalog))

    @cached_property
    def units(self) -> tuple[UnitState, ...]:
        """Every text of the source in its order, then every orphan in the order of the file."""
        known = {unit.id for unit in self.loaded.units}
        orphans = (UnitState(name, "orphan", None, entry) for name, entry in self.carried.entries.items())
        return (*self._of_source(), *(each for each in orphans if each.id not in known))

    def in_state(self, *states: State) -> tuple[UnitState, ...]:
        """The texts in one of these states."""
        return tuple(each for each in self.units if each.state in states)

    def _of_source(self) -> Iterator[UnitState]:
        faults = judged(self.loaded, self.carried, self.words)
        for unit in self.loaded.units:
            entry = self.carried.entries.get(unit.id)
            if entry is None or not entry.has_answer:
                yield UnitState(unit.id, "missing", unit, entry)
                continue
            staleness = self._staleness(unit, entry)
            findings = faults.get(unit.id, ())
            yield UnitState(unit.id, self._state(unit, entry, staleness, findings), unit, entry, staleness, findings)

    def _staleness(self, unit: TextUnit, entry: Entry) -> Staleness | Literal[""]:
        before, now = norm(entry.source, self.source), norm(unit.text, self.source)
        table = self.words.tables.get(self.source)
        return classify(before, now, self.source, terms_of(self.loaded), table) if before != now else ""

    def _state(self, unit: TextUnit, entry: Entry, staleness: str, findings: tuple[Finding, ...]) -> State:
        if any(self.accepted.is_error(item) for item in findings):
            return "broken"
        if staleness:
            return "stale"
        role = self.approved.role(unit.id, entry, self.source)
        return "approved" if role == "counsel" else "reviewed" if role == "reviewer" else "draft"


def translation(snapshot: Snapshot, loaded: Loaded, locale: str, today: date | None = None) -> Translation:
    """One document beside its translation into `locale`, as the files of the snapshot have it.

    A waiver that ended before `today` accepts nothing any more.
    """
    catalog = read_catalog(snapshot, loaded.name, loaded.policy.document.source_locale, locale)
    approvals = read_approvals(snapshot, loaded.name, locale)
    source = loaded.policy.document.source_locale
    words = _words(snapshot, source, locale)
    accepted = read_accepted(snapshot, loaded.name, today)
    return Translation(loaded, catalog, approvals, catalog.file in snapshot.files, words, accepted)


def _words(snapshot: Snapshot, source: str, locale: str) -> Words:
    glossary, tables = read_glossary(snapshot, source, locale), _tables(snapshot, (source, locale))
    return Words(glossary, tables) if tables else _known_words(glossary)


@lru_cache(maxsize=8)
def _known_words(glossary: Glossary) -> Words:
    """The same words for the same glossary, where the tool itself knows both languages."""
    return Words(glossary)


def _tables(snapshot: Snapshot, langs: tuple[str, str]) -> Mapping[str, Wording]:
    """Tables of the languages that the tool has none for; a locale.yaml that cannot be used has findings of its own."""
    found: dict[str, Wording] = {}
    for lang in langs:
        if wording(lang) is None:
            with suppress(HoshinError):
                table = table_of(locale_in(snapshot.files, lang))
                found |= {lang: table} if table else {}
    return found
