"""Ages from which children decide alone, as a policy states them."""

from __future__ import annotations

from hoshin.check.laws.case import Case
from hoshin.check.laws.judging import CONSENT, on_basis
from hoshin.schema.people import Children


def consent_ages(children: Children) -> tuple[int, ...]:
    """All ages of consent: of the policy as a whole and of regions."""
    stated = (children.alone_from, *(rule.alone_from for rule in children.ages))
    return tuple(age for age in stated if age is not None)


def stated_age(case: Case, children: Children) -> int | None:
    """The age for all regions; where data rest on consent, an age of use counts if there is no age of consent."""
    if children.alone_from is not None or children.ages or not on_basis(CONSENT)(case):
        return children.alone_from
    return children.min_age
