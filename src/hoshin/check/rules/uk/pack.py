"""The pack “uk”: its rules in the order of their ids."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType

from hoshin.check.laws.pack import Pack

PACK = Pack(
    id="uk",
    version="1.0.0",
    as_of=date(2026, 11, 22),
    laws=("x-uk:UKGDPR",),
    regions=("GB",),
    rules=(),
    extends="gdpr",
    instruments=MappingProxyType({"GDPR": "UK GDPR"}),
)
