"""`hoshin changes init`: the entries of changes.yaml that people have yet to fill."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence

from hoshin.cli import project
from hoshin.cli.answer import Answer
from hoshin.cli.arguments import messages_language
from hoshin.cli.reports.edits import as_diff
from hoshin.cli.reports.findings import as_text
from hoshin.cli.words import edit_words
from hoshin.diff.decisions.decide import Missing
from hoshin.publish.comparison import compare
from hoshin.publish.decided import with_decisions
from hoshin.publish.opening import PolicyError
from hoshin.publish.review_words import needs_line
from hoshin.publish.revision import base_of, resolve
from hoshin.publish.skeleton import extended, schema_beside
from hoshin.translations.catalogues import sentence
from hoshin.translations.catalogues import words as review_words


def add_options(parser: argparse.ArgumentParser, words: Mapping[str, str]) -> None:
    """Add the action, `--base` and `--dry-run`."""
    parser.add_argument("action", choices=("init",), metavar="init", help=words["changes.init"])
    parser.add_argument("--base", metavar="REV", help=words["changes.base"])
    parser.add_argument("--dry-run", action="store_true", help=words["dry_run"])


def run(options: argparse.Namespace) -> Answer:
    """Write the file, or print what would be written; what people wrote in it stays byte for byte.

    A new file names its schema, which is written too where the project lacks it.
    """
    language = options.messages or messages_language(())
    root = project.root_of(options)
    base = base_of(options.base, root, options.document)
    decided = with_decisions(compare(base, resolve("draft", root), options.document, root=root), language)
    new = decided.comparison.new
    try:
        change = extended(new.snapshot, new.loaded.name, decided.missing, decided.told, decided.languages, language)
    except PolicyError as error:
        refused = edit_words(language)["refused"]
        return Answer(1, f"{refused}\n\n{as_text(error.findings, new.snapshot, language)}")
    if change.after == change.before:
        return Answer(0, _left(decided.missing, change.file, language))
    said = edit_words(language)
    done = said["would" if options.dry_run else "written"].format(file=change.file)
    beside = None if change.before.strip() else schema_beside(root)
    made = {change.file: change.after, **({beside[0]: beside[1]} if beside else {})}
    files = () if options.dry_run else tuple((str((root / name).resolve()), data) for name, data in made.items())
    more = said["schema_would" if options.dry_run else "schema"].format(file=beside[0]) + "\n" if beside else ""
    return Answer(0, f"{done}\n{as_diff(change.file, change.before, change.after)}{more}", files)


def _left(missing: Sequence[Missing], file: str, language: str) -> str:
    """What is still to be filled in where every change has its entry."""
    said = review_words(language, "review")
    if not missing:
        return f"{said['decisions-none']}\n"
    lines = (f"- {item.event.event_id}: {needs_line(item, language)}" for item in missing)
    return "".join(f"{line}\n" for line in (sentence(str(said["decisions-open"]), {"file": file}), *lines))
