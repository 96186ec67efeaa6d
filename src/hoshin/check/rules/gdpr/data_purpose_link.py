"""Each purpose says which data it uses, and each kind of data is used for something.

Why:
    Data that serve no purpose may not be collected (GDPR Art. 5(1)(c)), and a purpose without data leaves people
    guessing what is used for it (Art. 13(1)(c)).

Bad (a purpose without data)::

    purposes:
      - {id: surveys, title: Surveys, kind: analytics, subjects: [customers], text: to ask you how we do}
    legal_bases:
      - {id: interest, title: Our interest, basis: "eu-gdpr:A6-1-f", purposes: [answers, surveys], interests: [clear-answers], balancing_test_available: true, text: "for our legitimate interest, {interest:clear-answers}"}
    retention:
      - {id: questions, title: Questions, of: [purpose/answers, purpose/surveys], period: P6M, starts_from: last_contact, text: "We keep questions for {retention:questions} after the last contact."}

Bad (data without a purpose)::

    purposes:
      - {id: shop, title: Shop, kind: service, subjects: [customers], text: to deliver what you order, uses: [{data: account}]}
    retention:
      - {id: orders, title: Orders, of: [purpose/shop], period: P1Y, starts_from: contract_end, text: "We keep the data about an order for {retention:orders} after the end of the contract."}
      - {id: goods, title: Goods, of: [data/order-data], period: P1Y, starts_from: contract_end, text: "We keep what you ordered for {retention:goods} after the end of the contract."}

Good::

    purposes:
      - {id: shop, title: Shop, kind: service, subjects: [customers], text: "to deliver what you order", uses: [{data: account}, {data: order-data}]}

Not applicable (GDPR201 and GDPR401 speak)::

    without: [purposes]
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Held, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.data import DataCategory
from hoshin.schema.purpose import Purpose


def judge(case: Case) -> Iterator[Outcome]:
    """Uses in the matrix, from both sides; of data nothing is said while no purpose uses any."""
    purposes, categories = case.facts(Purpose), case.facts(DataCategory)
    if not purposes or case.answer("data").state == "no":
        yield Exempt()
        return
    using = {cell.purpose for cell in case.cells if cell.data}
    used = {cell.data for cell in case.cells if cell.purpose}
    empty = [fact for fact in purposes if fact.id not in using]
    loose = [fact for fact in categories if used.isdisjoint({fact.id, *(item.id for item in fact.value.items)})]
    if empty:
        names = tuple(fact.value.title or fact.id for fact in empty)
        yield Breach("missing", f"{empty[0].path}/uses", empty[0].raw, {"names": names})
    if loose and used:
        names = tuple(fact.value.title or fact.id for fact in loose)
        yield Breach("missing", loose[0].path, loose[0].raw, {"names": names}, "unused")
    yield from (Held(fact.path, case.told(fact.path)) for fact in purposes if fact.id in using)


RULE = LawRule(
    id="GDPR207",
    slug="data-purpose-link",
    judge=judge,
    grounds=(
        Ground("GDPR", "13(1)(c)"),
        Ground("GDPR", "5(1)(c)"),
    ),
    severity=Severity.WARNING,
    variants=("unused",),
)
