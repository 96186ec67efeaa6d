"""Running text: what the document prints in sentences, without headings and without what placeholders fill in."""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.rule import Subject
from hoshin.policy.placeholders import PATTERN
from hoshin.policy.units import TextUnit
from hoshin.schema.section import Subheading

GAP = "\x00"
"""Stands for each character of a placeholder, so that positions stay and its neighbours do not grow together."""


def running(subject: Subject) -> Iterator[TextUnit]:
    """Printed texts in the order of the document, except titles and sub-headings."""
    headings = {node.path for node in subject.nodes if isinstance(node.value, Subheading)}
    return (unit for unit in subject.prose if not unit.id.endswith("/title") and unit.id not in headings)


def bare(text: str) -> str:
    """The text with gaps for its placeholders."""
    return PATTERN.sub(lambda match: GAP * len(match.group(0)), text) if "{" in text else text


def places(subject: Subject, units: list[TextUnit]) -> tuple[str, ...]:
    """Where texts stand, for people, each place once."""
    return tuple(dict.fromkeys(str(subject.loaded.place(unit.raw)) for unit in units))
