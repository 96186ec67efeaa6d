"""What a check says. A finding holds ids and arguments; its sentences stand in the message catalogues."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct, field

from hoshin.kernel.ground import Ground
from hoshin.kernel.place import Place

Arg = str | int | tuple[str, ...]


class Severity(StrEnum):
    """How bad a finding is (rules.md 1.3)."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return ("error", "warning", "info").index(self.value)


class Law(Struct, frozen=True):
    """What a rule of a law adds to its finding: grounds as of the day of the check, and how sure it is.

    `certain` is false for a heuristic, `confirmed` until counsel has compared the citations with the official text.
    """

    pack: str
    grounds: tuple[Ground, ...] = ()
    certain: bool = True
    confirmed: bool = True


class Waived(Struct, frozen=True):
    """That people accept the finding: why, who said so, and until which day (ISO)."""

    reason: str
    by: str
    until: str


class Finding(Struct, frozen=True):
    """One fault: which rule, how bad, at which fact, where in the files, and what fills its sentences.

    `message` is the entry of the catalogue `findings` (by default the rule itself; `DOC119.unknown-key` where a rule
    has several sentences). `path` is a fact path (`purpose/newsletter/text`), or the keys in a file joined by slashes.
    """

    rule: str
    severity: Severity
    path: str
    place: Place | None = None
    message: str = ""
    args: tuple[tuple[str, Arg], ...] = field(default=())
    law: Law | None = None
    waived: Waived | None = None

    @property
    def message_id(self) -> str:
        """Name of the catalogue entry."""
        return self.message or self.rule


def finding(
    rule: str, severity: Severity, path: str, place: Place | None = None, *, message: str = "", **args: Arg
) -> Finding:
    """A finding with its arguments in canonical order."""
    return Finding(rule, severity, path, place, message, tuple(sorted(args.items())))


def sort_key(item: Finding) -> tuple[str, int, int, int, str, str, str]:
    """Order of a report: by file and line, the worst first at one place, then by rule and path."""
    place = item.place or Place("", 0, 0)
    return (place.file, place.line, place.column, item.severity.rank, item.rule, item.path, item.message_id)
