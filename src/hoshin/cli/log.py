"""`hoshin log ENTITY`: the history of one fact."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from itertools import groupby

from msgspec import to_builtins

from hoshin.cli import project
from hoshin.cli.answer import Answer
from hoshin.cli.arguments import messages_language
from hoshin.cli.reports.terminal import fitted
from hoshin.publish.git import is_shallow
from hoshin.publish.history import Told, default_revisions, history
from hoshin.publish.revision import resolve
from hoshin.translations.catalogues import sentence, words


def add_options(parser: argparse.ArgumentParser, words_: Mapping[str, str]) -> None:
    """Add ENTITY, revisions and `--format`."""
    parser.add_argument("entity", metavar="ENTITY", help=words_["log.entity"])
    parser.add_argument("revisions", metavar="REV", nargs="*", help=words_["log.revs"])
    parser.add_argument("--format", choices=("text", "json"), default="text", help=words_["format"])


def run(options: argparse.Namespace) -> Answer:
    """Every change of the fact, newest first."""
    root = project.root_of(options)
    language = options.messages or messages_language(())
    langs = tuple(options.lang.split(",")) if options.lang else (language,)
    named = tuple(resolve(name, root, options.document) for name in options.revisions)
    revisions = named or default_revisions(root, options.document)
    found = history(options.entity, revisions, options.document, langs)
    if options.format == "json":
        return Answer(0, _json(found))
    of_git = not named and any(revision.name.startswith("git:") for revision in revisions)
    cut = f"\n{words(language, 'review')['log-shallow']}\n" if of_git and is_shallow(root) else ""
    return Answer(0, fitted(_text(options.entity, found, language) + cut))


def _json(found: tuple[Told, ...]) -> str:
    rows = [
        {
            "revision": told.revision,
            "name": told.name,
            "sentences": dict(told.sentences),
            "event": to_builtins(told.event),
        }
        for told in found
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def _text(entity: str, found: tuple[Told, ...], language: str) -> str:
    said = words(language, "review")
    if not found:
        return sentence(str(said["log-none"]), {"entity": entity}) + "\n"
    lines = [sentence(str(said["log-title"]), {"entity": entity})]
    for (revision, name), told in groupby(found, key=lambda item: (item.revision, item.name)):
        lines += ["", revision if name == entity else f"{revision} ({name})"]
        for item in told:
            class_ = str(said[f"class-{item.event.class_}"])
            first, *rest = item.sentences.values() or (item.event.kind,)
            line = sentence(str(said["log-line"]), {"class": class_, "sentence": first})
            lines += [f"  {line}", *(f"    {text}" for text in rest)]
    return "\n".join(lines) + "\n"
