"""Translations of one document: what is missing, stale, left over, faulty or not reviewed (translations.md 5 and 8)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from hoshin.kernel.finding import Arg, Finding, Severity, finding
from hoshin.kernel.place import Place
from hoshin.kernel.text import norm
from hoshin.policy.load import Loaded
from hoshin.policy.nearest import nearest
from hoshin.policy.placeholders import ARTICLE, find
from hoshin.policy.printable import default_field, printed_value
from hoshin.policy.snapshot import Snapshot
from hoshin.policy.units import TextUnit
from hoshin.translations.approvals import Approvals, read_approvals
from hoshin.translations.catalog import Catalog, Entry
from hoshin.translations.editions import catalogs
from hoshin.translations.lints import LINTS
from hoshin.translations.parity import Pair
from hoshin.translations.staleness import classify, marked

_MOST = 200
"""Missing texts among which a near name is looked for."""


@dataclass(frozen=True)
class Translation:
    """One document beside one of its translations."""

    loaded: Loaded
    catalog: Catalog
    approvals: Approvals
    there: bool

    @property
    def source(self) -> str:
        """The language in which legal writes."""
        return self.loaded.policy.document.source_locale

    @cached_property
    def missing(self) -> tuple[TextUnit, ...]:
        """Texts that the translation lacks; those left out on purpose are not missing."""
        return tuple(unit for unit in self.loaded.units if not self._has(unit))

    def _has(self, unit: TextUnit) -> bool:
        entry = self.catalog.entries.get(unit.id)
        return entry is not None and bool(entry.text or entry.omit)

    @cached_property
    def present(self) -> tuple[tuple[TextUnit, Entry], ...]:
        """Texts with their translations, those left out on purpose among them."""
        return tuple((unit, self.catalog.entries[unit.id]) for unit in self.loaded.units if self._has(unit))


def check_translations(snapshot: Snapshot, loaded: Loaded) -> tuple[Finding, ...]:
    """Every finding on the document's translations, language by language, in no particular order."""
    found: list[Finding] = []
    for catalog in catalogs(snapshot, loaded):
        approvals = read_approvals(snapshot, loaded.name, catalog.locale)
        translation = Translation(loaded, catalog, approvals, catalog.file in snapshot.files)
        found += [*catalog.findings, *approvals.findings, *_findings(translation)]
    return tuple(dict.fromkeys(found))


def _findings(translation: Translation) -> Iterator[Finding]:
    if not translation.there:
        yield _no_file(translation)
        return
    if not translation.catalog.readable:
        return  # everything would seem to be missing
    yield from (_missing(translation, unit) for unit in translation.missing)
    yield from _orphans(translation)
    unreviewed = 0
    for unit, entry in translation.present:
        stale = norm(entry.source, translation.source) != norm(unit.text, translation.source)
        if stale:
            yield _stale(translation, unit, entry)
        broken = tuple(_lint(translation, unit, entry)) if entry.target and not entry.omit else ()
        yield from broken
        unreviewed += not translation.approvals.covers(unit.id, entry, translation.source)
    if unreviewed:
        yield _draft(translation, unreviewed)


def _no_file(translation: Translation) -> Finding:
    catalog = translation.catalog
    first = block(translation.loaded.units[0], translation.source, catalog.locale)
    return finding(
        "tr-missing",
        Severity.WARNING,
        catalog.file,
        Place(catalog.file, 1, 1),
        message="tr-missing.file",
        file=catalog.file,
        count=len(translation.loaded.units),
        block=f"units:\n{first}",
    )


def _missing(translation: Translation, unit: TextUnit) -> Finding:
    catalog = translation.catalog
    empty = unit.id in catalog.entries
    return finding(
        "tr-missing",
        Severity.WARNING,
        unit.id,
        catalog.place(unit.id),
        message="tr-missing.empty" if empty else "tr-missing.unit",
        unit=unit.id,
        locale=catalog.locale,
        file=catalog.file,
        block=block(unit, translation.source, catalog.locale),
    )


