"""What every exchange file says of a text: both languages, state, and what helps a translator."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from hoshin.kernel.text import norm
from hoshin.policy.placeholders import find
from hoshin.translations.states import State, Translation, UnitState


class Context(Struct, frozen=True):
    """What pages print: headings by the id of a text, values of placeholders in the two languages."""

    sections: Mapping[str, str] = field(default_factory=dict)
    source: Mapping[str, str] = field(default_factory=dict)
    target: Mapping[str, str] = field(default_factory=dict)


class Row(Struct, frozen=True):
    """One text for exchange. `before` is the source that the translation was made from, where it has changed since.

    `values` are what its placeholders print in the source.
    """

    id: str
    source: str
    target: str
    state: State
    before: str
    notes: tuple[str, ...]
    values: Mapping[str, str]

    @property
    def is_stale(self) -> bool:
        """Whether the source has changed since it was translated."""
        return bool(self.before)


def rows(made: Translation, context: Context) -> tuple[Row, ...]:
    """Every text but those that are left out on purpose, in the order of the source."""
    units = [each for each in made.units if each.unit is not None and not (each.entry and each.entry.omit)]
    return tuple(_row(made, context, units, number) for number in range(len(units)))


def _row(made: Translation, context: Context, units: list[UnitState], number: int) -> Row:
    each = units[number]
    assert each.unit is not None  # noqa: S101 orphans were left out
    entry = each.entry
    before = entry.source if entry is not None and each.staleness else ""
    return Row(
        each.id,
        each.unit.text,
        entry.text if entry else "",
        each.state,
        before,
        tuple(_notes(made, context, units, number)),
        context.source,
    )


def _notes(made: Translation, context: Context, units: list[UnitState], number: int) -> Iterator[str]:
    """Where it is printed, neighbours of the same fact, terms of the glossary, values, the note to counsel."""
    unit = units[number].unit
    assert unit is not None  # noqa: S101 orphans were left out
    if unit.id in context.sections:
        yield f"section: {context.sections[unit.id]}"
    for step, label in ((-1, "before"), (1, "after")):
        at = number + step
        other = units[at].unit if 0 <= at < len(units) else None
        if other is not None and other.fact == unit.fact:
            yield f"{label}: {norm(other.text, made.source)}"
    for term in made.words.glossary.hits(norm(unit.text, made.source)):
        yield f"glossary: {term.forms[0]} = {' / '.join(term.right)}"
    for written in dict.fromkeys(each.written for each in find(unit.text)):
        printed = dict.fromkeys(side[written] for side in (context.source, context.target) if written in side)
        yield f"{written} = {' / '.join(printed)}" if printed else written
    entry = units[number].entry
    if entry is not None and entry.note:
        yield f"note: {norm(entry.note, made.source)}"
