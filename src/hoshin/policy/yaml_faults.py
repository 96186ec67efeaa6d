"""The faults of one YAML file, collected while it is read."""

from __future__ import annotations

from hoshin.kernel.finding import Arg, Finding, Severity, finding, sort_key
from hoshin.kernel.place import Place, RawPath

_SHOWN = 60


class Stop(Exception):  # noqa: N818 - it ends the reading, it never leaves the reader; its reason is already a finding
    """Nothing more can be read from this file."""


def shown(text: str) -> str:
    """`text` as a sentence quotes it: on one line and not too long."""
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


class Faults:
    """Findings without repetition, up to a limit. The rule is the part of the message id before its point."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._found: dict[Finding, None] = {}

    def add(self, message: str, place: Place, path: RawPath = (), **args: Arg) -> None:
        """Report one fault; raises Stop when too many are there already."""
        if len(self._found) >= self._limit:
            self._put("DOC120.findings", place, (), {"limit": self._limit})
            raise Stop
        self._put(message, place, path, args)

    def stop(self, message: str, place: Place, path: RawPath = (), **args: Arg) -> Stop:
        """Report the fault that ends the reading; the caller raises what it returns."""
        self._put(message, place, path, args)
        return Stop()

    def found(self) -> tuple[Finding, ...]:
        """All of them, in the order of the file."""
        return tuple(sorted(self._found, key=sort_key))

    def _put(self, message: str, place: Place, path: RawPath, args: dict[str, Arg]) -> None:
        rule = message.partition(".")[0]
        severity = Severity.WARNING if rule == "DOC123" else Severity.ERROR
        joined = "/".join(shown(str(step)) for step in path)
        self._found[finding(rule, severity, joined, place, message=message, **args)] = None
