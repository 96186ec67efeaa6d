"""Purposes are a closed list.

Why:
    “And other purposes” lets anything in later; a purpose must be specified before data are collected (GDPR Art.
    5(1)(b)).

Bad (a catch-all)::

    purposes:
      - {id: shop, title: Shop, kind: service, catch_all: true, subjects: [customers], text: "to deliver what you order, and for related purposes", uses: [{data: account}, {data: order-data}]}

Bad (examples only)::

    purposes:
      - {id: shop, title: Shop, kind: service, completeness: non_exhaustive, subjects: [customers], text: "our Service, including but not limited to delivery", uses: [{data: account}, {data: order-data}]}

Good::

    purposes:
      - {id: shop, title: Shop, kind: service, subjects: [customers], text: "to deliver what you order", uses: [{data: account}, {data: order-data}]}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Held, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.purpose import Purpose


def judge(case: Case) -> Iterator[Outcome]:
    """No purpose is a catch-all, open at its end, or a list of examples."""
    for fact in case.facts(Purpose):
        value = fact.value
        if value.catch_all or value.open_ended or value.completeness == "non_exhaustive":
            yield Breach("unclear", fact.path, fact.raw, {"name": value.title or fact.id})
        else:
            yield Held(fact.path, case.told(fact.path))


RULE = LawRule(
    id="GDPR202",
    slug="purpose-open-ended",
    judge=judge,
    grounds=(Ground("GDPR", "5(1)(b)"),),
    severity=Severity.WARNING,
    confirmed=False,
)
