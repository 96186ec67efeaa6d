"""The table of coverage of a document under one law."""

from __future__ import annotations

from typing import Final

from hoshin.check.laws.coverage import Row, coverage
from hoshin.check.laws.days import Days
from hoshin.check.laws.items import COMPAI_ITEMS
from hoshin.check.laws.registry import PACKS, asked_for, shipped
from hoshin.check.laws.run import case_of
from hoshin.check.rule import Subject
from hoshin.document.change_values import Side
from hoshin.document.coverage import Entry, Found, Sheet
from hoshin.kernel.errors import UsageError
from hoshin.policy.load import Loaded
from hoshin.policy.snapshot import Snapshot
from hoshin.policy.terms import project_terms
from hoshin.publish.build import locale_of
from hoshin.publish.rules_file import read_rules
from hoshin.publish.siblings import siblings_of
from hoshin.schema.jurisdiction import Jurisdiction
from hoshin.translations.catalogues import words
from hoshin.translations.closing import closing_facts
from hoshin.translations.editions import edition

PROFILES: Final = {"compai": ("gdpr", COMPAI_ITEMS)}
"""Other lists of items over the rules of a pack."""


def laws() -> tuple[str, ...]:
    """What `--law` may name."""
    return (*PACKS, *PROFILES)


def declared(snapshot: Snapshot, loaded: Loaded) -> tuple[str, ...]:
    """The packs of the laws that a document declares."""
    return asked_for(tuple(one for _, one in loaded.index.typed(Jurisdiction)), project_terms(snapshot))


def sheet(snapshot: Snapshot, loaded: Loaded, law: str, days: Days, lang: str) -> Sheet:
    """The table under one law, with texts in one language. Raises UsageError for a law that nobody knows."""
    if law not in laws():
        raise UsageError("unknown-law", law=law, laws=laws())
    name, items = PROFILES.get(law, (law, None))
    pack = shipped(name)
    subject = Subject(loaded, project_terms(snapshot), siblings_of(snapshot, loaded), closing_facts(snapshot, loaded))
    case = case_of(pack, subject, days, read_rules(snapshot).file)
    texts = _texts(snapshot, loaded, lang)
    entries = tuple(_entry(row, loaded, texts) for row in coverage(pack, case, items))
    return Sheet(law, pack, case.day, loaded.name, entries)


def _texts(snapshot: Snapshot, loaded: Loaded, lang: str) -> dict[str, str]:
    """Texts by id as people read them: with the values behind their placeholders."""
    made, _ = edition(snapshot, loaded, lang)
    side = Side(made.loaded, locale_of(snapshot, lang), words(lang, "document"), words(lang, "changes"))
    return {unit.id: side.printed(unit.text) for unit in made.loaded.units}


def _entry(row: Row, loaded: Loaded, texts: dict[str, str]) -> Entry:
    raws = {unit.id: unit.raw for unit in loaded.units}
    found = tuple(Found(unit, texts.get(unit, unit), loaded.place(raws[unit])) for unit in row.units if unit in raws)
    if not found:
        found = tuple(Found(fact, fact, loaded.place_of(fact)) for fact in row.facts)
    return Entry(row, found, tuple((rule, loaded.place(raw)) for rule, _, raw in row.open))
