"""The 76 change rules by id, and the class that each gives by itself (rules.md 8.3)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from hoshin.diff.chg import Class
from hoshin.diff.rules import data, document, keeping, sharing, use
from hoshin.diff.rules.rule import ChangeRule

RULES: Final[Mapping[str, ChangeRule]] = MappingProxyType(
    {
        rule.id: rule
        for rule in (
            *use.PURPOSES,
            *data.DATA,
            *use.BASES,
            *sharing.RECIPIENTS,
            *sharing.TRANSFERS,
            *keeping.RETENTION,
            *keeping.RIGHTS,
            *keeping.ORGANISATION,
            *document.DOCUMENT,
        )
    }
)
CHG: Final[Mapping[str, Class]] = MappingProxyType({name: rule.class_ for name, rule in RULES.items()})
