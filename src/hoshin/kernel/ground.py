"""On what a rule is built: a provision, guidance, or practice, and from when to when it holds."""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec import Struct

GroundKind = Literal["statute", "guidance", "practice"]


class Ground(Struct, frozen=True):
    """One citation (rules.md 1.2). `instrument` is a short name that the catalogues spell out: GDPR, APPI, WP260.

    `provision` is written as the instrument counts: `13(1)(a)`, `32(1)(i)`, `para 29`. Both dates are inclusive.
    """

    instrument: str
    provision: str = ""
    kind: GroundKind = "statute"
    in_force_from: date | None = None
    in_force_until: date | None = None

    def holds(self, day: date) -> bool:
        """Whether the provision is in force on that day."""
        return holds(self.in_force_from, self.in_force_until, day)


def holds(first: date | None, last: date | None, day: date) -> bool:
    """Whether a day lies between two inclusive ones; an end that is left out is open."""
    return (first is None or first <= day) and (last is None or day <= last)
