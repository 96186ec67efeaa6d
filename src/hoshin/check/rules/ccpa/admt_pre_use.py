"""Before automated technology decides significantly, a notice is given.

Why:
    The pre-use notice of the regulations on automated decision-making technology, from 1 January 2027.

Bad (declared, from 2027)::

    dates:
      - {id: effective, title: In force from, value: "2027-02-01"}
    jurisdictions:
      - {id: ccpa, title: CCPA, law: "x-us:CCPA", sells: {status: declared}, shares: {status: none, reason: "we show no such advertising"}, sells_under_16: {status: none, reason: "we know of none"}, sensitive_use_beyond_7027m: {status: declared}, financial_incentive: {status: none, reason: none offered}, admt_significant_decisions: {status: declared}, consumers_over_10m: {status: none, reason: a small company}}

Good::

    dates:
      - {id: effective, title: In force from, value: "2027-02-01"}
    jurisdictions:
      - {id: ccpa, title: CCPA, law: "x-us:CCPA", sells: {status: declared}, shares: {status: none, reason: "we show no such advertising"}, sells_under_16: {status: none, reason: "we know of none"}, sensitive_use_beyond_7027m: {status: declared}, financial_incentive: {status: none, reason: none offered}, admt_significant_decisions: {status: declared}, consumers_over_10m: {status: none, reason: a small company}}
    references:
      - {id: more, title: our page, role: pre_use_notice, url: "https://acme.example/more"}
    sections:
      - id: more
        title: More
        blocks:
          - {kind: paragraph, id: more, units: [{id: words, text: "See {reference:more}."}]}

Not applicable::

    jurisdictions:
      - {id: ccpa, title: CCPA, law: "x-us:CCPA", sells: {status: declared}, shares: {status: none, reason: "we show no such advertising"}, sells_under_16: {status: none, reason: "we know of none"}, sensitive_use_beyond_7027m: {status: declared}, financial_incentive: {status: none, reason: none offered}, admt_significant_decisions: {status: none, reason: people decide}, consumers_over_10m: {status: none, reason: a small company}}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hoshin.check.laws.california import california, reference_with, said
from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground


def judge(case: Case) -> Iterator[Outcome]:
    """Where it applies: the page that holds it."""
    answer = said(california(case), "admt_significant_decisions")
    if answer.state == "no":
        yield Exempt(answer.path, answer.reason)
    elif answer.state == "unstated":
        yield Breach("unknown", answer.path, answer.raw)
    else:
        yield from reference_with(case, "pre_use_notice")


RULE = LawRule(
    id="CCPA114",
    slug="admt-pre-use",
    judge=judge,
    grounds=(Ground("CCR", "7220"),),
    severity=Severity.ERROR,
    in_force_from=date(2027, 1, 1),
    confirmed=False,
)
