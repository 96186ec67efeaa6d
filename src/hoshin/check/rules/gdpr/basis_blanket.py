"""The legal basis is told for each purpose, not once for all.

Why:
    One sentence that lays all purposes on one basis, or on all bases together, does not tell people which basis
    holds for what (GDPR Art. 13(1)(c), WP260 Annex).

Bad::

    purposes:
      - {id: parcels, title: Parcels, kind: delivery, subjects: [customers], text: to hand your parcel over to you, uses: [{data: account}]}
      - {id: returns, title: Returns, kind: service, subjects: [customers], text: to take goods back, uses: [{data: order-data}]}
    retention:
      - {id: orders, title: Orders, of: [purpose/shop, purpose/parcels, purpose/returns], period: P1Y, starts_from: contract_end, text: "We keep the data about an order for {retention:orders} after the end of the contract."}
    legal_bases:
      - {id: contract, title: Contract, basis: "eu-gdpr:A6-1-b", purposes: any, contract: your order, text: "All of this is necessary to perform the contract with you."}

Good::

    purposes:
      - {id: parcels, title: Parcels, kind: delivery, subjects: [customers], text: to hand your parcel over to you, uses: [{data: account}]}
      - {id: returns, title: Returns, kind: service, subjects: [customers], text: to take goods back, uses: [{data: order-data}]}
    retention:
      - {id: orders, title: Orders, of: [purpose/shop, purpose/parcels, purpose/returns], period: P1Y, starts_from: contract_end, text: "We keep the data about an order for {retention:orders} after the end of the contract."}
    legal_bases:
      - {id: contract, title: Contract, basis: "eu-gdpr:A6-1-b", purposes: [shop, parcels, returns], contract: your order, text: "for orders, parcels and returns, to perform the contract with you about your order"}

Not applicable::

    legal_bases:
      - {id: contract, title: Contract, basis: "eu-gdpr:A6-1-b", purposes: any, contract: your order, text: "All of this is necessary to perform the contract with you about your order."}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Held, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.purpose import LegalBasis, Purpose


def judge(case: Case) -> Iterator[Outcome]:
    """Where there are more purposes than one statement may cover: no statement covers all of them."""
    purposes = {fact.id for fact in case.facts(Purpose)}
    if len(purposes) <= case.limits["purposes-for-one-basis"]:
        yield Exempt()
        return
    blanket = [fact for fact in case.facts(LegalBasis) if _covers(fact.value, purposes)]
    if blanket:
        names = tuple(fact.value.title or fact.id for fact in blanket)
        yield Breach("unclear", blanket[0].path, (*blanket[0].raw, "purposes"), {"names": names})
    else:
        yield from (Held(fact.path, case.told(fact.path)) for fact in case.facts(LegalBasis))


def _covers(basis: LegalBasis, purposes: set[str]) -> bool:
    """Whether a statement speaks of every purpose and of nothing narrower."""
    if basis.data or basis.recipients or basis.except_purposes:
        return False
    return basis.purposes == "any" or set(basis.purposes) >= purposes


RULE = LawRule(
    id="GDPR205",
    slug="basis-blanket",
    judge=judge,
    grounds=(
        Ground("GDPR", "13(1)(c)"),
        Ground("WP260", "Annex", "guidance"),
    ),
    severity=Severity.WARNING,
    confirmed=False,
)
