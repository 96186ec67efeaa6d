"""The printed texts of each article, for rules that judge wording where it stands."""

from __future__ import annotations

from collections.abc import Mapping

from hoshin.check.laws.case import Case
from hoshin.policy.stated import printed_in
from hoshin.policy.units import TextUnit


def by_section(case: Case) -> Mapping[str, tuple[TextUnit, ...]]:
    """Texts by the path of the article that prints them, in the order of the document."""
    texts = case.subject.texts
    return {
        path: tuple(texts[unit] for unit in units if unit in texts)
        for path, units in printed_in(case.subject.loaded).items()
    }
