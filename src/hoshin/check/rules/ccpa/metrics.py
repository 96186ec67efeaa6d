"""Who handles information of more than ten million consumers publishes figures on requests.

Why:
    Numbers of requests and the time of answers in the last calendar year.

Bad (declared)::

    jurisdictions:
      - {id: ccpa, title: CCPA, law: "x-us:CCPA", sells: {status: declared}, shares: {status: none, reason: "we show no such advertising"}, sells_under_16: {status: none, reason: "we know of none"}, sensitive_use_beyond_7027m: {status: declared}, financial_incentive: {status: none, reason: none offered}, admt_significant_decisions: {status: none, reason: people decide}, consumers_over_10m: {status: declared}}

Good::

    jurisdictions:
      - {id: ccpa, title: CCPA, law: "x-us:CCPA", sells: {status: declared}, shares: {status: none, reason: "we show no such advertising"}, sells_under_16: {status: none, reason: "we know of none"}, sensitive_use_beyond_7027m: {status: declared}, financial_incentive: {status: none, reason: none offered}, admt_significant_decisions: {status: none, reason: people decide}, consumers_over_10m: {status: declared}}
    references:
      - {id: more, title: our page, role: metrics, url: "https://acme.example/more"}
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

from hoshin.check.laws.california import california, reference_with, said
from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground


def judge(case: Case) -> Iterator[Outcome]:
    """Where it applies: the page that holds it."""
    answer = said(california(case), "consumers_over_10m")
    if answer.state == "no":
        yield Exempt(answer.path, answer.reason)
    elif answer.state == "unstated":
        yield Breach("unknown", answer.path, answer.raw)
    else:
        yield from reference_with(case, "metrics")


RULE = LawRule(
    id="CCPA113",
    slug="metrics",
    judge=judge,
    grounds=(Ground("CCR", "7102"),),
    severity=Severity.ERROR,
    unknown=Severity.INFO,
    confirmed=False,
)
