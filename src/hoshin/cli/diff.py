"""`hoshin diff OLD NEW`: what changed, for whom, and how much it matters."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping

from hoshin.cli import project
from hoshin.cli.answer import Answer
from hoshin.diff.chg import CLASSES
from hoshin.publish.comparison import Comparison, changelogs, compare
from hoshin.publish.opening import chosen_languages
from hoshin.publish.revision import resolve
from hoshin.renderers.look import Look
from hoshin.renderers.pandoc.render import job
from hoshin.renderers.pandoc.run import convert

_WRITERS = {"text": "txt", "markdown": "md"}


def add_options(parser: argparse.ArgumentParser, words: Mapping[str, str]) -> None:
    """Add OLD, NEW, `--format` and `--fail-on`."""
    parser.add_argument("old", metavar="OLD", help=words["diff.old"])
    parser.add_argument("new", metavar="NEW", help=words["diff.new"])
    parser.add_argument("--format", choices=("text", "markdown", "json"), default="text", help=words["format"])
    parser.add_argument("--fail-on", choices=tuple(reversed(CLASSES)), default=None, help=words["diff.fail_on"])


def run(options: argparse.Namespace) -> Answer:
    """The changelog in each language asked for, or the events as JSON; 1 when a change reaches `--fail-on`."""
    root = project.root_of(options)
    comparison = compare(
        resolve(options.old, root, options.document),
        resolve(options.new, root, options.document),
        options.document,
        root=root,
    )
    out = _json(comparison) if options.format == "json" else _changelogs(comparison, options)
    if options.fail_on is None:
        return Answer(0, out)
    limit = CLASSES.index(options.fail_on)
    return Answer(int(any(CLASSES.index(event.class_) >= limit for event in comparison.report.events)), out)


def _json(comparison: Comparison) -> str:
    made = comparison.report.model_dump(mode="json", by_alias=True, exclude_none=True)
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def _changelogs(comparison: Comparison, options: argparse.Namespace) -> str:
    """One after the other; a single language unless more are asked for."""
    langs = chosen_languages(comparison.new, options.lang or comparison.new.loaded.policy.document.source_locale)
    jobs = [job(made, Look(), _WRITERS[options.format]) for made in changelogs(comparison, langs)]
    return "\n\n".join(made.decode("utf-8").strip("\n") for made in convert(jobs)) + "\n"
