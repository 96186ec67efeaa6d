"""Translations of one document: what is missing, stale, left over, faulty or not reviewed (translations.md 5 and 8)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final, Literal

from msgspec.structs import replace

from hoshin.kernel.errors import HoshinError
from hoshin.kernel.finding import Arg, Finding, Severity, finding
from hoshin.kernel.place import Place, nearest_place
from hoshin.kernel.text import norm
from hoshin.policy.load import Loaded
from hoshin.policy.nearest import nearest
from hoshin.policy.snapshot import Snapshot
from hoshin.policy.units import TextUnit
from hoshin.translations.approvals import Role
from hoshin.translations.closing import closing_findings
from hoshin.translations.editions import languages
from hoshin.translations.governing import governing_findings
from hoshin.translations.levels import Gate, level
from hoshin.translations.locale import locale_in
from hoshin.translations.localize import may_omit
from hoshin.translations.staleness import marked
from hoshin.translations.states import State, Translation, UnitState, translation

Require = Literal["approved", "reviewed", "draft"]
_MOST: Final = 200
"""Missing texts among which a near name is looked for."""
_ENOUGH: Final = {
    "approved": frozenset({"approved"}),
    "reviewed": frozenset({"approved", "reviewed"}),
    "draft": frozenset({"approved", "reviewed", "draft"}),
}
"""States that satisfy what a locale.yaml asks of a release."""
_STATE_OF: Final[Mapping[Role | None, State]] = {"counsel": "approved", "reviewer": "reviewed", None: "draft"}


def translations_of(snapshot: Snapshot, loaded: Loaded, today: date | None = None) -> tuple[Translation, ...]:
    """The document beside each of its translations, as people accept them on that day."""
    return tuple(translation(snapshot, loaded, lang, today) for lang in languages(snapshot, loaded)[1:])


def check_translations(
    snapshot: Snapshot, loaded: Loaded, gate: Gate = "check", today: date | None = None
) -> tuple[Finding, ...]:
    """Every finding on the document's translations, language by language, in no particular order."""
    langs = languages(snapshot, loaded)
    found = [*governing_findings(snapshot, langs, gate), *closing_findings(snapshot, loaded, langs)]
    for each in translations_of(snapshot, loaded, today):
        found += judge(each, gate, required(snapshot, each.locale))
    return tuple(dict.fromkeys(found))


def required(snapshot: Snapshot, lang: str) -> Require:
    """What the locale.yaml asks of a release; the most where it cannot be read, which has findings of its own."""
    try:
        return locale_in(snapshot.files, lang).require
    except HoshinError:
        return "approved"


def judge(made: Translation, gate: Gate = "check", require: Require = "approved") -> tuple[Finding, ...]:
    """Every finding on one translation, as bad as it is at that gate."""
    found = [
        *made.catalog.findings,
        *made.approvals.findings,
        *made.words.glossary.findings,
        *(_findings(made, gate, require)),
    ]
    return tuple(dict.fromkeys(found))


def _findings(made: Translation, gate: Gate, require: Require) -> Iterator[Finding]:
    if not made.there:
        yield from _at("missing", gate, _no_file(made))
        return
    if not made.catalog.readable:
        return  # everything would seem to be missing
    renamed = looks_renamed(made)
    free = tuple(missing.id for missing in made.in_state("missing"))
    for each in made.units:
        if each.unit is None:
            yield from _at("orphan", gate, _orphan(made, each, renamed.get(each.id), free))
        elif each.state == "missing":
            yield from _at("missing", gate, _missing(made, each.unit))
        elif each.staleness and each.entry is not None:
            yield from _at(f"stale.{each.staleness}", gate, _stale(made, each))
        if each.unit is not None and each.entry is not None and each.entry.omit and not may_omit(each.unit):
            yield finding("tr-omit", Severity.ERROR, each.id, made.carried.place_of(each.entry), unit=each.id)
        yield from each.findings
    for old, new in made.moved.items():
        yield from _at("renamed", gate, _renamed(made, old, new))
    for item in _unused_approvals(made):
        yield from _at("approval", gate, item)
    yield from _confirmations(made, gate, require)


def _at(what: str, gate: Gate, item: Finding) -> Iterator[Finding]:
    """The finding as bad as it is there, or nothing."""
    severity = level(what, gate)
    if severity is not None:
        yield replace(item, severity=severity)


def _finding(rule: str, path: str, place: Place | None, message: str = "", **args: Arg) -> Finding:
    """A finding whose severity the gate decides (`_at`)."""
    return finding(rule, Severity.INFO, path, place, message=message, **args)


def _no_file(made: Translation) -> Finding:
    file = made.catalog.file
    first = block(made.loaded.units[0], made.source, made.locale)
    args: dict[str, Arg] = {"file": file, "count": len(made.loaded.units), "block": f"units:\n{first}"}
    return _finding("tr-missing", file, Place(file, 1, 1), "tr-missing.file", **args)


