"""What people still have to say about an event (changes.md 5)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

from hoshin.diff.change import Change

Need = Literal["decision", "note", "second", "meaning"]
NEEDS: Final[tuple[Need, ...]] = ("decision", "note", "second", "meaning")
"""The most pressing first."""
UNLIKE: Final = 0.5
"""Below this likeness the same id may have got another meaning; measured, changes.md 8."""
_WORDS: Final = frozenset({"CHG106", "CHG902"})
"""Rules that only a person can judge: whether other words mean the same."""
ATTESTABLE: Final = _WORDS | {"CHG307", "CHG904"}
"""Rules whose class falls when a person attests that only the words changed."""


def is_prose(event: Change) -> bool:
    """Whether words changed while all facts stayed."""
    return event.kind.endswith("TEXT_CHANGED") or (bool(event.rules) and set(event.rule_ids) <= _WORDS)


def needs(event: Change, events: Sequence[Change]) -> tuple[Need, ...]:
    """What the event asks of people, whatever they have said. `events` are all of the report."""
    found: set[Need] = set()
    if event.class_ == "material":
        found.add("note")
    if "BLOCK" in event.actions:
        found.add("decision")
    if is_prose(event) and event.class_ != "editorial":
        found.add("meaning")
        if _is_swapped(event, events):
            found.add("second")
    return tuple(need for need in NEEDS if need in found)


def _is_swapped(event: Change, events: Sequence[Change]) -> bool:
    """A text that says something else while no fact of its owner changed."""
    if event.likeness is None or event.likeness >= UNLIKE or event.claims:
        return False
    return not any(
        other.entity == event.entity and not is_prose(other) and other.class_ != "editorial" for other in events
    )
