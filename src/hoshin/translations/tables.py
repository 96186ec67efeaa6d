"""Words of a language that the tool has no table for, made from its locale.yaml: months, units of time, `lints:`.

A list that is not there is not guessed at: the lint that needs it finds nothing to compare and stays silent.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from msgspec.json import encode

from hoshin.kernel.regex import regex
from hoshin.policy.wording import wording
from hoshin.policy.wording_table import Wording
from hoshin.translations.locale import Locale

_NEVER: Final = regex(r"(?!)")
_UNITS: Final = ("years", "months", "weeks", "days", "hours", "minutes", "seconds", "business_days")
_DIGITS: Final = r"(?<![\w.,])\d+(?:[.,]\d+)*"


def table_of(locale: Locale) -> Wording | None:
    """The table of a language that has none of its own."""
    return None if wording(locale.language) else _table(locale.language, _Key(locale))


class _Key:
    """A locale as the key of a memory: it holds mappings, so that it has no hash of its own."""

    def __init__(self, locale: Locale) -> None:
        self.locale = locale
        self._same = encode((locale.dates, locale.durations, locale.lints))

    def __hash__(self) -> int:
        return hash(self._same)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and self._same == other._same


@lru_cache(maxsize=8)
def _table(language: str, key: _Key) -> Wording:
    assert language  # noqa: S101 a locale has a code
    locale = key.locale
    months = [name.casefold() for name in locale.dates.month_names]
    lints = locale.lints
    month = f"(?P<month>{_any(months)})"
    limits = (
        *((_before(lints.at_most), "at_most"), (_before(lints.at_least), "at_least")),
        *((_before(lints.below), "below"), (_before(lints.above), "above")),
    )
    return Wording(
        hint=regex(r"\d"),
        dates=(
            regex(r"(?<![\w.-])(?P<year>\d{4})[-/](?P<month>\d{1,2})(?:[-/](?P<day>\d{1,2}))?(?![\w-])"),
            regex(rf"(?<![\w.])(?P<day>\d{{1,2}})\.? {month}\b(?:,? (?P<year>\d{{4}})\b)?"),
            regex(rf"\b{month} (?P<day>\d{{1,2}})\b(?:,? (?P<year>\d{{4}})\b)?"),
            regex(rf"\b{month},? (?P<year>\d{{4}})\b"),
        ),
        numbers=(regex(rf"(?P<digits>{_DIGITS})"),),
        units=(
            *(
                (
                    regex(rf"^[ -]?(?:{_any(_unit_words(locale, unit))})\b"),
                    unit.removesuffix("s").replace("_", " "),
                )
                for unit in reversed(_UNITS)
            ),
            (regex(r"^[\s\u00a0]?%"), "percent"),
        ),
        age=_NEVER,
        limits=limits,
        negations=_words(lints.negations),
        denials=_words((*lints.negations, *lints.denials)),
        critical=_words((*lints.negations, *lints.critical)),
        hedges=MappingProxyType({}),
        beside=MappingProxyType({}),
        blanks=_NEVER,
        article=_NEVER,
        number=lambda _: None,
        year=lambda _: None,
        month=lambda name: str(months.index(name) + 1) if name in months else None,
    )


def _unit_words(locale: Locale, unit: str) -> list[str]:
    counted = getattr(locale.durations.units, unit)
    return [form.replace("{count}", "").strip().casefold() for form in (counted.other, counted.one)]


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word.casefold()) for word in sorted(words, key=len, reverse=True))


def _words(words: Iterable[str]) -> re.Pattern[str]:
    found = [word for word in words if word]
    return regex(rf"\b(?:{_any(found)})\b") if found else _NEVER


def _before(words: Iterable[str]) -> re.Pattern[str]:
    found = [word for word in words if word]
    return regex(rf"\b(?:{_any(found)}) $") if found else _NEVER
