"""The pack “ccpa”: its rules in the order of their ids."""

from __future__ import annotations

from datetime import date

from hoshin.check.laws.items import CCPA_ITEMS
from hoshin.check.laws.pack import Pack

PACK = Pack(
    id="ccpa",
    version="1.0.0",
    as_of=date(2026, 11, 22),
    laws=("x-us:CCPA",),
    regions=("US-CA",),
    rules=(),
    items=CCPA_ITEMS,
)
