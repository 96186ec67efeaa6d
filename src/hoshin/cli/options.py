"""Options that stand everywhere, before or after the verb (DESIGN.md section 10)."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from typing import NoReturn

from hoshin.cli.arguments import LANGUAGES
from hoshin.kernel.errors import UsageError
from hoshin.policy.nearest import nearest


class Parser(argparse.ArgumentParser):
    """argparse with our own words and our own way to say that a call is wrong."""

    def __init__(self, prog: str, description: str, words: Mapping[str, str]) -> None:
        super().__init__(prog=prog, description=description, allow_abbrev=False, add_help=False)
        self._positionals.title = words["arguments"]
        self._optionals.title = words["options"]
        self.add_argument("-h", "--help", action="help", help=words["help"])

    def read(self, words: Sequence[str]) -> argparse.Namespace:
        """The options of a call. Raises UsageError in our own words, since those of argparse are English only."""
        options, rest = self.parse_known_intermixed_args(words)
        if not rest:
            return options
        known = tuple(name for action in self._actions for name in action.option_strings if name.startswith("--"))
        if rest[0].startswith("-"):
            near = nearest(rest[0].partition("=")[0], known) or "--help"
            raise UsageError("unknown-option", command=self.prog, option=rest[0], near=near)
        raise UsageError("too-many-words", command=self.prog, word=rest[0])

    def _check_value(self, action: argparse.Action, value: object) -> None:
        if action.choices is not None and value not in action.choices:
            name = max(action.option_strings, key=len, default=str(action.metavar))
            allowed = tuple(map(str, action.choices))
            raise UsageError("wrong-choice", command=self.prog, option=name, value=value, allowed=allowed)

    def error(self, message: str) -> NoReturn:
        """Raise UsageError instead of leaving the process: for an option without its value, or for missing words."""
        fault = sys.exc_info()[1]
        if isinstance(fault, argparse.ArgumentError):
            raise UsageError("option-alone", command=self.prog, option=str(fault.argument_name))
        raise UsageError("missing-words", command=self.prog, names=message.rpartition(": ")[2])


def common_options(parser: argparse.ArgumentParser, words: Mapping[str, str]) -> None:
    """Add `-C`, `--document`, `--lang`, `--messages`."""
    parser.add_argument("-C", "--project", metavar="DIR", default=".", help=words["project"])
    parser.add_argument("--document", metavar="D", help=words["document"])
    parser.add_argument("--lang", metavar="en,ja", help=words["lang"])
    parser.add_argument("--messages", choices=LANGUAGES, default=None, help=words["messages"])
