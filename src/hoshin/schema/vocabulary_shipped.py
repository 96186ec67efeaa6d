"""The word lists of the package: W3C DPV 2.3 with its old ids, and terms of Japan, Britain and California."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple, TypedDict, cast

from hoshin.kernel.overlay import SHIPPED
from hoshin.schema.vocabulary_term import Ground, Term, TermKind

_FOLDER = SHIPPED / "schema" / "vocabularies"
_OWN = ("x-jp.json", "x-uk.json", "x-us.json")


_DpvRow = tuple[str, str, TermKind, list[str]]


class _DpvFile(TypedDict):
    prefixes: dict[str, str]
    terms: list[_DpvRow]


class ShippedTerms(Mapping[str, Term]):
    """Terms by id, each made when it is first asked for: a policy uses some fifty of the 1,800."""

    def __init__(self, rows: Mapping[str, _DpvRow | Term]) -> None:
        self._rows = rows
        self._made: dict[str, Term] = {}

    def __getitem__(self, term_id: str) -> Term:
        made = self._made.get(term_id)
        if made is None:
            row = self._rows[term_id]
            made = row if isinstance(row, Term) else Term(row[0], row[1], row[2], tuple(row[3]))
            self._made[term_id] = made
        return made

    def __contains__(self, term_id: object) -> bool:
        return term_id in self._rows

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


class ShippedWords(NamedTuple):
    """Terms by id, renamed ids, ids without a successor of that name, namespaces by prefix."""

    terms: Mapping[str, Term]
    renamed: MappingProxyType[str, str]
    replaced: MappingProxyType[str, str]
    prefixes: MappingProxyType[str, str]


class _AliasFile(TypedDict):
    renamed: dict[str, str]
    nearest: dict[str, str]


class _GroundRow(TypedDict):
    article: str
    confirmed: bool


class _OwnRowBase(TypedDict):
    id: str
    label: dict[str, str]
    kind: TermKind
    broader: list[str]


class _OwnRow(_OwnRowBase, total=False):
    ground: _GroundRow


class _OwnFile(TypedDict):
    law: str
    terms: list[_OwnRow]


def _read(name: str) -> object:
    return json.loads((_FOLDER / name).read_text(encoding="utf-8"))


def _shipped_term(row: _OwnRow, law: str) -> Term:
    ground = row.get("ground")
    return Term(
        id=row["id"],
        label=row["label"]["en"],
        kind=row["kind"],
        broader=tuple(row["broader"]),
        labels=tuple(sorted(row["label"].items())),
        source="hoshin",
        ground=Ground(law, ground["article"], ground["confirmed"]) if ground else None,
    )


def read_shipped() -> ShippedWords:
    """Reads the files; takes a few milliseconds."""
    dpv = cast("_DpvFile", _read("dpv-2.3.json"))
    aliases = cast("_AliasFile", _read("dpv-aliases.json"))
    rows: dict[str, _DpvRow | Term] = {row[0]: row for row in dpv["terms"]}
    for name in _OWN:
        own = cast("_OwnFile", _read(name))
        rows.update((row["id"], _shipped_term(row, own["law"])) for row in own["terms"])
    return ShippedWords(
        ShippedTerms(rows),
        MappingProxyType(aliases["renamed"]),
        MappingProxyType(aliases["nearest"]),
        MappingProxyType(dpv["prefixes"]),
    )
