"""`hoshin diff OLD NEW`: what changed, for whom, and how much it matters."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

from hoshin.cli import project
from hoshin.cli.answer import Answer
from hoshin.cli.reports.terminal import fitted
from hoshin.diff.change import Report
from hoshin.diff.chg import CLASSES
from hoshin.kernel.errors import UsageError
from hoshin.kernel.overlay import Overlay
from hoshin.publish.build import build, timestamp
from hoshin.publish.comparison import Comparison, compare
from hoshin.publish.comparison_views import AUDIENCES, VIEWS, views
from hoshin.publish.languages import chosen_languages
from hoshin.publish.revision import resolve
from hoshin.renderers.look import Look

_ENDINGS = {"text": "txt", "markdown": "md", "html": "html", "pdf": "pdf", "docx": "docx", "json": "json"}
_PRINTED = frozenset({"text", "markdown", "json"})
"""Formats that are shown where no folder is named."""


def add_options(parser: argparse.ArgumentParser, words: Mapping[str, str]) -> None:
    """Add OLD, NEW, `--format`, `--view`, `--audience`, `--out` and `--fail-on`."""
    parser.add_argument("old", metavar="OLD", help=words["diff.old"])
    parser.add_argument("new", metavar="NEW", help=words["diff.new"])
    parser.add_argument("--format", choices=tuple(_ENDINGS), default="text", help=words["format"])
    parser.add_argument("--view", choices=VIEWS, default="changelog", help=words["diff.view"])
    parser.add_argument("--audience", choices=AUDIENCES, default="public", help=words["diff.audience"])
    parser.add_argument("--out", metavar="DIR", default=None, help=words["diff.out"])
    parser.add_argument("--fail-on", choices=tuple(reversed(CLASSES)), default=None, help=words["diff.fail_on"])


def run(options: argparse.Namespace) -> Answer:
    """What was asked for, printed or as files in a folder; 1 when a change reaches `--fail-on`."""
    if options.out is None and options.format not in _PRINTED:
        raise UsageError("needs-folder", format=options.format)
    root = project.root_of(options)
    comparison = compare(
        resolve(options.old, root, options.document),
        resolve(options.new, root, options.document),
        options.document,
        root=root,
    )
    code = _code(comparison, options.fail_on)
    report = comparison.with_matrix() if options.format == "json" else None
    if report and options.out is None:
        return Answer(code, report.json_text())
    outputs = _json(report) if report else _views(comparison, options)
    if options.out is None:
        said = "\n\n".join(data.decode().strip("\n") for data in outputs.values()) + "\n"
        return Answer(code, fitted(said) if options.format == "text" else said)
    files = tuple(((Path(options.out) / name).as_posix(), data) for name, data in outputs.items())
    return Answer(code, "".join(f"{name}\n" for name, _ in files), files)


def _code(comparison: Comparison, fail_on: str | None) -> int:
    if fail_on is None:
        return 0
    limit = CLASSES.index(fail_on)
    return int(any(CLASSES.index(event.class_) >= limit for event in comparison.report.events))


def _json(report: Report) -> Mapping[str, bytes]:
    """The events and the rows of the matrix; all languages are in one file."""
    return {f"{report.document}-changes.json": report.json_text().encode()}


def _views(comparison: Comparison, options: argparse.Namespace) -> Mapping[str, bytes]:
    """A file for each language; what is printed is in the source language unless others are asked for."""
    loaded = comparison.new.loaded
    wanted = options.lang if options.lang or options.out is not None else loaded.policy.document.source_locale
    made = views(comparison, options.view, chosen_languages(comparison.new, wanted), options.audience)
    look = Look(Overlay(project.root_of(options)), timestamp(loaded))
    return {output.name: output.data for output in build(made, (_ENDINGS[options.format],), look)}
