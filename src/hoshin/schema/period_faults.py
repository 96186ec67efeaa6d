"""What is wrong with a text that is no duration, and what to write instead."""

from __future__ import annotations

import unicodedata
from fractions import Fraction
from typing import Final

from hoshin.kernel.regex import regex
from hoshin.schema.text_value import TextValueError

FORM: Final = regex(
    r"P(?:([0-9]{1,9})W|(?=[0-9]|T[0-9])(?:([0-9]{1,9})Y)?(?:([0-9]{1,9})M)?(?:([0-9]{1,9})D)?"
    r"(?:T(?=[0-9])(?:([0-9]{1,9})H)?(?:([0-9]{1,9})M)?(?:([0-9]{1,9})S)?)?)"
)
"""What is accepted (model.md 7.2), matched in full. Groups: weeks, years, months, days, hours, minutes, seconds."""

_PART: Final = regex(r"(T)|([+-]?)([0-9]{1,18}(?:[.,][0-9]{1,9})?)([YMWDHS])")
_SAID: Final = regex(
    r"([0-9]{1,9}) *(?:(YEAR|MONTH|WEEK|DAY|HOUR|MINUTE|SECOND)S?|(年|[かヶカヵケ箇]?月|週|日|時間|分|秒)間?)"
)
_LETTERS: Final = {
    "YEAR": "{}Y", "MONTH": "{}M", "WEEK": "{}W", "DAY": "{}D", "HOUR": "T{}H", "MINUTE": "T{}M", "SECOND": "T{}S",
    "年": "{}Y", "週": "{}W", "日": "{}D", "時間": "T{}H", "分": "T{}M", "秒": "T{}S",
}  # fmt: skip
_SMALLER: Final = {"Y": ("M", 12), "W": ("D", 7), "H": ("MIN", 60), "MIN": ("S", 60)}
"""Units of which a whole number always makes the larger one: months make no days, hours no days."""

_Part = tuple[str, Fraction, bool]
"""Unit (minutes are MIN, since M is months), amount, and whether a sign stood before it."""


class DurationError(TextValueError):
    """A text that is no duration. `code` names the fault for the message catalogues, `remedy` is what to write.

    Codes with a remedy: `spelling` (lower case, full width, spaces), `sign`, `fraction`, `weeks-mixed`, `order`,
    `time-part` (T missing, idle or before days), `words` ("10 years"). Codes whose remedy is empty, since nothing
    says the same exactly: `empty` (no part at all), `inexact-fraction` (half a month), `too-large`, `form`.
    """


def explain(text: str) -> DurationError:
    """The fault of a text that `FORM` does not match."""
    plain = unicodedata.normalize("NFKC", text).strip().upper()
    if FORM.fullmatch(plain):
        return DurationError("spelling", plain)
    if said := _SAID.fullmatch(plain):
        letters = _LETTERS.get(said[2] or said[3], "{}M")
        return DurationError("words", "P" + letters.format(said[1]))
    body = plain.lstrip("+-").removeprefix("P")
    if body in {"", "T"}:
        return DurationError("empty")
    parts = _parts(body)
    if not parts or not plain.lstrip("+-").startswith("P"):
        return DurationError("form")
    return _explain_parts(plain, parts)


def _parts(body: str) -> tuple[_Part, ...] | None:
    """The parts in the order written, or None where they are no parts or could be read in two ways."""
    found: list[_Part] = []
    at = 0
    clock = False
    while at < len(body):
        match = _PART.match(body, at)
        if match is None:
            return None
        at = match.end()
        clock = clock or match[1] == "T" or match[4] in {"H", "S"}
        if not match[1]:
            unit = "MIN" if clock and match[4] == "M" else match[4]
            found.append((unit, Fraction(match[3].replace(",", ".")), bool(match[2])))
    units = [unit for unit, _, _ in found]
    months_or_minutes = "T" not in body and "S" in units and "M" in units
    return None if months_or_minutes or len(set(units)) < len(units) else tuple(found)


def _explain_parts(plain: str, parts: tuple[_Part, ...]) -> DurationError:
    amounts = {unit: amount for unit, amount, _ in parts}
    whole = _whole(amounts)
    if whole is None:
        return DurationError("inexact-fraction")
    remedy = _written(whole)
    if not FORM.fullmatch(remedy):
        return DurationError("too-large")
    if plain[0] in "+-" or any(signed for _, _, signed in parts):
        return DurationError("sign", remedy)
    if any(amount.denominator != 1 for amount in amounts.values()):
        return DurationError("fraction", remedy)
    if "W" in amounts and len(amounts) > 1:
        return DurationError("weeks-mixed", remedy)
    date, mark, clock = plain.partition("T")
    in_place = not set(date) & set("HS") and not set(clock) & set("YWDT") and bool(clock) == bool(mark)
    return DurationError("order" if in_place else "time-part", remedy)


def _whole(amounts: dict[str, Fraction]) -> dict[str, int] | None:
    """The same length in whole numbers, or None when the calendar does not allow it."""
    done: dict[str, int] = {}
    left = dict(amounts)
    for unit in ("Y", "M", "W", "D", "H", "MIN", "S"):
        amount = left.get(unit, Fraction(0))
        if amount.denominator != 1:
            if unit not in _SMALLER:
                return None
            smaller, size = _SMALLER[unit]
            left[smaller] = left.get(smaller, Fraction(0)) + amount * size
            amount = Fraction(0)
        done[unit] = amount.numerator
    return done


def _written(whole: dict[str, int]) -> str:
    if whole["W"] and any(amount for unit, amount in whole.items() if unit != "W"):
        whole = {**whole, "W": 0, "D": whole["D"] + 7 * whole["W"]}
    date = "".join(f"{whole[unit]}{unit}" for unit in "YMWD" if whole[unit])
    clock = "".join(f"{whole[unit]}{unit[0]}" for unit in ("H", "MIN", "S") if whole[unit])
    return f"P{date}{'T' * bool(clock)}{clock}" if date or clock else "P0D"
