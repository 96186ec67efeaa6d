"""What is sold, shared and disclosed is told for each recipient, or that nothing is.

Why:
    Lists of what was sold or shared, and of what was disclosed for a business purpose, stand apart; where nothing
    is sold or shared, the policy says so.

Bad (sales not stated)::

    jurisdictions:
      - {id: ccpa, title: CCPA, law: "x-us:CCPA", shares: {status: none, reason: "we show no such advertising"}, sells_under_16: {status: none, reason: "we know of none"}, sensitive_use_beyond_7027m: {status: declared}, financial_incentive: {status: none, reason: none offered}, admt_significant_decisions: {status: none, reason: people decide}, consumers_over_10m: {status: none, reason: a small company}}
    without: [choice/sale, right/opt-out]

Bad (a recipient without a class)::

    recipients:
      - {id: broker, title: Data brokers, kind: class, data: [contact], purposes: [service], text: We sell contact data to data brokers.}

Good::

    recipients:
      - {id: broker, title: Data brokers, kind: class, data: [contact], purposes: [service], ccpa_disclosure: [sold], text: We sell contact data to data brokers.}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.california import california, said
from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Held, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.recipient import Recipient


def judge(case: Case) -> Iterator[Outcome]:
    """Both answers, and for each recipient what giving it data is."""
    law = california(case)
    for name in ("sells", "shares"):
        answer = said(law, name)
        if answer.state == "unstated":
            yield Breach("unknown", answer.path, answer.raw, variant=name)
        else:
            yield Held(answer.path)
    if case.answer("recipients").state in {"unstated", "declared"}:
        yield Breach("missing", "recipients", ("recipients",))
    for fact in case.facts(Recipient):
        if fact.value.ccpa_disclosure:
            yield from case.held(fact)
        else:
            yield Breach("missing", fact.path, fact.raw, {"name": fact.value.title or fact.id}, "recipient")


RULE = LawRule(
    id="CCPA104",
    slug="sold-shared-disclosed",
    judge=judge,
    grounds=(
        Ground("Cal. Civ. Code", "1798.130(a)(5)(C)"),
        Ground("CCR", "7011(e)(1)"),
    ),
    severity=Severity.ERROR,
    variants=("sells", "shares", "recipient"),
    confirmed=False,
)
