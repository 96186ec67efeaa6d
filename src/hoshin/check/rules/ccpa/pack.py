"""The pack “ccpa”: its rules in the order of their ids."""

from __future__ import annotations

from datetime import date

from hoshin.check.laws.items import CCPA_ITEMS
from hoshin.check.laws.pack import Pack
from hoshin.check.rules.ccpa import (
    admt_pre_use,
    annual_update,
    categories_12_months,
    contact_and_date,
    dnt,
    metrics,
    minors_sale,
    opt_out_link,
    purposes,
    request_methods,
    retention_per_category,
    rights,
    sensitive_limit,
    sold_shared_disclosed,
    sources,
)

PACK = Pack(
    id="ccpa",
    version="1.0.0",
    as_of=date(2026, 11, 22),
    laws=("x-us:CCPA",),
    regions=("US-CA",),
    rules=(
        categories_12_months.RULE,
        sources.RULE,
        purposes.RULE,
        sold_shared_disclosed.RULE,
        retention_per_category.RULE,
        sensitive_limit.RULE,
        opt_out_link.RULE,
        rights.RULE,
        request_methods.RULE,
        minors_sale.RULE,
        contact_and_date.RULE,
        annual_update.RULE,
        metrics.RULE,
        admt_pre_use.RULE,
        dnt.RULE,
    ),
    items=CCPA_ITEMS,
)
