"""`hoshin check`: every fault at once, as text for people or JSON for programs."""

from __future__ import annotations

import argparse
from collections.abc import Mapping

from hoshin.cli import project
from hoshin.cli.answer import Answer
from hoshin.cli.arguments import messages_language
from hoshin.cli.reports.findings import as_json, as_text
from hoshin.kernel.finding import Severity
from hoshin.publish.gate import check_project
from hoshin.publish.opening import choose_document

_LEVELS = tuple(level.value for level in Severity)


def add_options(parser: argparse.ArgumentParser, words: Mapping[str, str]) -> None:
    """Add `--fail-on` and `--format`."""
    parser.add_argument("--fail-on", choices=_LEVELS, default="error", help=words["check.fail_on"])
    parser.add_argument("--format", choices=("text", "json"), default="text", help=words["format"])


def run(options: argparse.Namespace) -> Answer:
    """Check one document, or all of the project; 1 when a finding is as bad as `--fail-on`."""
    snapshot = project.draft(options)
    names = snapshot.documents() if options.document is None else (choose_document(snapshot, options.document),)
    if not names and not snapshot.findings:
        choose_document(snapshot, None)
    findings = check_project(snapshot, names)
    language = options.messages or messages_language(())
    writer = as_json if options.format == "json" else as_text
    limit = Severity(options.fail_on).rank
    code = int(any(item.severity.rank <= limit for item in findings))
    return Answer(code, writer(findings, snapshot, language), repeatable=True)
