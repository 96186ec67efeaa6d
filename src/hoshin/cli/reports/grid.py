"""A plain table that fits the terminal; Japanese counts two columns a character."""

from __future__ import annotations

import shutil
from collections.abc import Sequence

from hoshin.kernel.text import is_wide

_GAP = "  "
_LEAST = 8


def width(text: str) -> int:
    """Columns that a text takes on a terminal."""
    return len(text) if text.isascii() else len(text) + sum(map(is_wide, text))


def grid(head: Sequence[str], rows: Sequence[Sequence[str]], columns: int | None = None) -> str:
    """The table as lines, wrapped inside its cells to `columns` (the terminal's width, else 80)."""
    room = columns or shutil.get_terminal_size((80, 24)).columns
    widths = _widths([list(head), *map(list, rows)], room)
    rule = _GAP.join("─" * each for each in widths)
    lines = [*_lines(head, widths), rule, *(line for row in rows for line in _lines(row, widths))]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _widths(rows: list[list[str]], room: int) -> list[int]:
    """Natural widths, the widest columns narrowed until the table fits."""
    widths = [max(width(row[number]) for row in rows) for number in range(len(rows[0]))]
    spare = room - len(_GAP) * (len(widths) - 1)
    while sum(widths) > spare and max(widths) > _LEAST:
        widest = widths.index(max(widths))
        widths[widest] -= 1
    return widths


def _lines(cells: Sequence[str], widths: Sequence[int]) -> list[str]:
    wrapped = [wrap(cell, each) for cell, each in zip(cells, widths, strict=True)]
    height = max(len(lines) for lines in wrapped)
    padded = [[*lines, *[""] * (height - len(lines))] for lines in wrapped]
    return [
        _GAP.join(line + " " * (each - width(line)) for line, each in zip(row, widths, strict=True))
        for row in zip(*padded, strict=True)
    ]


def wrap(text: str, room: int) -> list[str]:
    """Lines of at most `room` columns, broken at spaces and hyphens, between Japanese characters, else anywhere."""
    lines: list[str] = []
    line = ""
    for piece in _pieces(text):
        if width(line + piece.rstrip()) <= room:
            line += piece
            continue
        if line.strip():
            lines.append(line.rstrip())
            line = ""
        rest = piece.lstrip()
        while width(rest.rstrip()) > room:
            cut = _fit(rest, room)
            lines.append(rest[:cut])
            rest = rest[cut:]
        line = rest
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def _pieces(text: str) -> list[str]:
    pieces: list[str] = [""]
    for character in text:
        before = pieces[-1]
        if before and (before[-1] in " -,/;" or is_wide(before[-1]) or is_wide(character)):
            pieces.append(character)
        else:
            pieces[-1] += character
    return pieces


def _fit(text: str, room: int) -> int:
    taken = 0
    for position, character in enumerate(text):
        taken += 2 if is_wide(character) else 1
        if taken > room:
            return max(position, 1)
    return len(text)
