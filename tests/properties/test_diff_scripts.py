"""Thousands of random edit scripts: the comparison beside a plain walk that knows nothing of it."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import pytest

from hoshin.diff.compare import compare_facts

SCRIPTS = 400
"""Edit scripts a seed."""
KEYS = ("title", "text", "a.b", "it's", '"q"', "[0]", "__x", "名", "root['x']", "", "*", " ")
LEAVES = ("one", "One", "7", 7, 12, True, False, "", "語", "x" * 40, "None")
"""No field of the model is a number here and a truth there, so 0 and 1 stay out: Python calls them equal to truths."""
FACTS = tuple(f"{kind}/{name}" for kind in ("purpose", "data", "section/a") for name in ("x", "y", "a.b", "[1]"))


def node(chance: random.Random, depth: int = 0) -> Any:
    if depth > 2 or chance.random() < 0.55:
        return chance.choice(LEAVES)
    return {chance.choice(KEYS): node(chance, depth + 1) for _ in range(chance.randrange(4))}


def facts(chance: random.Random) -> dict[str, dict[str, Any]]:
    return {name: body(chance) for name in FACTS if chance.random() < 0.7}


def body(chance: random.Random) -> dict[str, Any]:
    return {chance.choice(KEYS): node(chance) for _ in range(chance.randrange(5))}


def copied(value: Any) -> Any:
    return {key: copied(part) for key, part in value.items()} if isinstance(value, dict) else value


def edited(old: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """A copy with a few edits anywhere, its keys in another order."""
    new = copied(old)
    for _ in range(chance.randrange(1, 6)):
        action = chance.random()
        if action < 0.15 and new:
            new.pop(chance.choice(list(new)))
        elif action < 0.3:
            new[chance.choice(FACTS)] = body(chance)
        elif new:
            here = new[chance.choice(list(new))]
            while here and chance.random() < 0.5:
                inner = [part for part in here.values() if isinstance(part, dict)]
                if not inner:
                    break
                here = chance.choice(inner)
            if here and chance.random() < 0.4:
                here.pop(chance.choice(list(here)))
            else:
                here[chance.choice(KEYS)] = node(chance)
    return dict(chance.sample(list(new.items()), len(new)))


def walked(path: tuple[str, ...], old: Any, new: Any) -> Iterator[tuple[Any, ...]]:
    """The oracle."""
    if isinstance(old, dict) and isinstance(new, dict):
        for key in {*old, *new}:
            if key not in new:
                yield ((*path, key), "removed", repr(old[key]), "None")
            elif key not in old:
                yield ((*path, key), "added", "None", repr(new[key]))
            else:
                yield from walked((*path, key), old[key], new[key])
    elif old != new:
        yield (path, "changed", repr(old), repr(new))


@pytest.mark.parametrize("seed", range(10))
def test_the_comparison_finds_what_a_plain_walk_finds(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - examples, no secrets
    edits = 0
    for _ in range(SCRIPTS):
        old = facts(chance)
        new = edited(old, chance)
        expected = sorted(
            (((*name.split("/"), *path[1:]), *rest))
            for name in {*old, *new}
            for path, *rest in walked(
                (), {name: old[name]} if name in old else {}, {name: new[name]} if name in new else {}
            )
        )
        found = sorted((raw.path, raw.op, repr(raw.before), repr(raw.after)) for raw in compare_facts(old, new))
        assert found == expected
        edits += len(expected)
    assert edits > SCRIPTS


@pytest.mark.parametrize("seed", range(3))
def test_edits_applied_to_the_old_side_give_the_new_one(seed: int) -> None:
    chance = random.Random(1_000 + seed)  # noqa: S311 - as above
    for _ in range(SCRIPTS):
        old = facts(chance)
        new = edited(old, chance)
        made = copied(old)
        for raw in compare_facts(old, new):
            here, *way = made, raw.fact, *raw.inside
            for step in way[:-1]:
                here = here[step]
            if raw.op == "removed":
                del here[way[-1]]
            else:
                here[way[-1]] = copied(raw.after)
        assert made == new
