"""What a word diff is made of."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Op = Literal["=", "-", "+"]


class Segment(Struct, frozen=True):
    """A run of text that both versions have (`=`), only the old one (`-`) or only the new one (`+`)."""

    op: Op
    text: str
