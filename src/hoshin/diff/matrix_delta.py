"""Which rows of the matrix came and went: what engineers ask of a change (changes.md 7)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from hoshin.diff.change import MatrixDelta, Row
from hoshin.diff.renames import NONE, Renames, declared
from hoshin.policy.load import Loaded
from hoshin.policy.matrix import Cell, expand

_Names: TypeAlias = tuple[str, str, str, str, str]
"""What a row is, lighter and compared faster than the row itself: most rows are on both sides."""


def matrix_delta(old: Loaded, new: Loaded) -> MatrixDelta:
    """Rows of one side alone, in the order of its policy, the old ones under the new names of their parts.

    Which statement names a legal basis does not count, only the basis: grouping them anew changes no row.
    """
    renames = declared(old, new).renames
    before = dict.fromkeys(_names(cell, renames) for cell in expand(old.index))
    after = dict.fromkeys(_names(cell, NONE) for cell in expand(new.index))
    return MatrixDelta(
        appeared=tuple(_row(names) for names in after if names not in before),
        vanished=tuple(_row(names) for names in before if names not in after),
    )


def _names(cell: Cell, renames: Renames) -> _Names:
    if not renames.paths:
        return cell.purpose, cell.data, cell.recipient, cell.basis, cell.retention

    def now(kind: str, name: str) -> str:
        return renames.path(f"{kind}/{name}").partition("/")[2] if name else ""

    return (
        now("purpose", cell.purpose),
        now("data", cell.data),
        now("recipient", cell.recipient),
        cell.basis,
        now("retention", cell.retention),
    )


def _row(names: _Names) -> Row:
    purpose, data, recipient, basis, retention = names
    return Row(purpose=purpose, data=data, recipient=recipient, basis=basis, retention=retention)


def signed(delta: MatrixDelta) -> Sequence[tuple[str, Row]]:
    """All rows, those that vanished first, each with its sign."""
    return [*(("−", row) for row in delta.vanished), *(("+", row) for row in delta.appeared)]
