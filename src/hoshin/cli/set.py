"""`hoshin set`: change one fact, text or translation in the file that holds it; every other byte stays."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping

from hoshin.cli import project
from hoshin.cli.answer import Answer
from hoshin.cli.arguments import messages_language
from hoshin.cli.reports.edits import as_diff
from hoshin.cli.reports.findings import as_text
from hoshin.cli.words import edit_words
from hoshin.kernel.errors import UsageError
from hoshin.publish.editing import Change, set_translation, set_value
from hoshin.publish.opening import PolicyError


def add_options(parser: argparse.ArgumentParser, words: Mapping[str, str]) -> None:
    """Add PATH, VALUE, `--remove` and `--dry-run`."""
    parser.add_argument("path", metavar="PATH", help=words["set.path"])
    parser.add_argument("value", metavar="VALUE", nargs="?", help=words["set.value"])
    parser.add_argument("--remove", action="store_true", help=words["set.remove"])
    parser.add_argument("--dry-run", action="store_true", help=words["dry_run"])


def run(options: argparse.Namespace) -> Answer:
    """Write the change and print it; 1, and nothing written, when the document could not be read with it."""
    language = options.messages or messages_language(())
    if options.remove == (options.value is not None):
        raise UsageError("set-what")
    snapshot = project.draft(options)
    try:
        change = _change(options)
    except PolicyError as error:
        return Answer(1, f"{edit_words(language)['refused']}\n\n{as_text(error.findings, snapshot, language)}")
    said = edit_words(language)
    if change.after == change.before:
        return Answer(0, said["unchanged"].format(file=change.file) + "\n")
    done = said["would" if options.dry_run else "written"].format(file=change.file)
    root = project.root_of(options)
    files = () if options.dry_run else ((str((root / change.file).resolve()), change.after),)
    return Answer(0, f"{done}\n{as_diff(change.file, change.before, change.after)}", files)


def _change(options: argparse.Namespace) -> Change:
    opened = project.opened(options)
    words = sys.stdin.read().removesuffix("\n") if options.value == "-" else options.value
    source = opened.loaded.policy.document.source_locale
    if options.lang is None or options.lang == source:
        return set_value(opened, options.path, words)
    if words is None:
        raise UsageError("set-what")
    return set_translation(opened, options.path, options.lang, words)
