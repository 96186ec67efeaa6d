"""`hoshin render`: one document in several languages and formats, as files in a folder."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

from hoshin.cli import project
from hoshin.cli.answer import Answer
from hoshin.kernel.errors import UsageError
from hoshin.kernel.overlay import Overlay
from hoshin.policy.scopes import read_situation
from hoshin.publish.build import build, documents, timestamp
from hoshin.publish.opening import chosen_languages
from hoshin.renderers.look import Look
from hoshin.renderers.registry import FORMATS

_DEFAULT = "html"


def add_options(parser: argparse.ArgumentParser, words: Mapping[str, str]) -> None:
    """Add REV, `--for`, `--to`, `--form` and `--out`."""
    parser.add_argument("rev", metavar="REV", nargs="?", default="draft", help=words["render.rev"])
    parser.add_argument("--for", dest="situation", metavar="KEY=VALUE", action="append", default=[], help=words["for"])
    known = ", ".join(FORMATS)
    parser.add_argument("--to", metavar="FORMATS", default=_DEFAULT, help=words["render.to"].format(formats=known))
    parser.add_argument("--form", metavar="POINT", default="", help=words["render.form"])
    parser.add_argument("--out", metavar="DIR", default="build", help=words["render.out"])


def run(options: argparse.Namespace) -> Answer:
    """The files and their names."""
    formats = _formats(options.to)
    if options.form and formats != ("html",):
        raise UsageError("form-html-only")
    opened = project.opened(options, options.rev)
    look = Look(Overlay(project.root_of(options)), timestamp(opened.loaded))
    situation = read_situation(options.situation, opened.loaded.index)
    made = documents(opened, chosen_languages(opened, options.lang), situation, options.form)
    folder = Path(options.out)
    files = tuple(((folder / output.name).as_posix(), output.data) for output in build(made, formats, look))
    out = "".join(f"{name}\n" for name, _ in files)
    return Answer(0, out, files, repeatable=options.rev == "draft")


def _formats(given: str) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(word.strip() for word in given.split(",") if word.strip()))
    for name in names:
        if name not in FORMATS:
            raise UsageError("unknown-format", format=name, formats=tuple(FORMATS))
    if not names:
        raise UsageError("unknown-format", format=given, formats=tuple(FORMATS))
    return names
