"""Ways in which somebody can be reached, whether a text tells them, and who holds an office."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final, Literal

from msgspec import Struct

from hoshin.check.laws.case import Answer, Case, Fact, answer_of
from hoshin.check.laws.outcome import Breach, Held, Outcome
from hoshin.kernel.finding import Arg
from hoshin.kernel.place import RawPath
from hoshin.schema.party import Contact, Controller, Officer, Party
from hoshin.schema.walk import hyphened

_CHANNELS: Final[Mapping[str, str]] = MappingProxyType(
    {"address": "post", "email": "email", "phone": "phone", "form_url": "web", "url": "web"}
)
"""Fields that reach somebody, and the kind of channel that each is."""

Reachable = Fact[Controller] | Fact[Contact] | Fact[Officer] | Fact[Party]


class Way(Struct, frozen=True):
    """A way to reach somebody: the kind of channel, the field, and the printed units that tell it."""

    kind: str
    path: str
    raw: RawPath
    units: tuple[str, ...]


def ways(case: Case, *facts: Reachable) -> tuple[Way, ...]:
    """The ways to reach them that they declare."""
    return tuple(
        Way(kind, f"{fact.path}/{hyphened(name)}", (*fact.raw, name), case.told(fact.path, name))
        for fact in facts
        for name, kind in _CHANNELS.items()
        if getattr(fact.value, name, None)
    )


def party_of(case: Case, officer: Fact[Officer]) -> Fact[Party] | None:
    """The organisation that holds the office."""
    return next((party for party in case.facts(Party) if party.id == officer.value.party), None)


def ways_to(case: Case, officer: Fact[Officer]) -> tuple[Way, ...]:
    """The officer's own ways and those of the organisation."""
    party = party_of(case, officer)
    return ways(case, officer, *((party,) if party else ()))


def told_way(found: tuple[Way, ...], path: str, raw: RawPath, **args: Arg) -> Iterator[Outcome]:
    """At least one of the ways is told by a text."""
    told = next((way for way in found if way.units), None)
    if told is not None:
        yield Held(told.path, told.units)
    elif found:
        yield Breach("unprinted", found[0].path, found[0].raw, args)
    else:
        yield Breach("missing", path, raw, args)


def officers(case: Case, role: Literal["dpo", "representative"]) -> tuple[Fact[Officer], ...]:
    """Those who hold an office."""
    return tuple(fact for fact in case.facts(Officer) if fact.value.role == role)


def about_officer(case: Case, role: Literal["dpo", "representative"]) -> Answer:
    """What the policy says about an office; a list that names others says nothing about this one."""
    holders = [fact for fact in case.every(Officer) if fact.value.role == role]
    given = officers(case, role) or holders
    if given:
        return answer_of(given[0].value, given[0].path, given[0].raw)
    said = case.answer("officers")
    return Answer("unstated", said.path, said.raw) if case.every(Officer) else said
