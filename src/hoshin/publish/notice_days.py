"""How many days people are told in advance in this project: `limits: {notice-days: …}` in `schema/rules.yaml`."""

from __future__ import annotations

from typing import Final

from hoshin.policy.snapshot import Snapshot
from hoshin.publish.rules_file import read_rules

LIMIT: Final = "notice-days"
DEFAULT: Final = 30
"""No statute fixes a number (rules.md 8.4)."""


def notice_days(snapshot: Snapshot) -> int:
    """The project's number, or the default where it names none."""
    return read_rules(snapshot).file.limits.get(LIMIT, DEFAULT)
