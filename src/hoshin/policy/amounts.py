"""Numbers, dates and lengths that a text names, in any of the ways in which a language writes them.

Dropped before reading: placeholders, link targets, web and e-mail addresses. What is left is read in half width.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from msgspec import Struct

from hoshin.kernel.regex import regex
from hoshin.policy.placeholders import PATTERN
from hoshin.policy.typography import plain
from hoshin.policy.wording import Wording

_GAP: Final = "\x00"
"""Stands where something was dropped, so that its neighbours do not grow together."""
_ADDRESS: Final = regex(
    r"\]\([^()\s]{0,2000}\)|https?://[^\s）」』。、<>]+|[^\s@（「、。:]{1,64}@[A-Za-z0-9.-]+\.[A-Za-z]{2,24}|www\.[a-z0-9./-]+"
)
_CHARACTERS: Final = 8192
"""Characters whose plain form is remembered: more than a language's texts use."""
_ZEROS: Final = regex(r"^0+(?=\d)")


class Amount(Struct, frozen=True):
    """A number or date. `unit` is `year`, `age`, `percent` ...; empty for a bare number, `date` for a date.

    A date is written as far as it is known: `2026-07-01`, `2026-07`, `--07-01`. A year alone is a bare number.
    """

    value: str
    unit: str
    start: int
    end: int


@lru_cache(maxsize=4096)
def half_width(text: str) -> str:
    """Half width and lower case, every character still at its place. Kept, since several lints read one text."""
    if text.isascii():
        return text.lower()
    return "".join(map(_half_width, text))


@lru_cache(_CHARACTERS)
def _half_width(character: str) -> str:
    new = plain(character).lower()
    return new if len(new) == 1 else character


def without_addresses(text: str, *, keep_placeholders: bool = False) -> str:
    """The text with gaps of the same length for what is no prose."""
    if "@" in text or "](" in text or "://" in text or "www." in text:
        text = _ADDRESS.sub(_gap, text)
    return text if keep_placeholders else PATTERN.sub(_gap, text)


def _gap(match: re.Match[str]) -> str:
    return _GAP * len(match.group(0))


def amounts(text: str, words: Wording) -> tuple[Amount, ...]:
    """Every date and number of a text, in order; none is read twice."""
    rest = half_width(without_addresses(text))
    if not words.hint.search(rest):
        return ()
    found: list[Amount] = []
    for pattern in words.dates:
        for match in pattern.finditer(rest):
            if date := _date(match, words):
                found.append(Amount(*date, match.start(), match.end()))
                rest = _blanked(rest, match)
    for pattern in words.numbers:
        for match in pattern.finditer(rest):
            found.append(_number(match, rest, words))
            rest = _blanked(rest, match)
    return tuple(sorted(found, key=lambda amount: amount.start))


def _blanked(text: str, match: re.Match[str]) -> str:
    return text[: match.start()] + _gap(match) + text[match.end() :]


def _date(match: re.Match[str], words: Wording) -> tuple[str, str] | None:
    parts = match.groupdict()
    year = parts.get("year")
    month = parts.get("month")
    if year is not None:
        year = words.year(year) or year
    if month is not None:
        month = words.month(month) or month
    if month is None:
        return (str(int(year)), "") if year is not None else None
    day = parts.get("day")
    if int(month) > 12 or (day is not None and int(day) > 31):  # noqa: PLR2004 - no calendar has more
        return None
    written = f"{year or '-'}-{int(month):02}"
    return (f"{written}-{int(day):02}" if day is not None else written), "date"


def _number(match: re.Match[str], text: str, words: Wording) -> Amount:
    parts = match.groupdict()
    digits = parts.get("digits")
    value = words.number(parts.get("word") or "") if digits is None else digits.replace(",", "")
    value = _ZEROS.sub("", value or match.group(0))
    after = text[match.end() : match.end() + 40]
    for pattern, unit in words.units:
        if ending := pattern.match(after):
            return Amount(value, unit, match.start(), match.end() + ending.end())
    unit = "age" if words.age.search(text[max(0, match.start() - 40) : match.start()]) else ""
    return Amount(value, unit, match.start(), match.end())


_COUNTED: Final = frozenset({"children", "retention", "requests", "amendments", "technology"})
"""Kinds whose placeholders print an amount."""


def limits(text: str, words: Wording) -> Iterator[tuple[str, str]]:
    """Amounts and placeholders of amounts with the limit that the words around them set (`below`, `at_most` ...)."""
    plain_text = half_width(without_addresses(text, keep_placeholders=True))
    spans = [
        (amount.value, amount.start, _bare_end(amount, plain_text))
        for amount in amounts(text, words)
        if amount.unit != "date"
    ]
    spans += [
        (re.sub(" ", "", match.group(0)), match.start(), match.end())
        for match in PATTERN.finditer(text)
        if match.group(1) in _COUNTED
    ]
    for value, start, end in spans:
        before, after = plain_text[max(0, start - 40) : start], plain_text[end : end + 40]
        for pattern, limit in words.limits:
            if (pattern.match(after) if pattern.pattern.startswith("^") else pattern.search(before)) is not None:
                yield value, limit
                break


def _bare_end(amount: Amount, text: str) -> int:
    """The end of the digits: what follows them may be the unit and then the limit (13 or older, 13歳未満)."""
    digits = re.match(r"[\d,.]+", text[amount.start :])
    return amount.start + digits.end() if digits else amount.end
