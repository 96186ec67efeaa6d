"""What `hoshin.load` returns: the policy as typed, immutable data, and the questions engineers ask it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from msgspec import Struct
from pydantic import BaseModel

from hoshin.kernel.place import Place
from hoshin.policy.load import Loaded
from hoshin.policy.matrix import Cell, expand
from hoshin.policy.resolve import resolve
from hoshin.policy.scopes import read_situation
from hoshin.policy.stated import stated_by
from hoshin.query.rows import Row, rows_of
from hoshin.query.where import Condition, parse, select
from hoshin.schema.policy import Policy
from hoshin.schema.vocabulary import Vocabulary


class PolicyView(Struct, frozen=True, dict=True):
    """One document in one language. Nothing is read from disk after it is made.

    `policy` holds the typed model; `matrix` the expansion of all group statements, computed at the first question.
    """

    name: str
    lang: str
    loaded: Loaded
    vocabulary: Vocabulary

    @property
    def policy(self) -> Policy:
        """The typed model."""
        return self.loaded.policy

    def in_situation(self, **situation: str) -> PolicyView:
        """The policy as it holds in one situation: `policy.in_situation(region="US-CA", product="gold")`.

        Facts that are meant for others are left out, with every mention of them.
        Raises UsageError for an unknown dimension, product, context or group of people.
        """
        wanted = read_situation((f"{name}={value}" for name, value in situation.items()), self.loaded.index)
        return PolicyView(self.name, self.lang, resolve(self.loaded, wanted), self.vocabulary)

    @cached_property
    def matrix(self) -> tuple[Cell, ...]:
        """Every row purpose x data x legal basis x recipient x retention that the policy links."""
        return expand(self.loaded.index)

    @cached_property
    def _texts(self) -> dict[str, str]:
        return {unit.id: unit.text for unit in self.loaded.units}

    def fact(self, path: str) -> BaseModel:
        """The fact with that path, such as `purpose/newsletter` or `children`.

        Raises KeyError when there is none.
        """
        entry = self.loaded.index.get(path)
        if entry is None:
            raise KeyError(path)
        return entry.value

    def text(self, unit_id: str) -> str:
        """The words of one unit, placeholders unfilled. Raises KeyError for an unknown unit."""
        return self._texts[unit_id]

    def place(self, path: str) -> Place | None:
        """File, line and column of a fact."""
        return self.loaded.place_of(path)

    def stated_in(self, path: str) -> tuple[str, ...]:
        """Ids of the printed units that tell a fact."""
        return stated_by(self.loaded).get(path, ())

    def cells(self, *, purpose: str = "", data: str = "", recipient: str = "") -> tuple[Cell, ...]:
        """Rows of the matrix; a word left out asks nothing."""
        return tuple(
            cell
            for cell in self.matrix
            if purpose in ("", cell.purpose) and data in ("", cell.data) and recipient in ("", cell.recipient)
        )

    def legal_bases(self, purpose: str) -> tuple[str, ...]:
        """Terms of the legal bases that the policy states for a purpose, in order, each once."""
        return tuple(dict.fromkeys(cell.basis for cell in self._by_purpose.get(purpose, ()) if cell.basis))

    @cached_property
    def _by_purpose(self) -> dict[str, tuple[Cell, ...]]:
        found: dict[str, list[Cell]] = {}
        for cell in self.matrix:
            found.setdefault(cell.purpose, []).append(cell)
        return {purpose: tuple(cells) for purpose, cells in found.items()}

    def query(self, noun: str, where: Iterable[str | Condition] = ()) -> tuple[Row, ...]:
        """The rows of `hoshin query NOUN --where ...`.

        Raises KeyError for an unknown noun, UsageError for a condition that cannot be read.
        """
        conditions = tuple(item for one in where for item in (parse([one]) if isinstance(one, str) else (one,)))
        return select(rows_of(self.loaded, noun), conditions, self.vocabulary.is_a)
