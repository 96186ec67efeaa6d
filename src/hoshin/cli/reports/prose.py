"""Sentences wrapped for a terminal; a Japanese line neither begins with 。 nor ends with 「 (JIS X 4051 kinsoku)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hoshin.cli.reports.grid import width
from hoshin.kernel.text import is_wide

_NOT_FIRST: Final = frozenset(
    "、。，．・：；？！」』）】〉》\u3015”’…ーァィゥェォッャュョぁぃぅぇぉっゃゅょ々,.:;!?)]}"
)
_NOT_LAST: Final = frozenset("「『（【〈《\u3014“‘([{")


def lines(text: str, room: int) -> list[str]:
    """The text on lines of at most `room` columns: broken at spaces, behind a slash, beside Japanese characters."""
    found: list[str] = []
    line = ""
    for piece in _pieces(text):
        if line and width(line + piece.rstrip(" ")) > room:
            found.append(line.rstrip(" "))
            line = ""
        line += piece if line else piece.lstrip(" ")
        while width(line.rstrip(" ")) > room:
            cut = _fit(line, room)
            found.append(line[:cut])
            line = line[cut:]
    return [*found, line.rstrip(" ")] if line.strip(" ") or not found else found


def _pieces(text: str) -> Iterator[str]:
    """What stays together on one line."""
    start = 0
    for end in range(1, len(text)):
        if _may_break(text[end - 1], text[end]):
            yield text[start:end]
            start = end
    yield text[start:]


def _may_break(before: str, after: str) -> bool:
    if before == " ":
        return after != " "
    if after == " " or after in _NOT_FIRST or before in _NOT_LAST:
        return False
    return before == "/" or is_wide(before) or is_wide(after)


def _fit(text: str, room: int) -> int:
    """How many characters fit; at least one."""
    taken = 0
    for position, character in enumerate(text):
        taken += width(character)
        if taken > room:
            return max(position, 1)
    return len(text)
