"""A second, plain reading of the policy's English text, made only to check the first: no renderer takes part.

The values of placeholders are written here by hand, so that a wrong value in the policy or in a formatter shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from hoshin.policy.load import Loaded, load_document
from hoshin.policy.project import read_snapshot
from hoshin.schema.data import DataCategory
from hoshin.schema.kinds import BY_KEY
from hoshin.schema.modifiers import Entity
from hoshin.schema.section import AddressBlock, Block, Item, ListBlock, Paragraph, Section, Subheading, Unit

ROOT = Path(__file__).resolve().parents[2]
VALUES = {
    "{controller:brand}": "OpenWork",
    "{controller:legal-name}": "OpenWork Inc.",
    "{controller:address}": "39F, Shibuya Scramble Square, Shibuya 2-24-12, Shibuya-ku, Tokyo 150-6139, Japan",
    "{site:main/url}": "https://www.openwork.co.jp",
    "{contact:desk}": "Personal Information Desk",
    "{contact:desk/email}": "privacy@vorkers.com",
    "{retention:default}": "10 years",
    "{children:min-age}": "13",
    "{article:contact}": "Article 11",
    "{term:rules}": "Rules",
}


@dataclass(frozen=True, slots=True)
class Printed:
    """A line of the text: its mark, its words, and of each unit in it id, words and line of the original."""

    mark: str
    text: str
    units: tuple[tuple[str, str, int], ...]


@cache
def openwork() -> Loaded:
    """The policy of this project; the test fails here when it cannot be read without a finding."""
    reading = load_document(read_snapshot(ROOT), "openwork")
    assert reading.findings == ()
    assert reading.loaded is not None
    return reading.loaded


def filled(text: str) -> str:
    """A text on one line with its values in place."""
    text = re.sub(r"\{[^{}]*\}", lambda match: VALUES[match.group(0)], text)
    return " ".join(text.split())


def english() -> tuple[Printed, ...]:
    """The whole document, a line an entry."""
    document = openwork().policy.document
    assert document.source_ref is not None
    assert document.source_ref.line is not None
    title = filled(document.title)
    found = [Printed("", title, (("document/title", title, document.source_ref.line),))]
    for number, section in enumerate(openwork().policy.sections, start=1):
        heading = filled(section.title)
        found.append(Printed(f"{number}.", heading, ((f"section/{section.id}/title", heading, _line_of(section)),)))
        for block in section.blocks:
            found.extend(_block(section, block))
    return tuple(found)


def _line_of(part: object) -> int:
    """The line of the original that a unit, section or entity came from; every printed one has it."""
    reference = getattr(part, "source_ref", None)
    assert reference is not None, part
    assert reference.document == "openwork-privacy-policy-en"
    assert isinstance(reference.line, int)
    return reference.line


def _block(section: Section, block: Block) -> Iterator[Printed]:
    match block:
        case Paragraph():
            yield _together("", [_unit(section, unit) for unit in block.units])
        case AddressBlock():
            yield _together("", [_unit(section, unit) for unit in block.units])
        case Subheading():
            assert block.of is not None
            yield _together("", [(block.of, _words(block.of), _line_of(block))])
        case ListBlock():
            yield from _list(section, block)


def _list(section: Section, block: ListBlock) -> Iterator[Printed]:
    if block.lead:
        yield _together("", [_unit(section, unit) for unit in block.lead])
    entries: list[tuple[list[tuple[str, str, int]], Item | None]] = (
        [([_unit(section, unit) for unit in item.units], item) for item in block.items]
        if block.of is None
        else [([entity], None) for entity in _entities(block)]
    )
    for position, (units, item) in enumerate(entries, start=1):
        mark = f"{position}." if block.numbering == "decimal" else "•"
        end = _terminator(block, position, len(entries))
        line = _together(mark, units)
        yield Printed(line.mark, line.text + end, line.units)
        for inner in item.blocks if item else ():
            yield from _block(section, inner)


def _terminator(block: ListBlock, position: int, count: int) -> str:
    if block.terminators == "none":
        return ""
    return {count: ".", count - 1: "; and"}.get(position, ";")


def _entities(block: ListBlock) -> list[tuple[str, str, int]]:
    """What a list prints of entities: their wording, or their name where they have none of its own."""
    kind = BY_KEY[block.of or ""]
    if block.within:
        category = openwork().index.entries[f"data/{block.within}"].value
        assert isinstance(category, DataCategory)
        ids = block.order or tuple(item.id for item in category.items)
    else:
        assert block.order
        ids = block.order
    found = []
    for name in ids:
        entity = openwork().index.entries[f"{kind.name}/{name}"].value
        assert isinstance(entity, Entity)
        field = "title" if entity.text is None else "text"
        found.append((f"{kind.name}/{name}/{field}", filled(entity.text or entity.title or ""), _line_of(entity)))
    return found


def _unit(section: Section, unit: Unit) -> tuple[str, str, int]:
    if unit.of is None:
        assert unit.text is not None
        return f"section/{section.id}/{unit.id}", filled(unit.text), _line_of(unit)
    reference = unit.of if unit.of.count("/") > 1 else f"{unit.of}/text"
    owner = openwork().index.owner(unit.of)
    assert owner is not None
    return reference, _words(reference), _line_of(owner.value)


def _words(reference: str) -> str:
    return filled(next(unit.text for unit in openwork().units if unit.id == reference))


def _together(mark: str, units: list[tuple[str, str, int]]) -> Printed:
    return Printed(mark, " ".join(text for _, text, _ in units), tuple(units))
