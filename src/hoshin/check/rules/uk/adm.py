"""Safeguards of automated decisions are told.

Why:
    Arts 22A to 22D ask for information, a way to make representations, a person who intervenes, and a way to
    contest.

Bad::

    automated_decisions:
      - id: credit
        title: Order on account
        kind: decision
        logic: number of unpaid orders
        significance: decides whether you can order on account
        effect: you may have to pay in advance
        safeguards: [human_intervention, express_view]
        text: "We decide automatically whether you can order on account: the number of unpaid orders counts, and you may have to pay in advance. A person looks at it again if you ask, hears you and lets you contest it."
    sections:
      - id: decisions
        title: Decisions
        blocks:
          - {kind: list, id: decisions, of: automated_decisions}

Good::

    automated_decisions:
      - id: credit
        title: Order on account
        kind: decision
        logic: number of unpaid orders
        significance: decides whether you can order on account
        effect: you may have to pay in advance
        safeguards: [human_intervention, express_view, contest]
        text: "We decide automatically whether you can order on account: the number of unpaid orders counts, and you may have to pay in advance. A person looks at it again if you ask, hears you and lets you contest it."
    sections:
      - id: decisions
        title: Decisions
        blocks:
          - {kind: list, id: decisions, of: automated_decisions}

Not applicable::

    document: {title: Privacy Policy}

Not applicable (a person decides)::

    automated_decisions:
      - {id: credit, title: Order on account, kind: decision, solely_automated: false, text: A program proposes whether you can order on account; a person decides.}
    sections:
      - id: decisions
        title: Decisions
        blocks:
          - {kind: list, id: decisions, of: automated_decisions}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hoshin.check.laws.case import Case
from hoshin.check.laws.judging import decided_by_machine
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground

SAFEGUARDS: Final = frozenset({"human_intervention", "express_view", "contest"})


def judge(case: Case) -> Iterator[Outcome]:
    """Each decision with all of them."""
    decisions = decided_by_machine(case)
    if not decisions:
        yield Exempt()
    for fact in decisions:
        if lacking := tuple(sorted(SAFEGUARDS - set(fact.value.safeguards))):
            name = fact.value.title or fact.id
            yield Breach("missing", f"{fact.path}/safeguards", fact.raw, {"keys": lacking, "name": name})
        else:
            yield from case.held(fact)


RULE = LawRule(
    id="UK103",
    slug="adm",
    judge=judge,
    grounds=(Ground("UK GDPR", "22C"),),
    severity=Severity.ERROR,
    confirmed=False,
)
