"""`hoshin check`: every fault at once, as text for people or JSON for programs."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from datetime import date

from hoshin.check.laws.run import Days
from hoshin.cli import project
from hoshin.cli.answer import Answer
from hoshin.cli.arguments import messages_language
from hoshin.cli.reports.findings import as_json, as_text
from hoshin.kernel.errors import UsageError
from hoshin.kernel.finding import Severity
from hoshin.publish.gate import check_project
from hoshin.publish.opening import choose_document

_NEVER = "never"
_LEVELS = (*(level.value for level in Severity), _NEVER)


def add_options(parser: argparse.ArgumentParser, words: Mapping[str, str]) -> None:
    """Add `--fail-on`, `--format` and the two days."""
    parser.add_argument("--fail-on", choices=_LEVELS, default="error", help=words["check.fail_on"])
    parser.add_argument("--format", choices=("text", "json"), default="text", help=words["format"])
    parser.add_argument("--as-of", metavar="DATE", type=day, help=words["check.as_of"])
    parser.add_argument("--today", metavar="DATE", type=day, help=words["check.today"])


def day(text: str) -> date:
    """A day as it is typed. Raises UsageError."""
    try:
        return date.fromisoformat(text)
    except ValueError as fault:
        raise UsageError("bad-date", given=text) from fault


def run(options: argparse.Namespace) -> Answer:
    """Check one document, or all of the project; 1 when a finding is as bad as `--fail-on`."""
    snapshot = project.draft(options)
    names = snapshot.documents() if options.document is None else (choose_document(snapshot, options.document),)
    if not names and not snapshot.findings:
        choose_document(snapshot, None)
    days = Days(options.today or date.today(), options.as_of)  # noqa: DTZ011 - the day where the user is
    findings = check_project(snapshot, names, days)
    language = options.messages or messages_language(())
    writer = as_json if options.format == "json" else as_text
    limit = -1 if options.fail_on == _NEVER else Severity(options.fail_on).rank
    code = int(any(item.severity.rank <= limit and not item.waived for item in findings))
    return Answer(code, writer(findings, snapshot, language), repeatable=True)
