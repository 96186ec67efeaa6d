"""How broad the columns of a printed table are, from the words that stand in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from hoshin.document.nodes import Cell, Table, plain
from hoshin.document.walk import lines_of
from hoshin.kernel.regex import regex
from hoshin.kernel.text import is_wide

_ROOM: Final = 84
"""Narrow characters on a line of a table over the whole measure of A4."""
_AIR: Final = 3
"""The space between two columns."""
_LONGEST_WORD: Final = 22
"""An address that is longer breaks at its signs."""
_LONGEST_LINE: Final = 48
"""More words than this make a column no broader: they stand on several lines."""
_WIDE_WORD: Final = 8
"""Japanese may break after every sign; fewer than four on a line are hard to read."""
_JOINTS: Final = regex(r"(?<=[/@])|(?=\.\w)")
"""Where an address may break."""


def column_shares(table: Table, *, breaks: bool = True) -> tuple[int, ...]:
    """The columns' shares of the width: those of the table itself, else as its words need.

    Each column takes its longest word, and what room is left goes to those that have more to say. `breaks`: a format
    can break an address at its signs, so that its parts count where there is no room for it.
    """
    if table.widths:
        return table.widths
    columns = [[row[at] for row in (table.head, *table.rows) if at < len(row)] for at in range(_count(table))]
    room = _ROOM - _AIR * len(columns)
    least = [max(map(_longest_word, cells)) for cells in columns]
    if breaks and sum(least) > room:
        least = [max(map(_longest_part, cells)) for cells in columns]
    most = [max(low, *map(_longest_line, cells)) for low, cells in zip(least, columns, strict=True)]
    if sum(most) <= room:
        return tuple(width + _AIR for width in most)
    spare, wish = max(room - sum(least), 0), sum(most) - sum(least)
    return tuple(low + _AIR + spare * (high - low) // max(wish, 1) for low, high in zip(least, most, strict=True))


def with_equal_columns(tables: Sequence[Table]) -> tuple[Table, ...]:
    """Tables of one make, which stand below each other, with columns that do so as well."""
    rows = tuple(row for table in tables for row in (table.head, *table.rows))
    shares = column_shares(Table((), (), rows))
    return tuple(replace(table, widths=shares) for table in tables)


def _count(table: Table) -> int:
    return max((len(row) for row in (table.head, *table.rows)), default=0)


def _longest_line(cell: Cell) -> int:
    return min(max((_width(line) for line in _lines(cell)), default=0), _LONGEST_LINE)


def _longest_word(cell: Cell) -> int:
    return _longest(cell, (word for line in _lines(cell) for word in line.split()))


def _longest_part(cell: Cell) -> int:
    return _longest(cell, (part for line in _lines(cell) for word in line.split() for part in _JOINTS.split(word)))


def _longest(cell: Cell, words: Iterable[str]) -> int:
    """Heads are heavier than other words and take more room."""
    longest = min(max(map(_kept, words), default=1), _LONGEST_WORD)
    return longest + longest // 8 if cell.header else longest


def _lines(cell: Cell) -> Iterator[str]:
    return map(plain, lines_of(cell.blocks))


def _kept(word: str) -> int:
    width = _width(word)
    return min(width, _WIDE_WORD) if any(map(is_wide, word)) else width


def _width(text: str) -> int:
    return sum(2 if is_wide(sign) else 1 for sign in text)
