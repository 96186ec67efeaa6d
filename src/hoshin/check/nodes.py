"""Every model inside a policy with its place, walked once for all rules."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from pydantic import BaseModel

from hoshin.kernel.place import RawPath
from hoshin.policy.index import Index
from hoshin.schema.modifiers import Absence
from hoshin.schema.policy import Policy
from hoshin.schema.walk import hyphened, present_fields


class Node(Struct, frozen=True):
    """A fact or a part of one: where it is for people, where it stands in the YAML, and the fact that holds it."""

    path: str
    raw: RawPath
    value: BaseModel
    fact: str


def nodes(policy: Policy, index: Index) -> tuple[Node, ...]:
    """All facts, also those whose path is taken, then the statements that there is none, each before its parts."""
    facts = (*index.entries.values(), *index.duplicates)
    found = [node for entry in facts for node in _walk(entry.path, entry.raw, entry.value, entry.path)]
    absences = [
        Node(key, (key,), value, "")
        for name, key, value in present_fields(policy)
        if isinstance(value, Absence) and name == key
    ]
    return (*found, *absences)


def _walk(path: str, raw: RawPath, value: BaseModel, fact: str) -> Iterator[Node]:
    yield Node(path, raw, value, fact)
    for name, key, content in present_fields(value):
        if isinstance(content, BaseModel):
            yield from _walk(f"{path}/{hyphened(name)}", (*raw, key), content, fact)
        elif isinstance(content, tuple) and not (raw[:1] == ("data",) and name == "items"):  # items are facts
            for position, part in enumerate(content):
                if isinstance(part, BaseModel):
                    yield from _walk(_part(path, name, part, position), (*raw, key, position), part, fact)


def _part(path: str, name: str, part: BaseModel, position: int) -> str:
    """Blocks, list items and units have ids that are unique in their section; other parts are named by their field."""
    step = getattr(part, "id", None)
    if path.startswith("section/"):
        return f"{'/'.join(path.split('/')[:2])}/{step}" if step else path
    return f"{path}/{hyphened(name)}/{step or position}"
