"""The safeguards of an automated decision are told.

Why:
    A decision that rests on a contract or on explicit consent needs at least a person who looks at it, the chance
    to be heard, and to contest it (GDPR Art. 22(3)).

Bad::

    automated_decisions:
      - id: credit
        title: Order on account
        kind: decision
        basis: "eu-gdpr:A6-1-b"
        logic: number of unpaid orders
        significance: decides whether you can order on account
        effect: you may have to pay in advance
        safeguards: [express_view, contest]
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
        basis: "eu-gdpr:A6-1-b"
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

    automated_decisions: {status: none, reason: people decide}

Not applicable (a person decides)::

    automated_decisions:
      - {id: credit, title: Order on account, kind: decision, solely_automated: false, basis: "eu-gdpr:A6-1-b", text: A program proposes whether you can order on account; a person decides.}
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
from hoshin.check.laws.judging import CONSENT, CONTRACT, EXPLICIT_CONSENT, decided_by_machine
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Held, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground

SAFEGUARDS: Final = frozenset({"human_intervention", "express_view", "contest"})


def judge(case: Case) -> Iterator[Outcome]:
    """All three safeguards where Art. 22(2)(a) or (c) is the ground."""
    for fact in decided_by_machine(case):
        if fact.value.basis is None or not case.is_a(fact.value.basis, CONSENT, CONTRACT, EXPLICIT_CONSENT):
            yield Exempt()
        elif lacking := tuple(sorted(SAFEGUARDS - set(fact.value.safeguards))):
            name = fact.value.title or fact.id
            yield Breach("missing", f"{fact.path}/safeguards", fact.raw, {"keys": lacking, "name": name})
        else:
            yield Held(fact.path, case.told(fact.path))


RULE = LawRule(
    id="GDPR519",
    slug="adm-safeguards",
    judge=judge,
    grounds=(Ground("GDPR", "22(3)"),),
    severity=Severity.INFO,
)
