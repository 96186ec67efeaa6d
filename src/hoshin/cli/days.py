"""Days as they are typed."""

from __future__ import annotations

from datetime import date

from hoshin.kernel.errors import UsageError


def day(text: str) -> date:
    """A day as it is typed. Raises UsageError."""
    try:
        return date.fromisoformat(text)
    except ValueError as fault:
        raise UsageError("bad-date", given=text) from fault
