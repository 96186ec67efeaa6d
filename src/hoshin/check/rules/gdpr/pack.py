"""The pack of the GDPR: its rules in the order of their ids."""

from __future__ import annotations

from datetime import date

from hoshin.check.laws.pack import Pack
from hoshin.check.rules.gdpr import (
    controller_name,
    right_access,
)

PACK = Pack(
    id="gdpr",
    version="1.0.0",
    as_of=date(2026, 11, 22),
    laws=("legal-eu:law-GDPR",),
    regions=("EEA",),
    rules=(
        controller_name.RULE,
        right_access.RULE,
    ),
    sources=("Regulation (EU) 2016/679", "WP260 rev.01", "Directive 2002/58/EC", "EDPB 05/2020", "EDPB 2/2019"),
)
