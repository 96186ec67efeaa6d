"""Options that stand everywhere, before or after the verb (DESIGN.md section 10)."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from typing import NoReturn

from hoshin.cli.arguments import LANGUAGES
from hoshin.kernel.errors import UsageError


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
