"""All checks in order (DESIGN.md section 6): the one place that joins reading, rules and translations."""

from __future__ import annotations

from hoshin.check.run import check_policy
from hoshin.kernel.finding import Finding, sort_key
from hoshin.policy.load import load_document
from hoshin.policy.snapshot import Snapshot
from hoshin.policy.terms import project_terms
from hoshin.publish.settings import read_settings
from hoshin.translations.status import check_translations


def check_document(snapshot: Snapshot, name: str) -> tuple[Finding, ...]:
    """Every finding on one document of a snapshot, sorted by place."""
    reading = load_document(snapshot, name)
    terms = project_terms(snapshot)
    settings = read_settings(snapshot)[1]
    findings = [*snapshot.findings, *settings, *terms.findings, *reading.findings]
    if reading.loaded is not None:
        findings += check_policy(reading.loaded, terms)
        findings += check_translations(snapshot, reading.loaded)
    return tuple(sorted(dict.fromkeys(findings), key=sort_key))


def check_project(snapshot: Snapshot, names: tuple[str, ...]) -> tuple[Finding, ...]:
    """Every finding on several documents, each told once."""
    found = dict.fromkeys(item for name in names for item in check_document(snapshot, name))
    return tuple(sorted(found, key=sort_key))
