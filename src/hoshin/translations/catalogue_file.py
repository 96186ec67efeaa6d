"""A catalogue of the package: a mapping of sentences whose entries are read when they are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from hoshin.kernel.regex import regex
from hoshin.policy.yaml_plain import plain

Words = str | Mapping[str, str]
"""One entry: a sentence, or a group of them (`one` and `other`, `message` and `help`, all terms)."""

_ENTRY: Final = regex(r"(?m)^(?![\s#])(\"?)(?P<key>[^\s\":]+)\1:(?=\s)")
"""The first line of an entry: a key at the edge of the file."""
_FEW: Final = 40
"""Entries after which the rest is read at once, which costs less than as many single ones."""


class CatalogueFile(Mapping[str, Words]):
    """The entries of one file in its order; a command needs a few of some hundred.

    The file holds one block mapping with plain or double-quoted keys. Raises ValueError for text before the first
    entry and for a key given twice, and, when an entry is read, for one that is neither a sentence nor a group.
    """

    __slots__ = ("_name", "_read", "_texts")

    def __init__(self, text: str, name: str) -> None:
        found = tuple(_ENTRY.finditer(text))
        ends = (*(match.start() for match in found), len(text))
        self._name = name
        self._read: dict[str, Words] = {}
        self._texts = {match["key"]: text[match.start() : end] for match, end in zip(found, ends[1:], strict=True)}
        if len(self._texts) != len(found) or any(line and line[0] != "#" for line in text[: ends[0]].splitlines()):
            raise ValueError(name)

    def __getitem__(self, key: str) -> Words:
        if key not in self._read:
            text = self._texts[key]
            self._read |= self._entries(text if len(self._read) < _FEW else "".join(self._texts.values()))
        return self._read[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)

    def __contains__(self, key: object) -> bool:
        return key in self._texts

    def _entries(self, text: str) -> dict[str, Words]:
        return {key: entry(value, self._name) for key, value in plain(text).items()}


def entry(value: object, name: str) -> Words:
    """A value as an entry. Raises ValueError with `name` for what is neither a sentence nor a group of them."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict) and all(isinstance(part, str) for part in value.values()):
        return MappingProxyType({str(key): str(part) for key, part in value.items()})
    raise ValueError(name, value)
