"""A report as a terminal shows it: lines broken where readers would break them, below each other in their lists."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from typing import Final

from hoshin.cli.reports import prose
from hoshin.kernel.regex import regex

_MARK: Final = regex(r" *(?:[-•・]|[0-9]+\.)? *")
"""What a line begins with and its continuation is set below: spaces and the mark of a list item."""
_LEAST: Final = 40


def fitted(text: str) -> str:
    """The text with lines as wide as the terminal; what is read by a program stays as it is."""
    if not sys.stdout.isatty():
        return text
    columns = max(shutil.get_terminal_size((80, 24)).columns, _LEAST)
    return "\n".join(part for line in text.split("\n") for part in _broken(line, columns))


def _broken(line: str, columns: int) -> Iterator[str]:
    mark = found.group() if (found := _MARK.match(line)) else ""
    below = " " * len(mark)
    for at, part in enumerate(prose.lines(line[len(mark) :], columns - len(mark))):
        yield f"{below if at else mark}{part}".rstrip(" ")
