"""Change rules applied to one event: class, what must be done, and the grounds as of a day (rules.md 2.2 and 8)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Final

from msgspec.structs import replace

from hoshin.diff.bodies import Body
from hoshin.diff.change import Applied, Citation
from hoshin.diff.chg import Class, highest, lowest
from hoshin.diff.rules import RULES
from hoshin.diff.rules.cite import AREAS
from hoshin.diff.rules.rule import Action, Area, Asked, ChangeRule
from hoshin.kernel.ground import Ground, holds

_ALL: Final[frozenset[Area]] = frozenset({"EU", "JP", "US"})
_WORDS: Final[tuple[tuple[str, Area], ...]] = (
    ("legal-jp:", "JP"), ("appi", "JP"), ("telecommunications", "JP"), ("tba", "JP"),
    ("legal-eu:", "EU"), ("legal-gb:", "EU"), ("gdpr", "EU"), ("legal-us:", "US"), ("ccpa", "US"),
)  # fmt: skip
"""Parts of a law's term, in small letters, and where that law counts."""


def areas(sides: Iterable[Mapping[str, Body]]) -> frozenset[Area]:
    """Where the laws count that either side answers to; everywhere if none is stated or one is not known here."""
    found: set[Area] = set()
    stated = False
    for facts in sides:
        for fact, body in facts.items():
            if fact.startswith("jurisdiction/"):
                stated = True
                law = str(body.get("law", "")).lower()
                here = next((area for word, area in _WORDS if word in law), None)
                if here is None:
                    return _ALL
                found.add(here)
    return frozenset(found) if stated else _ALL


def judged(
    names: Sequence[str], asked: Asked, as_of: date | None, *, floor: Class | None = None
) -> tuple[tuple[Applied, ...], Class]:
    """The rules that hold on that day, and the class that they give together.

    A change whose rules are all out of force is notable at most. `floor` is the least class whatever rules say.
    """
    there = [RULES[name] for name in names if _in_force(RULES[name], as_of)]
    alone = len(names) == 1
    found = tuple(_applied(rule, asked, as_of, alone=alone) for rule in there)
    if names and not there:
        own = lowest(asked.class_, "notable")
    else:
        own = highest((item.class_ for item in found), default=asked.class_)
    return found, highest((own, floor)) if floor else own


def _in_force(rule: ChangeRule, day: date | None) -> bool:
    return day is None or holds(rule.in_force_from, rule.in_force_until, day)


def _applied(rule: ChangeRule, asked: Asked, as_of: date | None, *, alone: bool) -> Applied:
    """One rule. Where several judge one event each gives its own class, never more than the direction allows."""
    class_ = asked.class_ if alone else lowest(rule.class_, asked.class_)
    actions = rule.asks(asked if class_ == asked.class_ else replace(asked, class_=class_))
    return _made(rule.id, class_, actions, asked.areas, as_of)


@lru_cache(maxsize=1024)
def _made(
    rule_id: str, class_: Class, actions: tuple[Action, ...], where: frozenset[Area], as_of: date | None
) -> Applied:
    """What a rule says does not depend on the change beyond these; thousands of changes share it."""
    rule = RULES[rule_id]
    return Applied(
        id=rule_id,
        class_=class_,
        actions=actions,
        citations=_citations(rule.grounds, where, as_of),
        japan=_citations(rule.japan, where, as_of),
        confirmed=rule.confirmed,
    )


def _citations(grounds: Iterable[Ground], where: frozenset[Area], as_of: date | None) -> tuple[Citation, ...]:
    return tuple(
        Citation(law=ground.instrument, ref=ground.provision, kind=ground.kind)
        for ground in grounds
        if AREAS[ground.instrument] in where and _holds(ground, as_of)
    )


def _holds(ground: Ground, as_of: date | None) -> bool:
    """Where no day is known, what has no known end."""
    return ground.in_force_until is None if as_of is None else ground.holds(as_of)
