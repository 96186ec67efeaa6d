"""`hoshin coverage`: the table that a lawyer signs, item by item of a law."""

from __future__ import annotations

import argparse
import csv
import io
import json
import shutil
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from hoshin.check.laws.days import Days
from hoshin.cli import project
from hoshin.cli.answer import Answer
from hoshin.cli.days import day
from hoshin.cli.reports import prose
from hoshin.cli.reports.grid import width
from hoshin.document.coverage import Sheet, cells, coverage_document, summary
from hoshin.kernel.errors import UsageError
from hoshin.kernel.overlay import Overlay
from hoshin.publish.build import build, locale_of
from hoshin.publish.coverage import declared, laws, sheet
from hoshin.publish.languages import chosen_languages
from hoshin.publish.opening import Opened
from hoshin.renderers.look import Look
from hoshin.translations.catalogues import group, words
from hoshin.translations.dates import format_date

_PRINTED = ("text", "csv", "json")
_FILES = ("html", "pdf", "docx", "md")
_HEADS = ("item", "provisions", "verdict", "where", "open")


def add_options(parser: argparse.ArgumentParser, words: Mapping[str, str]) -> None:
    """Add `--law`, `--format`, `--out` and the two days."""
    parser.add_argument("--law", metavar="LAW", help=words["coverage.law"].format(laws=", ".join(laws())))
    parser.add_argument("--format", choices=(*_PRINTED, *_FILES), default="text", help=words["format"])
    parser.add_argument("--out", metavar="DIR", default="build", help=words["coverage.out"])
    parser.add_argument("--as-of", metavar="DATE", type=day, help=words["check.as_of"])
    parser.add_argument("--today", metavar="DATE", type=day, help=words["check.today"])


def run(options: argparse.Namespace) -> Answer:
    """The tables of the laws that the document declares, or of the one that is asked for."""
    opened = project.opened(options, "draft")
    names = (options.law,) if options.law else declared(opened.snapshot, opened.loaded)
    if not names:
        raise UsageError("no-law", document=opened.loaded.name, laws=laws())
    days = Days(options.today or date.today(), options.as_of)  # noqa: DTZ011 - the day where the user is
    langs = chosen_languages(opened, options.lang or opened.loaded.policy.document.source_locale)
    made = [(lang, sheet(opened.snapshot, opened.loaded, name, days, lang)) for lang in langs for name in names]
    if options.format in _FILES:
        return _files(opened, made, options)
    if options.format == "json":
        return Answer(0, json.dumps([_object(one, lang) for lang, one in made], ensure_ascii=False, indent=2) + "\n")
    writer = _csv if options.format == "csv" else _text
    return Answer(0, "\n".join(writer(one, lang) for lang, one in made))


def _text(one: Sheet, lang: str) -> str:
    own = words(lang, "laws/coverage")
    title = group(own, "titles").get(one.law, one.law)
    told = group(own, "words")
    standing = told["confirmed"].format(name=one.pack.confirmed_by) if one.pack.confirmed_by else told["unconfirmed"]
    room = shutil.get_terminal_size((80, 24)).columns
    wide = max(width(word) for word in group(own, "verdicts").values())
    listed = [line for entry in one.entries for line in _lines(cells(one, entry, lang), wide, room)]
    return (
        "\n".join([title, *prose.lines(standing, room), "", *listed, "", *prose.lines(summary(one, lang), room)]) + "\n"
    )


def _lines(row: tuple[tuple[str, ...], ...], wide: int, room: int) -> Iterator[str]:
    """The verdict, the item with its provisions, below it why, where, and what is open."""
    (item,), provisions, (verdict, *because), where, still = row
    indent = " " * (wide + 2)
    head = f"{item} [{', '.join(provisions)}]"
    first, *rest = prose.lines(head, room - len(indent))
    yield verdict + " " * (wide + 2 - width(verdict)) + first
    yield from (indent + line for line in rest)
    for mark, texts in (("  ", because), ("  ", where), ("! ", still)):
        for text in texts:
            for number, line in enumerate(prose.lines(text, room - len(indent) - 4)):
                yield f"{indent}  {mark if number == 0 else '  '}{line}"


def _csv(one: Sheet, lang: str) -> str:
    """One line a row, as RFC 4180 writes them; several texts of a cell stand on lines of their own inside it."""
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow([group(words(lang, "laws/coverage"), "heads")[name] for name in _HEADS])
    for entry in one.entries:
        writer.writerow(["\n".join(lines) for lines in cells(one, entry, lang)])
    return stream.getvalue()


def _object(one: Sheet, lang: str) -> dict[str, object]:
    return {
        "law": one.law,
        "pack": one.pack.id,
        "version": one.pack.version,
        "confirmed": bool(one.pack.confirmed_by),
        "document": one.document,
        "language": lang,
        "as_of": one.day.isoformat(),
        "items": [
            {
                "id": entry.row.item.id,
                "title": cells(one, entry, lang)[0][0],
                "provisions": [name for name in entry.row.item.provisions if name],
                "verdict": entry.row.verdict,
                "reasons": list(entry.row.reasons),
                "satisfied_by": [
                    {"unit": found.unit, "text": found.text, "place": str(found.place) if found.place else None}
                    for found in entry.found
                ],
                "open": [{"rule": rule, "place": str(place) if place else None} for rule, place in entry.open],
                "rules": list(entry.row.rules),
            }
            for entry in one.entries
        ],
    }


def _files(opened: Opened, made: list[tuple[str, Sheet]], options: argparse.Namespace) -> Answer:
    look = Look(Overlay(project.root_of(options)))
    folder = Path(options.out)
    documents = [
        coverage_document(one, lang, words(lang, "document"), format_date(locale_of(opened.snapshot, lang), one.day))
        for lang, one in made
    ]
    outputs = build(documents, (options.format,), look)
    files = tuple(((folder / output.name).as_posix(), output.data) for output in outputs)
    return Answer(0, "".join(f"{name}\n" for name, _ in files), files)
