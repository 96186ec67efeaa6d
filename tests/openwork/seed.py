"""The original policy as lines that a rendering must equal, word for word.

The original was taken from a web page. What lies before its title is the page's contact form and no part of the policy.
REPLACEMENTS is the whole list of what may differ from the original: typography, no wording.
docs/normalisation-openwork.md explains each row.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

FIXTURE = Path(__file__).resolve().parents[1] / "fixtures" / "openwork-privacy-policy-en.txt"
TITLE = "Privacy Policy of OpenWork"
MARK = re.compile(r"(?P<mark>\d+\.|•) (?P<text>.+)")


@dataclass(frozen=True, slots=True)
class Replacement:
    """`before` stands in the original exactly `times` times; each becomes `after`."""

    before: str
    after: str
    times: int = 1


REPLACEMENTS = (
    Replacement("“our”) , 39F", "“our”), 39F"),
    Replacement("services(“Service”", "services (“Service”"),
    Replacement("natural person.Depending", "natural person. Depending"),
    Replacement('"cookies"', "“cookies”"),
    Replacement("• ・", "• ", times=6),
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the original: its number in the file, its heading or list mark (or ""), its words."""

    number: int
    mark: str
    text: str


def lines() -> tuple[Line, ...]:
    """The lines of the policy, normalised, without indentation and without empty ones.

    Raises ValueError when a replacement does not apply exactly as often as it says.
    """
    raw = FIXTURE.read_text(encoding="utf-8").split("\n")
    start = raw.index(TITLE)
    body = "\n".join(raw[start:])
    for rule in REPLACEMENTS:
        if body.count(rule.before) != rule.times:
            raise ValueError(rule.before)
        body = body.replace(rule.before, rule.after)
    numbered = enumerate(body.split("\n"), start=start + 1)
    return tuple(_line(number, text.strip()) for number, text in numbered if text.strip())


def _line(number: int, text: str) -> Line:
    match = MARK.fullmatch(text)
    return Line(number, match["mark"], match["text"]) if match else Line(number, "", text)


def words() -> tuple[str, ...]:
    """All words of the policy in order, without heading numbers and list marks."""
    return tuple(word for line in lines() for word in line.text.split())
