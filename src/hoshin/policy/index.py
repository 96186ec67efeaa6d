"""All facts of a policy by their path: `purpose/newsletter`, `children`, `data/email`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from sys import intern
from typing import TypeVar

from msgspec import Struct
from pydantic import BaseModel

from hoshin.kernel.place import RawPath
from hoshin.schema.data import DataCategory
from hoshin.schema.kinds import KINDS, Kind
from hoshin.schema.modifiers import Absence
from hoshin.schema.policy import Policy

_Model = TypeVar("_Model", bound=BaseModel)


class Entry(Struct, frozen=True):
    """One fact: its path, its kind, its id (empty for a kind of which there is one), its place in the YAML tree.

    `parent` is the path of the category of a data item, else empty.
    """

    path: str
    kind: Kind
    id: str
    raw: RawPath
    value: BaseModel
    parent: str = ""


class Index(Struct, frozen=True):
    """Facts by path, in the order of the files' lists; `duplicates` holds the facts whose path was taken already.

    `kinds` groups them by kind, `members` by the fact that they belong to: the items of a data category by its path,
    what stands by itself by its kind's name.
    """

    entries: Mapping[str, Entry]
    duplicates: tuple[Entry, ...]
    kinds: Mapping[str, tuple[Entry, ...]]
    members: Mapping[str, tuple[Entry, ...]]

    def of_kind(self, name: str) -> tuple[Entry, ...]:
        """All facts of one kind in list order, items of categories included."""
        return self.kinds.get(name, ())

    def members_of(self, name: str) -> tuple[Entry, ...]:
        """Items of the category with that path, or the facts of that kind that are no items of another."""
        return self.members.get(name, ())

    def typed(self, model: type[_Model]) -> tuple[tuple[str, _Model], ...]:
        """Path and value of all facts of one type in list order."""
        return tuple((path, entry.value) for path, entry in self.entries.items() if isinstance(entry.value, model))

    def ids(self, name: str) -> tuple[str, ...]:
        """Ids of one kind."""
        return tuple(entry.id for entry in self.of_kind(name))

    def get(self, path: str) -> Entry | None:
        """The fact with that path."""
        return self.entries.get(path)

    def owner(self, path: str) -> Entry | None:
        """The fact that `path` names or lies in: `children` for `children/min-age`."""
        while path:
            if entry := self.entries.get(path):
                return entry
            path = path.rpartition("/")[0]
        return None


def _items(category: DataCategory, parent: str, kind: Kind, raw: RawPath) -> Iterator[Entry]:
    for position, item in enumerate(category.items):
        yield Entry(intern(f"data/{item.id}"), kind, item.id, (*raw, "items", position), item, parent)


def entries(policy: Policy) -> Iterator[Entry]:
    """Every fact, kind by kind, in list order."""
    for kind in KINDS:
        value = getattr(policy, kind.key)
        if isinstance(value, Absence) or value is None:
            continue
        if not kind.many:
            yield Entry(kind.name, kind, "", (kind.key,), value)
            continue
        for position, entity in enumerate(value):
            raw: RawPath = (kind.key, position)
            path = intern(f"{kind.name}/{entity.id}")
            yield Entry(path, kind, entity.id, raw, entity)
            if isinstance(entity, DataCategory):
                yield from _items(entity, path, kind, raw)


def build_index(policy: Policy) -> Index:
    """The index of a policy; the first of two facts with one path wins, the other is kept as a duplicate."""
    found: dict[str, Entry] = {}
    duplicates: list[Entry] = []
    for entry in entries(policy):
        if entry.path in found:
            duplicates.append(entry)
        else:
            found[entry.path] = entry
    return Index(
        found,
        tuple(duplicates),
        _grouped(found.values(), lambda entry: entry.kind.name),
        _grouped(found.values(), lambda entry: entry.parent or entry.kind.name),
    )


def _grouped(found: Iterable[Entry], key: Callable[[Entry], str]) -> Mapping[str, tuple[Entry, ...]]:
    groups: dict[str, list[Entry]] = {}
    for entry in found:
        groups.setdefault(key(entry), []).append(entry)
    return {name: tuple(group) for name, group in groups.items()}
