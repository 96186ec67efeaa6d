"""A link limits the use of sensitive information, or the policy says that no such use happens.

Why:
    Where sensitive information is used for more than 7027(m) allows, consumers can limit it by a link.

Bad (no address)::

    choices:
      - {id: limit, title: Limit, kind: opt_out, of: data/health, link: limit_sensitive_use, text: Limit the use of my sensitive information.}

Good::

    choices:
      - {id: limit, title: Limit, kind: opt_out, of: data/health, link: limit_sensitive_use, text: Limit the use of my sensitive information., url: "https://acme.example/limit"}

Not applicable::

    without: [choice/limit, right/limit]
    jurisdictions:
      - {id: ccpa, title: CCPA, law: "x-us:CCPA", sells: {status: declared}, shares: {status: none, reason: "we show no such advertising"}, sells_under_16: {status: none, reason: "we know of none"}, sensitive_use_beyond_7027m: {status: none, reason: "only to provide the service"}, financial_incentive: {status: none, reason: none offered}, admt_significant_decisions: {status: none, reason: people decide}, consumers_over_10m: {status: none, reason: a small company}}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hoshin.check.laws.california import california, categories, link_of, said, sensitive
from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground

LINKS: Final = frozenset({"limit_sensitive_use", "your_privacy_choices"})


def judge(case: Case) -> Iterator[Outcome]:
    """Where sensitive information is kept: the answer, and the link where it is yes."""
    answer = said(california(case), "sensitive_use_beyond_7027m")
    if not any(sensitive(fact.value) for fact in categories(case)):
        yield Exempt()
    elif answer.state == "no":
        yield Exempt(answer.path, answer.reason)
    elif answer.state == "unstated":
        yield Breach("unknown", answer.path, answer.raw)
    else:
        yield from link_of(case, LINKS)


RULE = LawRule(
    id="CCPA106",
    slug="sensitive-limit",
    judge=judge,
    grounds=(
        Ground("Cal. Civ. Code", "1798.121"),
        Ground("CCR", "7014"),
    ),
    severity=Severity.ERROR,
    confirmed=False,
)
