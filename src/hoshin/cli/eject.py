"""`hoshin eject`: a copy of a shipped template or style in the project, which then takes its place."""

from __future__ import annotations

import argparse
import os
from collections.abc import Mapping

from hoshin.cli import project
from hoshin.cli.answer import Answer
from hoshin.cli.arguments import messages_language
from hoshin.cli.words import edit_words, replaceable_words
from hoshin.kernel.errors import UsageError
from hoshin.publish.ejecting import replaceable, shipped


def add_options(parser: argparse.ArgumentParser, words: Mapping[str, str]) -> None:
    """Add FILE."""
    parser.add_argument("file", metavar="FILE", nargs="?", help=words["eject.file"])


def run(options: argparse.Namespace) -> Answer:
    """List what can be replaced, or copy one file; a file that is there stays."""
    language = options.messages or messages_language(())
    root = project.root_of(options)
    if options.file is None:
        about = replaceable_words(language)
        widest = max(map(len, replaceable()))
        return Answer(0, "".join(f"{name:<{widest}}  {about[name]}\n" for name in replaceable()))
    data = shipped(options.file)
    target = root / options.file
    if os.path.lexists(target):
        raise UsageError("eject-there", file=options.file)
    if not target.parent.resolve().is_relative_to(root.resolve()):
        raise UsageError("eject-outside", file=options.file)
    out = edit_words(language)["ejected"].format(file=options.file) + "\n"
    return Answer(0, out, ((target.as_posix(), data),))
