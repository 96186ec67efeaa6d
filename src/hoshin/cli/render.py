"""`hoshin render`: one document in several languages and formats, as files in a folder."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from hoshin.cli import project
from hoshin.cli.answer import Answer
from hoshin.cli.arguments import messages_language
from hoshin.cli.reports.findings import as_text as findings_text
from hoshin.cli.words import publish_words
from hoshin.kernel.errors import UsageError
from hoshin.kernel.overlay import Overlay
from hoshin.policy.scopes import read_situation
from hoshin.policy.snapshot import Snapshot
from hoshin.publish.build import Output, build, documents, timestamp
from hoshin.publish.languages import chosen_languages
from hoshin.publish.opening import Opened
from hoshin.publish.outgoing import Departure, Outgoing, departure, outgoing
from hoshin.renderers.look import Look
from hoshin.renderers.registry import FORMATS
from hoshin.translations.pseudo import PSEUDO

_DEFAULT = "html"
_GATES = ("preview", "publish")


def add_options(parser: argparse.ArgumentParser, words: Mapping[str, str]) -> None:
    """Add REV, `--for`, `--to`, `--form`, `--gate` and `--out`."""
    parser.add_argument("rev", metavar="REV", nargs="?", default="draft", help=words["render.rev"])
    parser.add_argument("--for", dest="situation", metavar="KEY=VALUE", action="append", default=[], help=words["for"])
    known = ", ".join(FORMATS)
    parser.add_argument("--to", metavar="FORMATS", default=_DEFAULT, help=words["render.to"].format(formats=known))
    parser.add_argument("--form", metavar="POINT", default="", help=words["render.form"])
    parser.add_argument("--gate", choices=_GATES, default="preview", help=words["render.gate"])
    parser.add_argument("--out", metavar="DIR", default="build", help=words["render.out"])


def run(options: argparse.Namespace) -> Answer:
    """The files and their names."""
    formats = _formats(options.to)
    if options.form and formats != ("html",):
        raise UsageError("form-html-only")
    opened = project.opened(options, options.rev)
    situation = read_situation(options.situation, opened.loaded.index)
    langs = chosen_languages(opened, options.lang)
    if options.gate == "preview":
        made = documents(opened, langs, situation, options.form)
        return _answer(options, build(made, formats, _look(options, opened)))
    if pseudo := [lang for lang in langs if lang in PSEUDO]:
        raise UsageError("pseudo-published", lang=pseudo[0])
    going = departure(opened, project.root_of(options), date.today())  # noqa: DTZ011 - the day where the user is
    if going.against:
        return Answer(1, _refused(going, opened.snapshot, _language(options)), repeatable=options.rev == "draft")
    made = outgoing(opened, going, langs, situation, options.form)
    outputs = build(made, formats, _look(options, opened))
    return _answer(options, outputs, _told(going, langs, opened, _language(options)))


def _look(options: argparse.Namespace, opened: Opened) -> Look:
    return Look(Overlay(project.root_of(options)), timestamp(opened.loaded))


def _answer(options: argparse.Namespace, outputs: tuple[Output, ...], told: str = "") -> Answer:
    folder = Path(options.out)
    files = tuple(((folder / output.name).as_posix(), output.data) for output in outputs)
    out = "".join(f"{name}\n" for name, _ in files)
    return Answer(0, out + told, files, repeatable=options.rev == "draft")


def _refused(going: Departure, snapshot: Snapshot, language: str) -> str:
    """That nothing goes out, because of which languages, and every error."""
    said = publish_words(language)
    langs = ", ".join(each.lang for each in going.blocking)
    head = said["blocked"].format(languages=langs) if langs else said["contradicted"]
    return f"{head}\n\n{findings_text(going.against, snapshot, language)}"


def _told(going: Departure, langs: Sequence[str], opened: Opened, language: str) -> str:
    """A line for each language that shows another text than its own, so that nobody publishes one unawares."""
    said = publish_words(language)
    source = opened.loaded.policy.document.source_locale
    lines = [
        said[_sentence(each)].format(
            lang=each.lang, count=each.open_, source=source, version=each.held.version if each.held else ""
        )
        for each in going.languages
        if each.lang in langs and each.outcome != "own"
    ]
    return "\n".join(["", *lines, said["why"], ""]) if lines else ""


def _sentence(one: Outgoing) -> str:
    if one.outcome == "source" and one.policy == "hold":
        return "nothing-held"
    return "held" if one.held else "source"


def _language(options: argparse.Namespace) -> str:
    return options.messages or messages_language(())


def _formats(given: str) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(word.strip() for word in given.split(",") if word.strip()))
    for name in names:
        if name not in FORMATS:
            raise UsageError("unknown-format", format=name, formats=tuple(FORMATS))
    if not names:
        raise UsageError("unknown-format", format=given, formats=tuple(FORMATS))
    return names
