"""`hoshin explain`: the page of a rule, or the catalogue of all rules."""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Iterator, Mapping
from datetime import date

from hoshin.cli.answer import Answer
from hoshin.cli.arguments import messages_language
from hoshin.cli.days import day
from hoshin.cli.reports import prose
from hoshin.cli.reports.grid import width
from hoshin.document.explain import explain_document
from hoshin.document.nodes import Block, Document, Heading, ListBlock, Paragraph, Preformatted, plain
from hoshin.kernel.errors import UsageError
from hoshin.publish.explaining import record, records
from hoshin.renderers.look import Look
from hoshin.renderers.registry import renderer
from hoshin.translations.catalogues import words

_FORMATS = {"text": "", "markdown": "md", "html": "html"}


def add_options(parser: argparse.ArgumentParser, words: Mapping[str, str]) -> None:
    """Add RULE, `--all`, `--format` and `--as-of`."""
    parser.add_argument("rule", metavar="RULE", nargs="?", help=words["explain.rule"])
    parser.add_argument("--all", action="store_true", help=words["explain.all"])
    parser.add_argument("--format", choices=tuple(_FORMATS), default="text", help=words["format"])
    parser.add_argument("--as-of", metavar="DATE", type=day, help=words["explain.as_of"])


def run(options: argparse.Namespace) -> Answer:
    """One rule or all, in the language of the tool's messages."""
    if (options.rule is None) != options.all:
        raise UsageError("explain-what")
    lang = options.messages or messages_language(())
    chosen = records() if options.all else (record(options.rule),)
    today = options.as_of or date.today()  # noqa: DTZ011 - the day where the user is
    made = explain_document(chosen, lang, words(lang, "document"), today)
    if options.format == "text":
        return Answer(0, "\n".join(_lines(made)) + "\n")
    return Answer(0, renderer(_FORMATS[options.format])(made, Look()).decode("utf-8"))


def _lines(made: Document) -> Iterator[str]:
    room = shutil.get_terminal_size((80, 24)).columns
    for number, section in enumerate(made.sections):
        if len(made.sections) > 1:
            title = plain(section.heading)
            yield from (*([""] if number else []), title, "=" * width(title))
        for block in section.blocks:
            yield from _block(block, room)


def _block(block: Block, room: int) -> Iterator[str]:
    match block:
        case Heading(children, level):
            title = plain(children)
            yield from ("", *prose.lines(title, room)) if level > 3 else ("", title, "-" * min(width(title), room))  # noqa: PLR2004 - the level of a rule
        case Paragraph(children):
            yield from prose.lines(plain(children), room)
        case ListBlock(items):
            for item in items:
                told = [line for part in item.blocks for line in _block(part, room - 2)]
                yield from (f"{'  ' if number else '- '}{line}" for number, line in enumerate(told))
        case Preformatted(text):
            yield from (f"    {line}".rstrip() for line in text.split("\n"))
        case _:
            raise TypeError(block)
