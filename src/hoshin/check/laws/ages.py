"""Ages from which children decide alone, as a policy states them."""

from __future__ import annotations

from typing import Final

from hoshin.check.laws.case import Case
from hoshin.check.laws.judging import CONSENT, on_basis
from hoshin.schema.people import Children

LOWEST: Final = 13
"""Below this age no Member State may let children consent alone (GDPR Art. 8(1))."""


def decisive_ages(children: Children) -> tuple[int, ...]:
    """All ages from which people decide alone: of the policy as a whole and of regions.

    Where none is stated, the age of use is one, if consent alone is possible at that age: younger people need a parent.
    """
    stated = (children.alone_from, *(rule.alone_from for rule in children.ages))
    ages = tuple(age for age in stated if age is not None)
    fallback = children.min_age if children.min_age is not None and children.min_age >= LOWEST else None
    return ages or (() if fallback is None else (fallback,))


def stated_age(case: Case, children: Children) -> int | None:
    """The age for all regions; where data rest on consent, an age of use counts if there is no age of consent."""
    if children.alone_from is not None or children.ages or not on_basis(CONSENT)(case):
        return children.alone_from
    return children.min_age
