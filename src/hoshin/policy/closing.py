"""What the lines below the last article may say of a policy: its days of enactment and revision, and its desk."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

from msgspec import Struct

from hoshin.policy.load import Loaded
from hoshin.schema.partial_date import PartialDate
from hoshin.schema.party import Contact
from hoshin.schema.people import KindOfDate

ClosingLine = Literal["dates", "end", "contact"]
WhichDates = Literal["all", "first_and_last"]

ESTABLISHED: Final = "established"
_AMENDED: Final = "amended"
_LAST: Final = "last-updated"


class Milestone(Struct, frozen=True):
    """A day of the policy: the path of its fact, the day, and whether it is that of enactment."""

    fact: str
    day: PartialDate
    established: bool = False


def milestones(loaded: Loaded, which: WhichDates = "all") -> tuple[Milestone, ...]:
    """The day of enactment, then the days of revision in their order, each day once; empty where none is stated.

    Revisions are the dates `last-updated`, `amended` and `amended-…` (such as `amended-2022`).
    """
    dates = [(path, date.value) for path, date in loaded.index.typed(KindOfDate) if isinstance(date.value, PartialDate)]
    first = [Milestone(path, day, established=True) for path, day in dates if path == f"date/{ESTABLISHED}"]
    later = [Milestone(path, day) for path, day in dates if _revises(path.partition("/")[2])]
    later.sort(key=lambda each: (each.day.first, each.day.last))
    known = tuple({str(each.day): each for each in reversed((*first, *later))}.values())[::-1]
    return (known[0], known[-1]) if which == "first_and_last" and len(known) > 1 else known


def _revises(name: str) -> bool:
    return name in {_AMENDED, _LAST} or name.startswith(f"{_AMENDED}-")


def desks(loaded: Loaded) -> tuple[tuple[str, Contact], ...]:
    """The contacts that handle questions, by their paths; where none says so, the first contact of all."""
    contacts = loaded.index.typed(Contact)
    return tuple(each for each in contacts if "questions" in each[1].handles) or contacts[:1]


def told_by(loaded: Loaded, lines: tuple[ClosingLine, ...], which: WhichDates) -> tuple[str, ...]:
    """Facts that these lines tell, as texts tell them."""
    return tuple(dict.fromkeys(_told_by(loaded, lines, which)))


def _told_by(loaded: Loaded, lines: tuple[ClosingLine, ...], which: WhichDates) -> Iterator[str]:
    if "dates" in lines:
        yield from (each.fact for each in milestones(loaded, which))
    for path, _ in desks(loaded) if "contact" in lines else ():
        yield path
        yield from (f"{path}/{field}" for field in ("title", "address", "email", "phone", "hours", "url"))
        yield from ("controller/legal-name", "controller/address")
