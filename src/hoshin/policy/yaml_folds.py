"""Where YAML puts a space into text that is written without spaces: at a folded line end between wide characters."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from hoshin.kernel.text import is_wide

_HANGUL = (range(0x1100, 0x1200), range(0x3130, 0x3190), range(0xA960, 0xA980), range(0xAC00, 0xD800))
"""Korean is wide and yet writes spaces between words."""


def folded_line(lines: Sequence[str], text: str) -> int | None:
    """The number of the first of these source lines whose end became a space between two such characters of `text`."""
    for number, (line, following) in enumerate(pairwise(lines)):
        left, right = line.rstrip()[-1:], following.lstrip()[:1]
        if left and right and _unspaced(left) and _unspaced(right) and f"{left} {right}" in text:
            return number
    return None


def _unspaced(character: str) -> bool:
    return is_wide(character) and not any(ord(character) in block for block in _HANGUL)
