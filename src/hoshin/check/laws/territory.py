"""Where a law is at home, and why it applies to the controller."""

from __future__ import annotations

from typing import Final

from hoshin.check.laws.case import Case, Fact
from hoshin.schema.jurisdiction import Jurisdiction
from hoshin.schema.party import Controller
from hoshin.schema.regions import lies_in

REMOTE: Final = frozenset({"offering", "monitoring"})
"""Grounds of Art. 3(2): the controller has no establishment where the law is at home."""


def at_home(case: Case, region: str) -> bool:
    """Whether a region lies where the law is at home: in the EEA, or in the United Kingdom."""
    return any(lies_in(region, home) for home in case.lists.get("home", ()))


def seat(case: Case) -> str:
    """The country of the controller; empty where the policy does not name it."""
    controller = case.the(Controller)
    address = controller.value.address if controller else None
    return (address.country if address else None) or ""


def claims(case: Case) -> tuple[Fact[Jurisdiction], ...]:
    """The declarations that this law applies."""
    facts = case.facts(Jurisdiction)
    return tuple(fact for fact in facts if fact.value.law and case.is_a(fact.value.law, *case.laws))


def applies_from_afar(case: Case) -> bool | None:
    """Whether the law applies under Art. 3(2); None where the policy does not say."""
    if at_home(case, seat(case)):
        return False
    grounds = {claim.value.ground for claim in claims(case) if claim.value.ground}
    return bool(grounds & REMOTE) if grounds else None
