"""All checks in order (DESIGN.md section 6): the one place that joins reading, rules and translations."""

from __future__ import annotations

from hoshin.check.run import check_policy
from hoshin.kernel.finding import Finding, sort_key
from hoshin.policy.load import Loaded, load_document
from hoshin.policy.snapshot import Snapshot
from hoshin.policy.terms import project_terms
from hoshin.publish.settings import read_settings
from hoshin.publish.siblings import siblings_of
from hoshin.translations.editions import languages
from hoshin.translations.locale import LocaleError, read_locale
from hoshin.translations.status import check_translations
from hoshin.translations.unnamed_words import unnamed_words


def check_document(snapshot: Snapshot, name: str) -> tuple[Finding, ...]:
    """Every finding on one document of a snapshot, sorted by place."""
    reading = load_document(snapshot, name)
    terms = project_terms(snapshot)
    settings = read_settings(snapshot)[1]
    findings = [*snapshot.findings, *settings, *terms.findings, *reading.findings]
    if reading.loaded is not None:
        findings += check_policy(reading.loaded, terms, siblings=siblings_of(snapshot, reading.loaded))
        findings += check_translations(snapshot, reading.loaded)
        findings += _locale_findings(snapshot, reading.loaded)
    return tuple(sorted(dict.fromkeys(findings), key=sort_key))


def _locale_findings(snapshot: Snapshot, loaded: Loaded) -> list[Finding]:
    """Faults of the project's `locale.yaml` files, and words that they lack."""
    found: list[Finding] = []
    for lang in languages(snapshot, loaded):
        try:
            locale = read_locale(lang, snapshot.files.get(f"translations/{lang}/locale.yaml"))
        except LocaleError as error:
            found += error.findings
        else:
            found += unnamed_words(loaded, locale)
    return found


def check_project(snapshot: Snapshot, names: tuple[str, ...]) -> tuple[Finding, ...]:
    """Every finding on several documents, each told once."""
    found = dict.fromkeys(item for name in names for item in check_document(snapshot, name))
    return tuple(sorted(found, key=sort_key))
