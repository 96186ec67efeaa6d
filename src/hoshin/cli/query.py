"""`hoshin query NOUN`: facts as a table, JSON or CSV."""

from __future__ import annotations

import argparse
from collections.abc import Mapping

from hoshin.cli import project
from hoshin.cli.answer import Answer
from hoshin.cli.arguments import messages_language
from hoshin.cli.reports.rows import as_csv, as_json, as_table
from hoshin.kernel.errors import UsageError
from hoshin.policy.nearest import nearest
from hoshin.policy.resolve import resolve
from hoshin.policy.scopes import read_situation
from hoshin.publish.languages import chosen_languages, open_view
from hoshin.query.rows import nouns, rows_of
from hoshin.query.where import parse, select


def add_options(parser: argparse.ArgumentParser, words: Mapping[str, str]) -> None:
    """Add NOUN, REV, `--for`, `--where` and `--format`."""
    parser.add_argument("noun", metavar="NOUN", help=words["query.noun"].format(nouns=", ".join(nouns())))
    parser.add_argument("rev", metavar="REV", nargs="?", default="draft", help=words["query.rev"])
    parser.add_argument("--for", dest="situation", metavar="KEY=VALUE", action="append", default=[], help=words["for"])
    parser.add_argument("--where", metavar="KEY=VALUE", action="append", default=[], help=words["query.where"])
    parser.add_argument("--format", choices=("table", "json", "csv"), default="table", help=words["format"])


def run(options: argparse.Namespace) -> Answer:
    """The rows; 1 when there is none (the answer is no)."""
    if options.noun not in nouns():
        near = nearest(options.noun, nouns()) or "purposes"
        raise UsageError("unknown-noun", noun=options.noun, near=near, nouns=nouns())
    conditions = parse(options.where)
    opened = project.opened(options, options.rev)
    view = open_view(opened, chosen_languages(opened, options.lang)[0])
    loaded = resolve(view.loaded, read_situation(options.situation, view.loaded.index))
    rows = rows_of(loaded, options.noun)
    found = select(rows, conditions, view.vocabulary.is_a)
    writers = {"table": as_table, "json": as_json, "csv": as_csv}
    language = options.messages or messages_language(())
    out = writers[options.format](rows, found, language)
    return Answer(0 if found else 1, out, repeatable=options.rev == "draft")
