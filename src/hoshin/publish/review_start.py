"""The beginning of a review: both sides read, their rules under way while all else that a review needs is loaded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from msgspec import Struct

from hoshin.check.laws.days import Days
from hoshin.diff.effective import effective_day
from hoshin.kernel.aside import Aside, when_asked
from hoshin.kernel.errors import NotThereError
from hoshin.policy.load import Reading, load_document
from hoshin.policy.snapshot import Snapshot
from hoshin.publish.opening import choose_document
from hoshin.publish.revision import Revision
from hoshin.publish.ruled import Begun, begin
from hoshin.publish.sides import Sides, open_sides


class Question(Struct, frozen=True):
    """What a review is asked: when the new side would be published and hold, and in which language it speaks."""

    published: date
    effective: date | None
    language: str
    root: Path | None = None


class Started(Struct, frozen=True):
    """Two revisions of a document, read and being checked.

    `sides` is the fault where one of them cannot be read. `begun` ends with the new side; the old one stands before it
    where both can be read and differ.
    """

    document: str
    revisions: tuple[Revision, Revision]
    asked: Question
    sides: Sides | NotThereError
    days: Days
    begun: tuple[Begun, ...]

    @property
    def names(self) -> tuple[str, str]:
        """What the old and the new side are called."""
        old, new = self.revisions
        return old.name, new.name


def start(base: Revision, head: Revision, document: str | None, asked: Question, aside: Aside = when_asked) -> Started:
    """Read both sides and begin their checks. Raises NotThereError where no document is meant."""
    name = choose_document(head.snapshot, document)
    days = Days(asked.published, asked.effective)
    sides: Sides | NotThereError
    try:
        sides = open_sides((base, head), name)
    except NotThereError as error:
        sides = error
        read = [(head.snapshot, name, load_document(head.snapshot, name))]
    else:
        if effective_day(sides[1].loaded.policy) is not None:
            days = Days(asked.published)
        read = list(_readings(sides))
    return Started(name, (base, head), asked, sides, days, begin(read, days, aside))


def _readings(sides: Sides) -> Iterator[tuple[Snapshot, str, Reading]]:
    """What reading gave, of both sides or of the new one where they are the same files."""
    old, new = (side.snapshot for side in sides)
    for side in sides[1:] if (old.files, old.findings) == (new.files, new.findings) else sides:
        yield side.snapshot, side.loaded.name, Reading(side.loaded, side.findings[len(side.snapshot.findings) :])
