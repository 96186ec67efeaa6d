"""The pack “appi”: its rules in the order of their ids."""

from __future__ import annotations

from datetime import date

from hoshin.check.laws.items import APPI_ITEMS
from hoshin.check.laws.pack import Pack

PACK = Pack(
    id="appi",
    version="1.0.0",
    as_of=date(2026, 11, 22),
    laws=("legal-jp:law-APPI",),
    regions=("JP",),
    rules=(),
    items=APPI_ITEMS,
)
