"""A sentence of more than 180 characters is hard to follow."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hoshin.kernel.finding import Severity
from hoshin.policy.placeholders import PATTERN
from hoshin.translations.parity import Lint, Pair, Trouble

_MOST: Final = 180


def find(pair: Pair) -> Iterator[Trouble]:
    """The longest sentence, where it is too long; a placeholder counts as a short word."""
    if not pair.is_japanese:
        return
    longest = max(PATTERN.sub("値値値値", pair.target).split("。"), key=len)
    if len(longest) > _MOST:
        yield Trouble({"count": len(longest), "limit": _MOST, "found": f"{longest[:16]}…"})


LINT = Lint("ja-long", Severity.WARNING, find)
