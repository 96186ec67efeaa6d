"""Logic, significance and consequences of automated decisions are told.

Why:
    Whom a machine decides about must learn how, and what follows (GDPR Art. 13(2)(f), Art. 14(2)(g), Art. 22). Most
    policies decide nothing automatically; whether one does is worth a sentence.

Bad (not stated)::

    without: [automated_decisions]

Bad (incomplete)::

    automated_decisions:
      - id: credit
        title: Order on account
        kind: decision
        basis: "eu-gdpr:A6-1-b"
        significance: decides whether you can order on account
        effect: you may have to pay in advance
        safeguards: [human_intervention, express_view, contest]
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

Not applicable (a person decides, and Art. 22 is about decisions of machines alone)::

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

from hoshin.check.laws.case import Case
from hoshin.check.laws.judging import decided_by_machine
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground

FIELDS = ("logic", "significance", "effect")


def judge(case: Case) -> Iterator[Outcome]:
    """Each decision with its three parts; a denial with a reason is accepted."""
    yield from case.answer("automated_decisions").outcomes(_each(case))


def _each(case: Case) -> Iterator[Outcome]:
    decisions = decided_by_machine(case)
    if not decisions:
        yield Exempt()
    for fact in decisions:
        if lacking := tuple(name for name in FIELDS if getattr(fact.value, name) is None):
            yield Breach("missing", fact.path, fact.raw, {"keys": lacking, "name": fact.value.title or fact.id})
        else:
            yield from case.held(fact)


RULE = LawRule(
    id="GDPR518",
    slug="adm-statement",
    judge=judge,
    grounds=(
        Ground("GDPR", "13(2)(f)"),
        Ground("GDPR", "14(2)(g)"),
        Ground("GDPR", "22"),
    ),
    severity=Severity.ERROR,
    unknown=Severity.INFO,
    variants=("unknown",),
)
