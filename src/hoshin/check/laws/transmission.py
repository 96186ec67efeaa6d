"""What the external transmission rule of Japan asks of a policy: services in scope, and the tags that send."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hoshin.check.laws.case import Answer, Case, Fact, answer_of
from hoshin.schema.data import Technology
from hoshin.schema.jurisdiction import Site

WITHOUT_NOTICE: Final = frozenset({"necessary", "own_identifier", "consent"})
"""Exemptions under which nothing has to be told; with an opt-out the same is told as without one."""


def scope(case: Case) -> Answer:
    """Whether a site is a service in scope: yes as soon as one says so, no where all do, else not stated."""
    answers = [answer_of(fact.value.tba_in_scope, f"{fact.path}/tba-in-scope", _raw(fact)) for fact in case.facts(Site)]
    for state in ("declared", "given", "unstated", "no"):
        for answer in answers:
            if answer.state == state:
                return answer
    return Answer("unstated", "sites", ("sites",))


def _raw(fact: Fact[Site]) -> tuple[str | int, ...]:
    return (*fact.raw, "tba_in_scope") if fact.value.tba_in_scope else fact.raw


def sending(case: Case) -> tuple[Fact[Technology], ...]:
    """The technologies that may send information out: all but those that are said to be our own alone."""
    return tuple(fact for fact in case.facts(Technology) if fact.value.third_party is not False)


def bound(case: Case) -> tuple[Fact[Technology], ...]:
    """The tags about which a service in scope must tell."""
    if scope(case).state not in {"declared", "given"}:
        return ()
    return tuple(
        fact
        for fact in sending(case)
        if (fact.value.third_party or fact.value.provider) and fact.value.exemption not in WITHOUT_NOTICE
    )


def loose(case: Case, title: str) -> Iterator[str]:
    """Words of a title that leave open what else there is."""
    yield from case.phrases("loose-data").find(title)
    if title.rstrip("）)").endswith("等"):
        yield "等"
