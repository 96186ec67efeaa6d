"""Words of one language that checks look for: amounts, limits, negation, hedges. A language is one table, no code."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from hoshin.policy.wording_en import ENGLISH
from hoshin.policy.wording_ja import JAPANESE
from hoshin.policy.wording_table import Wording

__all__ = ["Wording", "wording"]

_TABLES: Final[Mapping[str, Wording]] = MappingProxyType({"en": ENGLISH, "ja": JAPANESE})


def wording(language: str) -> Wording | None:
    """The table of a language, a region left out; None for a language that has none and is then not looked at."""
    return _TABLES.get(language.partition("-")[0])
