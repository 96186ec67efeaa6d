"""The pack “tba”: its rules in the order of their ids."""

from __future__ import annotations

from datetime import date

from hoshin.check.laws.items import TBA_ITEMS
from hoshin.check.laws.pack import Pack
from hoshin.check.rules.tba import (
    exemptions,
    info_content,
    purpose_both,
    recipient,
    where_how,
)

PACK = Pack(
    id="tba",
    version="1.0.0",
    as_of=date(2026, 11, 22),
    laws=("legal-jp:law-APPI", "x-jp:TelecommunicationsBusinessAct"),
    regions=("JP",),
    rules=(
        info_content.RULE,
        recipient.RULE,
        purpose_both.RULE,
        where_how.RULE,
        exemptions.RULE,
    ),
    sources=(
        "Telecommunications Business Act Art. 27-12",
        "Enforcement Rules of the Telecommunications Business Act Arts 22-2-27 to 22-2-30",
    ),
    items=TBA_ITEMS,
)
