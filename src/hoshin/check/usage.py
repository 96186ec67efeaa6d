"""Facts that live by being used: where nothing uses and no text tells one, it is left over."""

from __future__ import annotations

from typing import Final

IDLE_KINDS: Final = frozenset(
    {
        "data",
        "collection-method",
        "technology",
        "interest",
        "contact",
        "party",
        "reference",
        "subject",
        "context",
        "product",
    }
)
