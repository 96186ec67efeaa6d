"""A value that stands as a fact is printed from there and typed nowhere.

Why:
    A period, an age, a date or an address that is typed into a sentence stays what it was when the fact changes, and in
    every language (DESIGN.md 4.5).

Bad (a period)::

    retention:
      - id: default
        title: Storage
        period: P10Y
        text: |-
          We keep your data for {retention:default}.
    sections:
      - id: keeping
        title: Storage
        blocks:
          - {kind: list, id: rules, of: retention}
          - kind: paragraph
            id: end
            units:
              - {id: again, text: After ten years we delete them.}

Bad (an age and an address)::

    children: {min_age: 13}
    contacts:
      - id: desk
        title: Privacy desk
        email: privacy@example.com
        text: |-
          Write to privacy@example.com if you are under the age of 13.
    sections:
      - id: contact
        title: Contact
        blocks:
          - {kind: list, id: desks, of: contacts}
          - kind: paragraph
            id: people
            units:
              - id: age
                text: |-
                  We address nobody under {children:min-age}.

Good::

    children: {min_age: 13}
    retention:
      - id: default
        title: Storage
        period: P10Y
        text: |-
          We keep your data for {retention:default}, and our backups for 13 days.
    sections:
      - id: keeping
        title: Storage
        blocks:
          - {kind: list, id: rules, of: retention}
          - kind: paragraph
            id: people
            units:
              - id: age
                text: |-
                  We address nobody under {children:min-age}.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from hoshin.check.rule import Fault, Rule, Subject
from hoshin.check.values import Sort, values
from hoshin.kernel.finding import Severity
from hoshin.kernel.regex import regex
from hoshin.kernel.text import is_wide
from hoshin.policy.amounts import Amount, amounts
from hoshin.policy.placeholders import PATTERN
from hoshin.policy.units import TextUnit
from hoshin.policy.wording import Wording
from hoshin.schema.period import Duration, DurationError

_ADDRESSES: Final[Mapping[Sort, re.Pattern[str]]] = {
    "email": regex(r"[^\s@<>\"(){}\[\]（）「」、。:]{1,64}@[A-Za-z0-9.-]{1,190}\.[A-Za-z]{2,24}"),
    "url": regex(r"https?://[^\s<>\"{}|\\^`（）「」、。)\]]+"),
}
_PARTS: Final = frozenset({"year", "month", "week", "day", "hour", "minute", "second"})


def find(subject: Subject) -> Iterator[Fault]:
    """Printed texts with the value of some fact in them, each value once a text."""
    known = values(subject.nodes, subject.loaded.index)
    words = _alternatives({**known.get("name", {}), **known.get("address", {}), **known.get("phone", {})})
    counted = subject.words if any(known.get(sort) for sort in ("period", "age", "date")) else None
    for unit in subject.prose:
        found = dict(_addresses(unit, known))
        if words is not None:
            found |= _words(unit, words, known)
        if counted is not None:
            found |= dict(_amounts(unit, counted, known))
        for typed, placeholder in found.items():
            yield Fault(unit.id, unit.raw, {"typed": typed, "placeholder": placeholder})


def _alternatives(texts: Mapping[str, str]) -> re.Pattern[str] | None:
    """A pattern that finds any of the texts as words of their own, the longest first."""
    if not texts:
        return None
    ordered = sorted(texts, key=lambda text: (-len(text), text))
    return regex("|".join(_bounded(text) for text in ordered))


def _bounded(text: str) -> str:
    before = r"(?<![\w@./-])" if not is_wide(text[0]) else ""
    after = r"(?![\w@/-]|\.\w)" if text[-1].isalnum() and not is_wide(text[-1]) else ""
    return f"{before}{re.escape(text)}{after}"


def _words(unit: TextUnit, pattern: re.Pattern[str], known: Mapping[Sort, Mapping[str, str]]) -> dict[str, str]:
    plain = PATTERN.sub(" ", unit.text)
    every = {**known.get("name", {}), **known.get("address", {}), **known.get("phone", {})}
    return {match.group(0): every[match.group(0)] for match in pattern.finditer(plain)}


def _addresses(unit: TextUnit, known: Mapping[Sort, Mapping[str, str]]) -> Iterator[tuple[str, str]]:
    for sort, pattern in _ADDRESSES.items():
        table = known.get(sort)
        if table and ("@" in unit.text if sort == "email" else "://" in unit.text):
            for match in pattern.finditer(unit.text):
                typed = match.group(0).rstrip("/.,;:")
                if typed in table:
                    yield typed, table[typed]


def _amounts(unit: TextUnit, words: Wording, known: Mapping[Sort, Mapping[str, str]]) -> Iterator[tuple[str, str]]:
    for amount in amounts(unit.text, words):
        sort, key = _comparable(amount)
        placeholder = known.get(sort, {}).get(key)
        if placeholder is not None:
            yield unit.text[amount.start : amount.end].strip(), placeholder


def _comparable(amount: Amount) -> tuple[Sort, str]:
    if amount.unit == "date":
        return "date", amount.value
    if amount.unit in _PARTS and amount.value.isdecimal():
        try:
            return "period", Duration.of(**{f"{amount.unit}s": int(amount.value)}).canonical
        except DurationError:
            return "period", ""
    return ("age", amount.value) if amount.unit == "age" else ("date", "")


RULE = Rule("DOC130", "literal-value", Severity.WARNING, find)
