"""What a document leaves to another one (GDPR703), so that the rule about the item itself does not say it again."""

from __future__ import annotations

from typing import Final

from hoshin.check.laws.case import Case
from hoshin.schema.data import Reference

IN_ITS_PLACE: Final = frozenset({"details", "list"})
"""Roles of references that stand for information."""


def told_elsewhere(case: Case, key: str) -> bool:
    """Whether the policy is silent about a list of facts and a reference stands for it."""
    references = (fact.value for fact in case.facts(Reference))
    return case.answer(key).state == "unstated" and any(
        reference.role in IN_ITS_PLACE and key in reference.about for reference in references
    )
