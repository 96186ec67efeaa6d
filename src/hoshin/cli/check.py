"""`hoshin check`: every fault at once, for people, for programs, and for the services that show reviews."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Mapping
from datetime import date
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Final, cast

from hoshin.check.laws.days import Days
from hoshin.cli import project
from hoshin.cli.answer import Answer
from hoshin.cli.arguments import messages_language
from hoshin.cli.days import day
from hoshin.kernel.aside import in_a_copy
from hoshin.kernel.finding import Finding, Severity
from hoshin.kernel.fingerprint import fingerprint
from hoshin.policy.snapshot import Snapshot
from hoshin.publish.archive_check import archive_findings
from hoshin.publish.gate import check_project
from hoshin.publish.opening import choose_document
from hoshin.publish.revision import resolve
from hoshin.translations.levels import Gate

_NEVER = "never"
_LEVELS = (*(level.value for level in Severity), _NEVER)
_GATES: Final[Mapping[str, Gate]] = MappingProxyType({"pull-request": "check", "publish": "release"})
_WRITERS: Final = {
    "text": "hoshin.cli.reports.findings:as_text",
    "json": "hoshin.cli.reports.findings:as_json",
    "sarif": "hoshin.cli.reports.sarif:as_sarif",
    "github": "hoshin.cli.reports.github:as_github",
    "junit": "hoshin.cli.reports.junit:as_junit",
    "markdown": "hoshin.cli.reports.pages:as_markdown",
    "html": "hoshin.cli.reports.pages:as_html",
}
"""Each format and its function `(findings, snapshot, language) -> str`, imported when it is asked for."""


def add_options(parser: argparse.ArgumentParser, words: Mapping[str, str]) -> None:
    """Add `--fail-on`, `--format`, `--gate`, `--baseline` and the two days."""
    parser.add_argument("--fail-on", choices=_LEVELS, default="error", help=words["check.fail_on"])
    parser.add_argument("--format", choices=tuple(_WRITERS), default="text", help=words["format"])
    parser.add_argument("--gate", choices=tuple(_GATES), default="pull-request", help=words["check.gate"])
    parser.add_argument("--baseline", metavar="REV", help=words["check.baseline"])
    parser.add_argument("--as-of", metavar="DATE", type=day, help=words["check.as_of"])
    parser.add_argument("--today", metavar="DATE", type=day, help=words["check.today"])


def run(options: argparse.Namespace) -> Answer:
    """Check one document, or all of the project; 1 when a finding is as bad as `--fail-on`."""
    snapshot = project.draft(options)
    days = Days(options.today or date.today(), options.as_of)  # noqa: DTZ011 - the day where the user is
    root = project.root_of(options)
    gate = _GATES[options.gate]
    findings = _findings(snapshot, options.document, days, gate, root=root)
    if options.baseline:
        before = resolve(options.baseline, root).snapshot
        findings = new_findings(findings, _findings(before, options.document, days, gate))
    language = options.messages or messages_language(())
    module, _, name = _WRITERS[options.format].partition(":")
    writer = getattr(import_module(module), name)
    limit = -1 if options.fail_on == _NEVER else Severity(options.fail_on).rank
    code = int(any(item.severity.rank <= limit and not item.waived for item in findings))
    return Answer(code, cast("str", writer(findings, snapshot, language)), repeatable=not options.baseline)


def _findings(
    snapshot: Snapshot, document: str | None, days: Days, gate: Gate, *, root: Path | None = None
) -> tuple[Finding, ...]:
    """Findings of one document or of all, with the archive below `root`; without it, of an older revision.

    An older revision need not have the document yet.
    """
    old = root is None
    if document is None or (old and document not in snapshot.documents()):
        names = snapshot.documents() if document is None else ()
    else:
        names = (choose_document(snapshot, document),)
    if not names and not snapshot.findings and not old:
        choose_document(snapshot, None)
    archives = (item for name in names for item in archive_findings(root, name)) if root else ()
    return check_project(snapshot, names, days, archives, gate, in_a_copy)


def new_findings(now: tuple[Finding, ...], before: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The findings that were not there before, by fingerprint; of several alike, as many as came in addition."""
    known = Counter(fingerprint(item) for item in before)
    fresh = []
    for item in now:
        mark = fingerprint(item)
        if known[mark]:
            known[mark] -= 1
        else:
            fresh.append(item)
    return tuple(fresh)
