"""The basis of each purpose is a plausible one.

Why:
    An account, a payment or a delivery usually serves a contract, and advertising or profiling hardly ever is
    necessary for one (GDPR Art. 6(1), EDPB 2/2019). A person decides.

Bad::

    purposes:
      - {id: answers, title: Your account, kind: account, subjects: [customers], text: to open and run your account, uses: [{data: account}]}

Bad (advertising on a contract)::

    purposes:
      - {id: shop, title: Advertising, kind: advertising, subjects: [customers], text: to show you goods that suit what you ordered, uses: [{data: account}, {data: order-data}]}

Good::

    purposes:
      - {id: shop, title: Your account, kind: account, subjects: [customers], text: to open and run your account, uses: [{data: account}, {data: order-data}]}

Not applicable::

    document: {title: Privacy Policy}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hoshin.check.laws.bases import terms_of
from hoshin.check.laws.case import Case
from hoshin.check.laws.judging import CONTRACT, LEGITIMATE_INTERESTS
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Held, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.purpose import Purpose

SERVES_CONTRACT: Final = frozenset({"account", "payment", "delivery"})
BEYOND_CONTRACT: Final = frozenset({"advertising", "profiling"})


def judge(case: Case) -> Iterator[Outcome]:
    """Purposes of those kinds, by the bases of their rows in the matrix."""
    judged = [fact for fact in case.facts(Purpose) if fact.value.kind in SERVES_CONTRACT | BEYOND_CONTRACT]
    for fact in judged:
        terms = terms_of(case, fact.id)
        interest_only = bool(terms) and all(case.is_a(term, LEGITIMATE_INTERESTS) for term in terms)
        args = {"name": fact.value.title or fact.id}
        if fact.value.kind in SERVES_CONTRACT and interest_only:
            yield Breach("unclear", fact.path, fact.raw, args)
        elif fact.value.kind in BEYOND_CONTRACT and any(case.is_a(term, CONTRACT) for term in terms):
            yield Breach("unclear", fact.path, fact.raw, args, "beyond")
        else:
            yield Held(fact.path, case.told(fact.path))
    if not judged:
        yield Exempt()


RULE = LawRule(
    id="GDPR215",
    slug="basis-plausibility",
    judge=judge,
    grounds=(
        Ground("GDPR", "6(1)"),
        Ground("EDPB", "2/2019", "guidance"),
    ),
    severity=Severity.INFO,
    unclear=Severity.INFO,
    variants=("beyond",),
    certain=False,
    confirmed=False,
)
