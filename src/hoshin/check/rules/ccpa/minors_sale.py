"""The policy says whether information of people under 16 is sold.

Why:
    With actual knowledge of such a sale the policy must state it; opting in is needed.

Bad (declared without a sentence)::

    jurisdictions:
      - {id: ccpa, title: CCPA, law: "x-us:CCPA", sells: {status: declared}, shares: {status: none, reason: "we show no such advertising"}, sells_under_16: {status: declared}, sensitive_use_beyond_7027m: {status: declared}, financial_incentive: {status: none, reason: none offered}, admt_significant_decisions: {status: none, reason: people decide}, consumers_over_10m: {status: none, reason: a small company}}

Good::

    jurisdictions:
      - {id: ccpa, title: CCPA, law: "x-us:CCPA", sells: {status: declared}, shares: {status: none, reason: "we show no such advertising"}, sells_under_16: {status: none, reason: we sell no information of minors}, sensitive_use_beyond_7027m: {status: declared}, financial_incentive: {status: none, reason: none offered}, admt_significant_decisions: {status: none, reason: people decide}, consumers_over_10m: {status: none, reason: a small company}}

Not applicable (nothing is sold or shared)::

    jurisdictions:
      - {id: ccpa, title: CCPA, law: "x-us:CCPA", sells: {status: none, reason: we sell nothing}, shares: {status: none, reason: "we show no such advertising"}, sensitive_use_beyond_7027m: {status: declared}, financial_incentive: {status: none, reason: none offered}, admt_significant_decisions: {status: none, reason: people decide}, consumers_over_10m: {status: none, reason: a small company}}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.california import california, said, sells_or_shares
from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Held, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground


def judge(case: Case) -> Iterator[Outcome]:
    """Where anything is sold or shared: the answer, with its sentence where it is yes."""
    answer = said(california(case), "sells_under_16")
    if not sells_or_shares(case):
        yield Exempt()
    elif answer.state == "no":
        yield Exempt(answer.path, answer.reason)
    elif answer.state == "unstated":
        yield Breach("unknown", answer.path, answer.raw)
    elif answer.state == "declared":
        yield Breach("missing", answer.path, answer.raw)
    else:
        yield Held(answer.path)


RULE = LawRule(
    id="CCPA110",
    slug="minors-sale",
    judge=judge,
    grounds=(Ground("Cal. Civ. Code", "1798.120(c)"),),
    severity=Severity.ERROR,
    confirmed=False,
)