def _missing(made: Translation, unit: TextUnit) -> Finding:
    catalog = made.catalog
    return _finding(
        "tr-missing",
        unit.id,
        catalog.place(unit.id),
        "tr-missing.empty" if unit.id in catalog.entries else "tr-missing.unit",
        unit=unit.id,
        locale=made.locale,
        file=catalog.file,
        block=block(unit, made.source, made.locale),
    )


def block(unit: TextUnit, source: str, locale: str, translation: str = "…") -> str:
    """The lines to paste under `units:` of the overlay, the source text included."""
    return "\n".join([f"  {unit.id}:", *literal(source, unit.text), *literal(locale, translation)])


def literal(key: str, text: str) -> list[str]:
    """The lines of one text of an entry."""
    return [f"    {key}: |-", *(f"      {line}".rstrip() for line in text.split("\n"))]


def _stale(made: Translation, each: UnitState) -> Finding:
    assert each.unit is not None  # noqa: S101 an orphan is never stale
    assert each.entry is not None  # noqa: S101 nor is a text without an entry
    source = made.source
    return _finding(
        "tr-stale",
        each.id,
        made.carried.place_of(each.entry),
        f"tr-stale.{each.staleness}",
        unit=each.id,
        source=source,
        change=marked(norm(each.entry.source, source), norm(each.unit.text, source), source),
        block="\n".join(literal(source, each.unit.text)),
    )


def looks_renamed(made: Translation) -> dict[str, str]:
    """Old id -> new id of entries without a text, where a text without a translation has the same source."""
    waiting = {norm(each.unit.text, made.source): each.id for each in reversed(made.in_state("missing")) if each.unit}
    found: dict[str, str] = {}
    for each in made.in_state("orphan"):
        new = waiting.pop(norm(each.entry.source, made.source), None) if each.entry and each.entry.source else None
        if new is not None:
            found[each.id] = new
    return found


def _orphan(made: Translation, each: UnitState, renamed: str | None, free: tuple[str, ...]) -> Finding:
    near = renamed or (nearest(each.id, free) if len(free) <= _MOST else None)
    args: dict[str, Arg] = {"unit": each.id, "near": near} if near else {"unit": each.id}
    variant = "renamed" if renamed else "near" if near else "left"
    return _finding("tr-orphan", each.id, made.catalog.place(each.id), f"tr-orphan.{variant}", **args)


def _renamed(made: Translation, old: str, new: str) -> Finding:
    return _finding("tr-renamed", new, made.catalog.place(old), "", unit=new, former=old)


def _unused_approvals(made: Translation) -> Iterator[Finding]:
    """Approvals of what is not there any more, or of another pair of texts."""
    known = {each.id: each for each in made.units if each.unit is not None}
    for name in made.approved.units:
        each = known.get(name)
        entry = each.entry if each and each.state != "missing" else None
        if each is not None and (entry is None or made.approved.role(name, entry, made.source)):
            continue  # that the text has no translation is told already
        place = nearest_place(made.approvals.places, (made.loaded.name, name))
        yield _finding(
            "tr-unused-approval", name, place, f"tr-unused-approval.{'lapsed' if each else 'unknown'}", unit=name
        )


def unready(made: Translation, require: Require) -> tuple[UnitState, ...]:
    """The texts that stand against a release: missing, behind, left over, faulty, or confirmed by nobody who counts.

    A text whose source has changed in its signs alone counts as what the pair was confirmed as.
    """
    return tuple(each for each in made.units if not _enough(made, each, require))


def confirmed(made: Translation, require: Require) -> bool:
    """Whether every text was confirmed as it stands, whatever lints of a later day say of it."""
    entries = made.carried.entries
    return all(
        (entry := entries.get(unit.id)) is not None
        and entry.has_answer
        and norm(entry.source, made.source) == norm(unit.text, made.source)
        and _STATE_OF[made.approved.role(unit.id, entry, made.source)] in _ENOUGH[require]
        for unit in made.loaded.units
    )


def _enough(made: Translation, each: UnitState, require: Require) -> bool:
    if each.state != "stale" or each.staleness != "cosmetic" or each.entry is None:
        return each.state in _ENOUGH[require]
    role = made.approved.role(each.id, each.entry, made.source)
    return _STATE_OF[role] in _ENOUGH[require]


def _confirmations(made: Translation, gate: Gate, require: Require) -> Iterator[Finding]:
    """One finding on all texts that nobody has confirmed, or not in the role that a release asks for."""
    catalog = made.catalog
    there = [each for each in made.units if each.unit is not None and each.state != "missing"]
    draft = [each for each in there if not _confirmed(made, each)]
    lacking = [each for each in there if not _enough(made, each, require)]
    if gate == "release" and lacking:
        yield from _at("unconfirmed", gate, _draft(catalog.file, made, len(lacking), f"tr-draft.{require}"))
    elif draft:
        yield from _at("confirmed", gate, _draft(catalog.file, made, len(draft), ""))


def _confirmed(made: Translation, each: UnitState) -> bool:
    return each.entry is not None and made.approved.covers(each.id, each.entry, made.source)


def _draft(file: str, made: Translation, count: int, message: str) -> Finding:
    all_ = len(made.loaded.units)
    return _finding("tr-draft", file, Place(file, 1, 1), message, locale=made.locale, count=count, all=all_)
