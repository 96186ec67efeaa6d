"""The expanded view of legal bases: which statements reach which use of data (rules.md 8.6).

A use is a row of the matrix: purpose, data item, recipient; an empty recipient is the controller's own use.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from msgspec import Struct, field

from hoshin.diff.renames import NONE, Renames
from hoshin.policy.load import Loaded
from hoshin.policy.matrix import expand

Use: TypeAlias = tuple[str, str, str]


class Cells(Struct, frozen=True):
    """Legal bases by use, as ids of statements and as terms. A use without any has an empty set."""

    statements: Mapping[Use, frozenset[str]] = field(default_factory=dict)
    terms: Mapping[Use, frozenset[str]] = field(default_factory=dict)


def cells(loaded: Loaded, renames: Renames = NONE) -> Cells:
    """The cells of a policy under the new ids."""
    statements: dict[Use, set[str]] = {}
    terms: dict[Use, set[str]] = {}
    for cell in expand(loaded.index):
        use = (
            _renamed("purpose", cell.purpose, renames),
            _renamed("data", cell.data, renames),
            _renamed("recipient", cell.recipient, renames),
        )
        statements.setdefault(use, set())
        terms.setdefault(use, set())
        if cell.legal_basis:
            statements[use].add(_renamed("legal-basis", cell.legal_basis, renames))
            terms[use].add(cell.basis)
    return Cells(
        {use: frozenset(found) for use, found in statements.items()},
        {use: frozenset(found) for use, found in terms.items()},
    )


def _renamed(kind: str, name: str, renames: Renames) -> str:
    return renames.path(f"{kind}/{name}").partition("/")[2] if name else ""


def former_terms(earlier: Mapping[Use, frozenset[str]], older: Cells) -> Mapping[Use, frozenset[str]]:
    """The last legal bases that each use had: those of `earlier`, where it had none those of an older policy.

    A basis that is taken away in one release and replaced in the next is still a change of basis (rules.md 8.6).
    """
    known = {use: terms for use, terms in older.terms.items() if terms}
    return known | {use: terms for use, terms in earlier.items() if terms}
