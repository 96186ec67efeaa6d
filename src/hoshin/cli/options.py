"""Options that stand everywhere, before or after the verb (DESIGN.md section 10)."""

from __future__ import annotations

import argparse
import os
from collections.abc import Mapping, Sequence
from typing import NoReturn

from hoshin.kernel.errors import UsageError

LANGUAGES = ("en", "ja")
_WITH_VALUE = frozenset({"-C", "--project", "--document", "--lang", "--messages"})


class Parser(argparse.ArgumentParser):
    """argparse with our own words and our own way to say that a call is wrong."""

    def __init__(self, prog: str, description: str, words: Mapping[str, str]) -> None:
        super().__init__(prog=prog, description=description, allow_abbrev=False, add_help=False)
        self._positionals.title = words["arguments"]
        self._optionals.title = words["options"]
        self.add_argument("-h", "--help", action="help", help=words["help"])

    def error(self, message: str) -> NoReturn:
        """Raise UsageError instead of leaving the process."""
        raise UsageError("bad-call", command=self.prog, reason=message)


def common_options(parser: argparse.ArgumentParser, words: Mapping[str, str]) -> None:
    """Add `-C`, `--document`, `--lang`, `--messages`."""
    parser.add_argument("-C", "--project", metavar="DIR", default=".", help=words["project"])
    parser.add_argument("--document", metavar="D", help=words["document"])
    parser.add_argument("--lang", metavar="en,ja", help=words["lang"])
    parser.add_argument("--messages", choices=LANGUAGES, default=None, help=words["messages"])


def split_verb(arguments: Sequence[str]) -> tuple[str | None, list[str]]:
    """The first word that is no option and no option's value, and everything else in order."""
    position = 0
    while position < len(arguments):
        word = arguments[position]
        if word in _WITH_VALUE:
            position += 2
        elif word.startswith("-"):
            position += 1
        else:
            return word, [*arguments[:position], *arguments[position + 1 :]]
    return None, list(arguments)


def messages_language(arguments: Sequence[str]) -> str:
    """The language of the tool itself: the option, else the environment's, else English."""
    for position, word in enumerate(arguments):
        if word == "--messages" and position + 1 < len(arguments) and arguments[position + 1] in LANGUAGES:
            return arguments[position + 1]
        if word.startswith("--messages=") and word.partition("=")[2] in LANGUAGES:
            return word.partition("=")[2]
    wanted = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return "ja" if wanted.startswith("ja") else "en"
