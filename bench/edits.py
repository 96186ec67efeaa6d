"""What happens to a made-up policy between its two versions. Every edit leaves a policy without errors."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final, TypeAlias

from bench.facts import Fact
from bench.words import Both
from bench.yaml_text import Facts

Made: TypeAlias = tuple[Fact, ...]
_LOOSE: Final = ("retention", "rights")
"""Kinds that no other fact refers to, so that one can go."""
_CHANGED, _GONE, _NEW, _MOVED = 20, 50, 50, 20
"""One fact in so many: 5 % changed, 2 % removed, 2 % added, 5 % moved."""


def few(made: Made) -> Made:
    """5 % changed, nothing else: what an amendment of a policy usually is."""
    return tuple(_reworded(fact) if number % _CHANGED == 0 else fact for number, fact in enumerate(made))


def some(made: Made) -> Made:
    """5 % changed, 2 % removed, 2 % added, 5 % in another place; of ten facts, one changed and one added."""
    size = len(made)
    changed = few(made)
    loose = [fact for fact in changed if fact.key in _LOOSE]
    gone = {id(fact) for fact in loose[1 : 1 + size // _GONE]}
    kept = [fact for fact in changed if id(fact) not in gone]
    moved = {id(fact) for fact in kept if fact.key == "purposes"} if size >= _MOVED else set()
    order = _moved(kept, moved, size // _MOVED)
    return (*order, *(_another(number, size) for number in range(max(1, size // _NEW))))


def every(made: Made) -> Made:
    """One new key on every fact: a policy that is narrowed to one region."""
    return tuple(replace(fact, data={**fact.data, "scope": {"region": ["JP"]}}) for fact in made)


def none(made: Made) -> Made:
    """The first version itself."""
    return made


EDITS: Final[Mapping[str, Callable[[Made], Made]]] = {"none": none, "few": few, "some": some, "every": every}


def _reworded(fact: Fact) -> Fact:
    """The same fact with a word more in its last text, in both languages, and a longer period where it has one."""
    field, both = fact.wording[-1]
    said = Both(f"Also {both.en[0].lower()}{both.en[1:]}", f"併せて{both.ja}")
    period: Facts = {"period": "P10Y"} if "period" in fact.data else {}
    return replace(fact, data={**fact.data, field: said.en, **period}, wording=(*fact.wording[:-1], (field, said)))


def _another(number: int, size: int) -> Fact:
    text = Both("object to our answer", "当社の回答への異議")
    data: Facts = {"id": f"r-{size + number}", "text": text.en, "right": "eu-gdpr:A21", "channel": "desk"}
    return Fact("rights", data, (("text", text),))


def _moved(kept: list[Fact], movable: set[int], count: int) -> list[Fact]:
    """Some of the movable facts at the end of their list instead of at their place."""
    chosen = [fact for fact in kept if id(fact) in movable][1 : 1 + 2 * count : 2]
    names = {id(fact) for fact in chosen}
    return [*(fact for fact in kept if id(fact) not in names), *chosen]
