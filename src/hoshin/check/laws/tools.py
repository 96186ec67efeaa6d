"""On what a transfer to a third country rests (GDPR Arts 45 to 49)."""

from __future__ import annotations

from typing import Final

from hoshin.check.laws.case import Case, Fact
from hoshin.check.laws.territory import at_home
from hoshin.schema.recipient import Transfer

ADEQUACY: Final = ("eu-gdpr:A45-3",)
SAFEGUARDS: Final = (
    "eu-gdpr:A46-2-a",
    "eu-gdpr:A46-2-b",
    "eu-gdpr:A46-2-c",
    "eu-gdpr:A46-2-d",
    "eu-gdpr:A46-2-e",
    "eu-gdpr:A46-2-f",
    "eu-gdpr:A46-3-a",
    "eu-gdpr:A46-3-b",
    "eu-gdpr:BindingCorporateRules",
    "eu-gdpr:StandardContractualClauses",
    "eu-gdpr:CodesOfConductForDataTransfers",
    "eu-gdpr:CertificationMechanismsForDataTransfers",
    "eu-gdpr:AdHocContractualClauses",
)
"""Appropriate safeguards of Arts 46 and 47, by their article and by their name."""
COMPELLING: Final = "eu-gdpr:A49-2"
EXPLICIT_CONSENT: Final = "eu-gdpr:A49-1-a"
DEROGATIONS: Final = (*(f"eu-gdpr:A49-1-{point}" for point in "abcdefg"), COMPELLING)


def transfers_abroad(case: Case) -> tuple[Fact[Transfer], ...]:
    """The transfers to third countries: those within the EEA are none, nor under British law those within Britain."""
    return tuple(fact for fact in case.facts(Transfer) if not at_home(case, fact.value.country or ""))


def rests_on_adequacy(case: Case, transfer: Transfer) -> bool:
    """Whether it names a decision that the country protects data well enough; `adequacy-terms` are those of the law."""
    wanted = (*ADEQUACY, *case.lists.get("adequacy-terms", ()))
    return any(case.is_a(term, *wanted) for term in transfer.safeguards)


def safeguarded(case: Case, transfer: Transfer) -> bool:
    """Whether it names appropriate safeguards; `safeguard-terms` are those that the law adds."""
    wanted = (*SAFEGUARDS, *case.lists.get("safeguard-terms", ()))
    return any(case.is_a(term, *wanted) for term in transfer.safeguards)


def derogation(case: Case, transfer: Transfer, *terms: str) -> bool:
    """Whether it names one of those derogations of Art. 49."""
    return transfer.derogation is not None and case.is_a(transfer.derogation, *terms)


def adequate_country(transfer: Transfer) -> str:
    """The country of an adequacy decision: the transfer's own, else the one that the term itself ends with."""
    if transfer.country:
        return transfer.country
    named = (term.rpartition("Adequacy-EU-")[2] for term in transfer.safeguards if "Adequacy-EU-" in term)
    return next(named, "")


def place_missing(case: Case, transfer: Transfer) -> bool:
    """Whether it rests on an adequacy decision alone and names neither country, territory nor sector."""
    alone = rests_on_adequacy(case, transfer) and not safeguarded(case, transfer) and not transfer.derogation
    return alone and not (adequate_country(transfer) or transfer.territory or transfer.sector)
