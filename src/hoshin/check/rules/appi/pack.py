"""The pack “appi”: its rules in the order of their ids."""

from __future__ import annotations

from datetime import date

from hoshin.check.laws.items import APPI_ITEMS
from hoshin.check.laws.pack import Pack
from hoshin.check.rules.appi import (
    business_address,
    business_name,
    foreign_business_country,
    no_improper_use,
    profiling_purpose,
    purpose_beyond,
    purpose_change_clause,
    purpose_published,
    purpose_shown_at_form,
    purpose_specified,
    purposes_of_all_retained,
    representative_name,
)

PACK = Pack(
    id="appi",
    version="1.0.0",
    as_of=date(2026, 11, 22),
    laws=("legal-jp:law-APPI",),
    regions=("JP",),
    rules=(
        business_name.RULE,
        business_address.RULE,
        representative_name.RULE,
        foreign_business_country.RULE,
        purpose_specified.RULE,
        purpose_published.RULE,
        purpose_shown_at_form.RULE,
        purposes_of_all_retained.RULE,
        purpose_beyond.RULE,
        purpose_change_clause.RULE,
        no_improper_use.RULE,
        profiling_purpose.RULE,
    ),
    items=APPI_ITEMS,
)
