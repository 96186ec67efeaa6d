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
from typing import Final

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Held, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.party import Context, Party
from hoshin.schema.purpose import Purpose

OURS: Final = frozenset({"group", "joint_controller"})
"""Roles of those who decide with the controller or beside it; a customer for whom it works is another matter."""


def judge(case: Case) -> Iterator[Outcome]:
    """Where another company acts as controller: each purpose names its own, or a context does that holds it."""
    contexts = [fact.value for fact in case.facts(Context) if fact.value.controller]
    purposes = case.facts(Purpose)
    acting = {fact.value.controller for fact in purposes} | {context.controller for context in contexts}
    if not any(party.id in acting and party.value.role in OURS for party in case.facts(Party)):
        yield Exempt()
        return
    placed = {purpose for context in contexts for purpose in context.purposes}
    nameless = [fact for fact in purposes if not fact.value.controller and fact.id not in placed]
    if nameless:
        names = tuple(fact.value.title or fact.id for fact in nameless)
        yield Breach("missing", f"{nameless[0].path}/controller", nameless[0].raw, {"names": names})
    else:
        yield from (Held(fact.path, case.told(fact.path)) for fact in purposes)


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
