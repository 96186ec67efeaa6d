"""All checks in order (DESIGN.md section 6): the one place that joins reading, rules and translations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from hoshin.check.laws.run import Days
from hoshin.check.rule import Subject
from hoshin.check.run import check_subject
from hoshin.diff.decisions.read import read_decisions
from hoshin.kernel.errors import NotThereError
from hoshin.kernel.finding import Finding, Severity, finding, sort_key
from hoshin.kernel.place import Place
from hoshin.policy.load import Loaded, Reading, load_document
from hoshin.policy.nearest import nearest
from hoshin.policy.snapshot import Snapshot
from hoshin.policy.terms import Terms, project_terms
from hoshin.publish.layout import check_layout
from hoshin.publish.rules_file import ProjectRules, applied, read_rules
from hoshin.publish.settings import read_settings
from hoshin.publish.siblings import siblings_of
from hoshin.schema.vocabulary_term import split_id
from hoshin.translations.accepted import FILE as RULES_FILE
from hoshin.translations.catalogues import languages as spoken
from hoshin.translations.closing import closing_facts
from hoshin.translations.editions import languages
from hoshin.translations.fallback import is_ready
from hoshin.translations.levels import Gate
from hoshin.translations.locale import FAMILIES, LocaleError, is_code, locale_in
from hoshin.translations.states import Translation
from hoshin.translations.status import check_translations, required, translations_of, unready
from hoshin.translations.unknown_countries import unknown_countries
from hoshin.translations.unnamed_words import unnamed_words

_NO_LANGUAGE: Final = frozenset({"DOC124.language", "DOC124.language-code"})
_UNKNOWN_TERM: Final = frozenset({"DOC132.near", "DOC132.unknown"})


def check_document(
    snapshot: Snapshot,
    name: str,
    days: Days | None = None,
    rules: ProjectRules | None = None,
    reading: Reading | None = None,
    gate: Gate = "check",
) -> tuple[Finding, ...]:
    """Every finding on one document of a snapshot, sorted by place. Without `days` no law is asked.

    `rules` are those of the project; its waivers are applied where all documents are known. `reading` is what reading
    the document gave, where that was done before. Translations are as bad as they are at that `gate`.
    """
    reading = reading or load_document(snapshot, name)
    terms = project_terms(snapshot)
    settings = read_settings(snapshot)[1]
    decided = read_decisions(snapshot, name).findings
    findings = [*snapshot.findings, *settings, *terms.findings, *reading.findings, *decided]
    if reading.loaded is not None:
        own = (rules or read_rules(snapshot)).file
        siblings, closing = siblings_of(snapshot, reading.loaded), closing_facts(snapshot, reading.loaded)
        found = check_subject(Subject(reading.loaded, terms, siblings, closing), days=days, own=own)
        findings += (item for item in found if not _lost_with_the_vocabulary(item, terms))
        findings += _of_languages(snapshot, reading.loaded, gate, days.today if days else None)
        findings += _zone(reading.loaded)
    return tuple(sorted(dict.fromkeys(findings), key=sort_key))


def _lost_with_the_vocabulary(item: Finding, terms: Terms) -> bool:
    """Whether a term is only unknown because the project's vocabulary, which may have it, cannot be used."""
    if terms.own or not terms.findings or item.message_id not in _UNKNOWN_TERM:
        return False
    return split_id(str(dict(item.args)["term"]))[0] not in terms.vocabulary.prefixes


def _of_languages(snapshot: Snapshot, loaded: Loaded, gate: Gate, today: date | None) -> list[Finding]:
    """Faults of the languages, then of the translations into those that there are words for."""
    found = _locale_findings(snapshot, loaded)
    without = {item.path for item in found if item.message_id in _NO_LANGUAGE}
    if loaded.policy.document.source_locale in without:
        return found
    files = tuple(f"translations/{lang}/" for lang in without)
    told = check_translations(snapshot, loaded, gate, today)
    kept = [item for item in told if item.place is None or not item.place.file.startswith(files)]
    return [
        *found,
        *kept,
        *(_not_ready(translations_of(snapshot, loaded, today), snapshot, without) if gate == "release" else ()),
    ]


def _not_ready(all_: Iterable[Translation], snapshot: Snapshot, without: set[str]) -> Iterator[Finding]:
    """Each language whose translation may not be released as it is (REL105)."""
    for made in all_:
        require = required(snapshot, made.locale)
        if made.locale not in without and not is_ready(made, require):
            place = Place(made.catalog.file, 1, 1)
            count = len(unready(made, require))
            yield finding("REL105", Severity.ERROR, made.locale, place, language=made.locale, count=count)


def _locale_findings(snapshot: Snapshot, loaded: Loaded) -> list[Finding]:
    """Faults of the project's `locale.yaml` files, words that they lack, and languages without any."""
    found: list[Finding] = []
    for number, lang in enumerate(languages(snapshot, loaded)):
        try:
            locale = locale_in(snapshot.files, lang)
        except LocaleError as error:
            found += error.findings
            continue
        except NotThereError:
            locale = None
        if locale is None or not all(map(locale.speaks, FAMILIES)):
            place = _announced(snapshot, loaded, lang)
            message = "DOC124.language" if is_code(lang) else "DOC124.language-code"
            found.append(finding("DOC124", Severity.ERROR, lang, place, message=message, value=lang, known=spoken()))
            continue
        found += unnamed_words(loaded, locale)
        found += unknown_countries(loaded, locale) if number == 0 else ()
    return found


def _announced(snapshot: Snapshot, loaded: Loaded, lang: str) -> Place | None:
    """Where a language is named: in a file of translations, else in the document itself."""
    file = f"translations/{lang}/{loaded.name}.yaml"
    if file in snapshot.files:
        return Place(file, 1, 1)
    document = loaded.policy.document
    at = ("document", "locales", document.locales.index(lang)) if lang in document.locales else None
    return loaded.place(("document", "source_locale") if lang == document.source_locale or at is None else at)


def _zone(loaded: Loaded) -> Iterator[Finding]:
    """A time zone that is none; nothing where the machine has no database of them."""
    zone = loaded.policy.document.timezone
    if zone is None or _is_zone(zone) or not (known := available_timezones()):
        return
    near = nearest(zone, known) or ""
    message = "DOC124.timezone-near" if near else "DOC124.timezone"
    place = loaded.place(("document", "timezone"))
    yield finding("DOC124", Severity.ERROR, "document/timezone", place, message=message, value=zone, near=near)


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ValueError, OSError, ZoneInfoNotFoundError):  # OSError: a folder of the database, such as "Asia"
        return False
    return True


def check_project(
    snapshot: Snapshot,
    names: tuple[str, ...],
    days: Days | None = None,
    readings: Mapping[str, Reading] = MappingProxyType({}),
    more: Iterable[Finding] = (),
    gate: Gate = "check",
) -> tuple[Finding, ...]:
    """Every finding on several documents and on the tree of files, each told once.

    `readings` are documents that were read before, `more` what was found beside the snapshot, such as in the archive.
    Translations are as bad as they are at that `gate`.
    """
    rules = read_rules(snapshot)
    found = [*snapshot.findings, *more, *check_layout(snapshot)]
    found += (item for name in names for item in check_document(snapshot, name, days, rules, readings.get(name), gate))
    if snapshot.files.get(RULES_FILE) is not None and days is not None:
        found = [*applied(dict.fromkeys(found), rules, days.today), *rules.findings]
    return tuple(sorted(dict.fromkeys(found), key=sort_key))
