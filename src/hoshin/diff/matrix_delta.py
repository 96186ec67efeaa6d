"""Which rows of the matrix came and went: what engineers ask of a change (changes.md 7)."""

from __future__ import annotations

from collections.abc import Sequence

from hoshin.diff.change import MatrixDelta, Row
from hoshin.diff.renames import NONE, Renames, declared
from hoshin.policy.load import Loaded
from hoshin.policy.matrix import Cell, expand


def matrix_delta(old: Loaded, new: Loaded) -> MatrixDelta:
    """Rows of one side alone, in the order of its policy, the old ones under the new names of their parts.

    Which statement names a legal basis does not count, only the basis: grouping them anew changes no row.
    """
    renames = declared(old, new).renames
    before = dict.fromkeys(_row(cell, renames) for cell in expand(old.index))
    after = dict.fromkeys(_row(cell, NONE) for cell in expand(new.index))
    return MatrixDelta(
        appeared=tuple(row for row in after if row not in before),
        vanished=tuple(row for row in before if row not in after),
    )


def _row(cell: Cell, renames: Renames) -> Row:
    def now(kind: str, name: str) -> str:
        return renames.path(f"{kind}/{name}").partition("/")[2] if name else ""

    return Row(
        purpose=now("purpose", cell.purpose),
        data=now("data", cell.data),
        recipient=now("recipient", cell.recipient),
        basis=cell.basis,
        retention=now("retention", cell.retention),
    )


def signed(delta: MatrixDelta) -> Sequence[tuple[str, Row]]:
    """All rows, those that vanished first, each with its sign."""
    return [*(("−", row) for row in delta.vanished), *(("+", row) for row in delta.appeared)]