def block(unit: TextUnit, source: str, locale: str, translation: str = "…") -> str:
    """The lines to paste under `units:` of the overlay, the source text included."""
    return "\n".join([f"  {unit.id}:", *_literal(source, unit.text), *_literal(locale, translation)])


def _literal(key: str, text: str) -> list[str]:
    return [f"    {key}: |-", *(f"      {line}".rstrip() for line in text.split("\n"))]


def _stale(translation: Translation, unit: TextUnit, entry: Entry) -> Finding:
    source, catalog = translation.source, translation.catalog
    before, now = norm(entry.source, source), norm(unit.text, source)
    return finding(
        "tr-stale",
        Severity.WARNING,
        unit.id,
        catalog.place(unit.id),
        message=f"tr-stale.{classify(before, now, source, terms_of(translation.loaded))}",
        unit=unit.id,
        source=source,
        change=marked(before, now, source),
        block="\n".join(_literal(source, unit.text)),
    )


def terms_of(loaded: Loaded) -> tuple[str, ...]:
    """Labels of the defined terms."""
    terms = (getattr(entry.value, "term", "") for entry in loaded.index.of_kind("term"))
    return tuple(term for term in terms if term)


def _orphans(translation: Translation) -> Iterator[Finding]:
    catalog = translation.catalog
    known = {unit.id for unit in translation.loaded.units}
    waiting = {norm(unit.text, translation.source): unit.id for unit in reversed(translation.missing)}
    free = [unit.id for unit in translation.missing]
    for unit_id, entry in catalog.entries.items():
        if unit_id in known:
            continue
        renamed = waiting.get(norm(entry.source, translation.source)) if entry.source else None
        near = renamed or (nearest(unit_id, free) if len(free) <= _MOST else None)
        args: dict[str, Arg] = {"unit": unit_id, "near": near} if near else {"unit": unit_id}
        variant = "renamed" if renamed else "near" if near else "left"
        place = catalog.place(unit_id)
        yield finding("tr-orphan", Severity.WARNING, unit_id, place, message=f"tr-orphan.{variant}", **args)


def _draft(translation: Translation, unreviewed: int) -> Finding:
    catalog = translation.catalog
    return finding(
        "tr-draft",
        Severity.INFO,
        catalog.file,
        Place(catalog.file, 1, 1),
        locale=catalog.locale,
        count=unreviewed,
        all=len(translation.loaded.units),
    )


def _lint(translation: Translation, unit: TextUnit, entry: Entry) -> Iterator[Finding]:
    """Faults of a translation beside the source text that it was made from: a newer one is told as stale."""
    source, locale = translation.source, translation.catalog.locale
    made_from = entry.source or unit.text
    pair = Pair(
        norm(made_from, source), norm(entry.target, locale), source, locale, _values(translation.loaded, made_from)
    )
    for lint in LINTS:
        for trouble in lint.find(pair):
            yield finding(
                lint.id,
                trouble.severity or lint.severity,
                unit.id,
                _place(translation.catalog, unit.id, locale),
                message=f"{lint.id}.{trouble.variant}" if trouble.variant else "",
                **trouble.args,
            )


def _place(catalog: Catalog, unit_id: str, locale: str) -> Place:
    return catalog.places.get(("units", unit_id, locale)) or catalog.place(unit_id)


def _values(loaded: Loaded, text: str) -> Mapping[str, object]:
    """What the placeholders of a text stand for."""
    found: dict[str, object] = {}
    for placeholder in find(text) if "{" in text else ():
        entry = loaded.index.get(placeholder.fact)
        if entry is not None and placeholder.kind != ARTICLE:
            field = placeholder.field or default_field(entry.value)
            if field is not None:
                found[placeholder.written.replace(" ", "")] = printed_value(entry.value, field)
    return found
