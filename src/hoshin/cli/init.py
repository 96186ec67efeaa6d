"""`hoshin init`: the files of a new project, ready to be filled in."""

from __future__ import annotations

import argparse
import os
from collections.abc import Mapping
from pathlib import Path

from hoshin.cli.answer import Answer
from hoshin.cli.arguments import messages_language
from hoshin.cli.words import edit_words
from hoshin.kernel.errors import UsageError
from hoshin.kernel.regex import regex
from hoshin.publish.starter import LANGUAGES, example, examples, starter

_NAME = regex(r"[a-z][a-z0-9-]{1,63}")


def add_options(parser: argparse.ArgumentParser, words: Mapping[str, str]) -> None:
    """Add DIR and `--from`."""
    parser.add_argument("folder", metavar="DIR", nargs="?", default=None, help=words["init.folder"])
    known = ", ".join(examples())
    parser.add_argument("--from", dest="example", metavar="NAME", help=words["init.from"].format(examples=known))


def run(options: argparse.Namespace) -> Answer:
    """Write the files; nothing is written where one of them is there already."""
    language = options.messages or messages_language(())
    folder = Path(options.folder if options.folder is not None else options.project)
    document = options.document or "privacy"
    if not _NAME.fullmatch(document):
        raise UsageError("bad-document-name", name=document)
    if options.example is not None:
        files = example(options.example)
    else:
        source = options.lang or (language if language in LANGUAGES else LANGUAGES[0])
        files = starter(source, document)
    there = tuple(name for name, _ in files if os.path.lexists(folder / name))
    if there or (folder / "policy").exists():
        raise UsageError("init-there", folder=str(folder), files=there or ("policy",))
    said = edit_words(language)
    listed = "".join(f"  {name}\n" for name, _ in files)
    out = f"{said['made'].format(folder=folder)}\n{listed}\n{said['next'].format(folder=folder)}\n"
    return Answer(0, out, tuple(((folder / name).as_posix(), data) for name, data in files))
