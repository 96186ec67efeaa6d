"""How many days people are told in advance in this project: `limits: {notice-days: …}` in `schema/rules.yaml`."""

from __future__ import annotations

from typing import Final

from hoshin.policy.snapshot import Snapshot
from hoshin.policy.yaml_events import parse

FILE: Final = "schema/rules.yaml"
DEFAULT: Final = 30
"""No statute fixes a number (rules.md 8.4)."""
_MOST: Final = 3_650


def notice_days(snapshot: Snapshot) -> int:
    """The project's number, or the default where it names none that can be used."""
    data = snapshot.files.get(FILE)
    value = parse(data, FILE).value if data else None
    limits = value.get("limits") if isinstance(value, dict) else None
    days = limits.get("notice-days") if isinstance(limits, dict) else None
    try:
        number = int(str(days))
    except ValueError:
        return DEFAULT
    return number if 0 <= number <= _MOST else DEFAULT
