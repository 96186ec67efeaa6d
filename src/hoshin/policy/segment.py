"""What a word diff is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Op = Literal["=", "-", "+"]


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text that both versions have (`=`), only the old one (`-`) or only the new one (`+`)."""

    op: Op
    text: str
