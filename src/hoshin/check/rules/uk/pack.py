"""The pack “uk”: its rules in the order of their ids."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType

from hoshin.check.laws.pack import Dated, Override, Pack
from hoshin.check.rules.uk import (
    adm,
    complaint_to_controller,
    ico_contact,
    recognised_li,
    transfers,
)
from hoshin.check.rules.uk.dated_lists import ADEQUACY

PACK = Pack(
    id="uk",
    version="1.0.0",
    as_of=date(2026, 11, 22),
    laws=("x-uk:UKGDPR",),
    regions=("GB",),
    rules=(
        complaint_to_controller.RULE,
        recognised_li.RULE,
        adm.RULE,
        ico_contact.RULE,
        transfers.RULE,
    ),
    extends="gdpr",
    overrides=(
        Override("GDPR306", off="UK105 asks for the mechanisms of the United Kingdom"),
        Override("GDPR512", off="UK104 asks for the Information Commission by name"),
        Override("GDPR519", off="UK103 holds Arts 22A to 22D in its place"),
    ),
    instruments=MappingProxyType({"GDPR": "UK GDPR"}),
    lists=MappingProxyType(
        {
            "home": (Dated("GB"),),
            "adequacy": ADEQUACY,
            "legal-bases": (Dated("x-uk:RecognisedLegitimateInterest"),),
            "adequacy-terms": (Dated("x-uk:AdequacyRegulations"),),
            "safeguard-terms": (Dated("x-uk:IDTA"), Dated("x-uk:Addendum")),
            "consent-at-16": (),
        }
    ),
)
