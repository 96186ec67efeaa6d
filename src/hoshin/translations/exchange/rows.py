"""What every exchange file says of a text: both languages, state, and what helps a translator."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from hoshin.kernel.text import norm
from hoshin.policy.placeholders import find
from hoshin.policy.printable import default_field, printed_value
from hoshin.policy.units import TextUnit
from hoshin.translations.states import State, Translation, UnitState


class Row(Struct, frozen=True):
    """One text for exchange. `before` is the source that the translation was made from, where it has changed since."""

    id: str
    source: str
    target: str
    state: State
    before: str
    notes: tuple[str, ...]

    @property
    def is_stale(self) -> bool:
        """Whether the source has changed since it was translated."""
        return bool(self.before)


def rows(made: Translation) -> tuple[Row, ...]:
    """Every text but those that are left out on purpose, in the order of the source."""
    units = [each for each in made.units if each.unit is not None and not (each.entry and each.entry.omit)]
    return tuple(_row(made, units, number) for number in range(len(units)))


def _row(made: Translation, units: list[UnitState], number: int) -> Row:
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
        tuple(_notes(made, units, number, each.unit)),
    )


def _notes(made: Translation, units: list[UnitState], number: int, unit: TextUnit) -> Iterator[str]:
    """Neighbours of the same fact, terms of the glossary, values of placeholders, the note to counsel."""
    for step, label in ((-1, "before"), (1, "after")):
        at = number + step
        other = units[at].unit if 0 <= at < len(units) else None
        if other is not None and other.fact == unit.fact:
            yield f"{label}: {norm(other.text, made.source)}"
    for term in made.words.glossary.hits(norm(unit.text, made.source)):
        yield f"glossary: {term.forms[0]} = {' / '.join(term.right)}"
    for placeholder in dict.fromkeys(each.written for each in find(unit.text)):
        value = _value(made, placeholder)
        yield f"{placeholder} = {value}" if value else placeholder
    entry = units[number].entry
    if entry is not None and entry.note:
        yield f"note: {norm(entry.note, made.source)}"


def _value(made: Translation, written: str) -> str:
    placeholder = find(written)[0]
    entry = made.loaded.index.get(placeholder.fact)
    field = placeholder.field or (default_field(entry.value) if entry is not None else None)
    value = printed_value(entry.value, field) if entry is not None and field else None
    return str(value) if isinstance(value, str | int) else ""
