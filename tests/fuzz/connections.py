"""What makes a readable policy of plain data: shapes that fit, ids of their own, names of what is there.

Without this, most made-up projects end at the first fault, and nothing behind the reader is ever tried.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel, ValidationError

from hoshin.schema.kinds import BY_KEY, BY_NAME, KINDS
from hoshin.schema.policy import Policy
from hoshin.schema.references import BARE, FULL
from hoshin.schema.section import TableBlock

Data = dict[str, Any]
A_NAME = "{?}"
"""Stands in a text for the placeholder of some fact that is there."""
_BARE: Mapping[str, tuple[str, ...]] = {field: kinds for (_, field), kinds in BARE.items()}
_FULL = {field for _, field in FULL}
_FACTS = {"states", "antecedent"}


def fitting(kind: type[BaseModel], data: Data, required: frozenset[str]) -> Data:
    """As much of the data as the type takes together: of fields that exclude each other, the first."""
    if kind is TableBlock:
        _square(data)
    if fits(kind, data):
        return data
    more = [key for key in data if key not in required]
    bare = {key: data[key] for key in data if key in required}
    starts = (bare, *({**bare, key: data[key]} for key in more))
    made = next((start for start in starts if fits(kind, start)), None)
    if made is None:
        return data
    for key in more:
        if key not in made and fits(kind, {**made, key: data[key]}):
            made = {**made, key: data[key]}
    return made


def fits(kind: type[BaseModel], data: Data) -> bool:
    """Whether the type takes it."""
    try:
        kind.model_validate(data)
    except ValidationError:
        return False
    return True


def _square(table: Data) -> None:
    """As many cells in each row as there are columns; of facts and rows, one."""
    columns = table.get("columns") or []
    head = "field" if "of" in table else "text"
    for number, column in enumerate(columns):
        column.setdefault(head, "title" if head == "field" else f"Column {number}")
    if "of" not in table:
        rows = table.setdefault("rows", [{"id": "row", "cells": []}])
        for row in rows:
            row["cells"] = [*row.get("cells", []), *({} for _ in columns)][: len(columns)]


def connected(data: Data, chance: random.Random) -> Data:
    """The same policy with ids of their own, and with references and placeholders to facts that are there."""
    for part in data.values():
        taken: set[str] = set()
        for owner in _mappings(part):
            if isinstance(owner.get("id"), str):
                owner["id"] = _free(owner["id"], taken)
    named = _named(data)
    for key, part in data.items():
        for owner in _mappings(part):
            _point(owner, named, chance, on_page=key == "sections")
    return _readable(data)


def _free(name: str, taken: set[str]) -> str:
    new = name if name not in taken else f"{name}-{len(taken)}"
    taken.add(new)
    return new


def _mappings(value: object) -> Iterator[Data]:
    if isinstance(value, dict):
        yield value
        for part in value.values():
            yield from _mappings(part)
    elif isinstance(value, list):
        for part in value:
            yield from _mappings(part)


def _named(data: Data) -> dict[str, list[str]]:
    """Ids by kind, and all facts under the empty name."""
    found: dict[str, list[str]] = {"": []}
    for kind in KINDS:
        part = data.get(kind.key)
        facts = part if isinstance(part, list) else [part] if isinstance(part, dict) and not kind.many else []
        if kind.name == "data":
            facts = [one for fact in facts for one in (fact, *fact.get("items", ()))]
        found[kind.name] = [fact.get("id", kind.name) for fact in facts]
        found[""] += [f"{kind.name}/{name}" if kind.many else kind.name for name in found[kind.name]]
    return found


def _point(owner: Data, named: Mapping[str, list[str]], chance: random.Random, *, on_page: bool) -> None:
    for key, value in owner.items():
        kinds = _BARE.get(key, ())
        if key in _FACTS or (key in _FULL and not (on_page and isinstance(value, str) and "/" not in value)):
            there = named[""]
        else:
            there = [name for kind in kinds for name in named[kind]]
        if key == "of" and on_page and isinstance(value, str) and ("items" not in owner and _prints_facts(owner)):
            there = [kind.key for kind in KINDS if kind.many and named[kind.name]]
        owner[key] = _named_in(value, there, named[""], chance) if key != "id" else value


def _prints_facts(owner: Data) -> bool:
    return owner.get("kind") in {"list", "table"}


def _named_in(value: object, there: list[str], facts: list[str], chance: random.Random) -> object:
    """A reference to what is there; a text with its placeholders filled; anything else as it is."""
    if isinstance(value, str) and A_NAME in value:
        return value.replace(A_NAME, _placeholder(chance.choice(facts or ["document"])))
    if isinstance(value, str) and there and value != "any":
        return chance.choice(there)
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return list(dict.fromkeys(str(_named_in(one, there, facts, chance)) for one in value))
    return value


def _placeholder(fact: str) -> str:
    kind, _, name = fact.partition("/")
    values = (*BY_NAME[kind].values, "title")
    field = values[0].replace("_", "-")
    return (
        f"{{article:{name}}}" if kind == "section" else f"{{{kind}:{name}/{field}}}" if name else f"{{{kind}:{field}}}"
    )


def _readable(data: Data) -> Data:
    """Without the facts that the types refuse after all."""
    for _ in range(20):
        try:
            Policy.model_validate(data)
        except ValidationError as error:
            for key, place in sorted({_fact(detail["loc"], data) for detail in error.errors()}, reverse=True):
                if place < 0 or len(data[key]) == 1:
                    data.pop(key, None)
                else:
                    data[key].pop(place)
        else:
            break
    return data


def _fact(loc: tuple[str | int, ...], data: Data) -> tuple[str, int]:
    """The fact that a fault lies in: its key and place in the list, or -1."""
    key = str(loc[0])
    place = next((part for part in loc[1:3] if isinstance(part, int)), -1)
    return key, place if key in BY_KEY and isinstance(data[key], list) else -1
