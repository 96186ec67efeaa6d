"""Where several companies act, each purpose says whose it is.

Why:
    Of a group, a reader must be able to tell which company answers for what (GDPR Art. 13(1)(a)).

Bad::

    parties:
      - {id: minato, title: Minato, name: Minato Retail Lda., role: group}
    purposes:
      - {id: shop, title: Shop, kind: service, controller: minato, subjects: [customers], text: "to deliver what you order; {party:minato/name} does this", uses: [{data: account}, {data: order-data}]}

Good::

    parties:
      - {id: minato, title: Minato, name: Minato Retail Lda., role: group}
    purposes:
      - {id: shop, title: Shop, kind: service, controller: minato, subjects: [customers], text: "to deliver what you order; {party:minato/name} does this", uses: [{data: account}, {data: order-data}]}
      - {id: answers, title: Answers, kind: support, controller: controller, subjects: [customers], text: to answer your questions, uses: [{data: account}]}

Not applicable::

    document: {title: Privacy Policy}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Held, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.party import Context, Party
from hoshin.schema.purpose import Purpose


def judge(case: Case) -> Iterator[Outcome]:
    """Where another company acts as controller: each purpose names its own, or a context does that holds it."""
    contexts = [fact.value for fact in case.facts(Context) if fact.value.controller]
    purposes = case.facts(Purpose)
    acting = {fact.value.controller for fact in purposes} | {context.controller for context in contexts}
    if not any(party.id in acting for party in case.facts(Party)):
        yield Exempt()
        return
    placed = {purpose for context in contexts for purpose in context.purposes}
    for fact in purposes:
        if fact.value.controller or fact.id in placed:
            yield Held(fact.path, case.told(fact.path))
        else:
            yield Breach("missing", f"{fact.path}/controller", fact.raw, {"name": fact.value.title or fact.id})


RULE = LawRule(
    id="GDPR109",
    slug="group-or-branch-named",
    judge=judge,
    grounds=(
        Ground("GDPR", "13(1)(a)"),
        Ground("GDPR", "14(1)(a)"),
    ),
    severity=Severity.WARNING,
)
