"""The ids of everything that a check can say, for settings and waivers that name rules."""

from __future__ import annotations

from functools import cache

from hoshin.check.laws.registry import PACKS, shipped
from hoshin.check.rules import RULES
from hoshin.translations.lints import names

READING = ("DOC119", "DOC120", "DOC121", "DOC122", "DOC123", "DOC124")
"""Faults of files and of their shape, told while they are read."""
SETTINGS = ("DOC142", "DOC143", "DOC144", "DOC145", "DOC146")
"""Faults of `schema/rules.yaml`."""
TRANSLATIONS = (
    "tr-missing", "tr-stale", "tr-draft", "tr-orphan", "tr-renamed", "tr-broken-file", "tr-unused-approval",
    "tr-restamped", "tr-omit", "tr-closing", "tr-governing", "tr-glossary", "loc-word",
)  # fmt: skip


@cache
def known_rules() -> tuple[str, ...]:
    """All ids: files, integrity, the packs of all laws, translations."""
    laws = (rule.id for name in PACKS for rule in shipped(name).rules)
    return tuple(dict.fromkeys((*READING, *(rule.id for rule in RULES), *SETTINGS, *laws, *TRANSLATIONS, *names())))
