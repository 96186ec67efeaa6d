"""A link and browser signals opt out of sale and sharing.

Why:
    Who sells or shares must offer a link on each page and obey opt-out preference signals.

Bad (no link)::

    without: [choice/sale]

Bad (signals)::

    choices:
      - {id: sale, title: Sale, kind: opt_out, of: recipient/broker, link: do_not_sell_or_share, url: "https://acme.example/choices", text: Do not sell or share my personal information.}

Good::

    choices:
      - {id: sale, title: Sale, kind: opt_out, of: recipient/broker, link: do_not_sell_or_share, url: "https://acme.example/choices", preference_signals: true, text: Do not sell or share my personal information.}

Not applicable::

    without: [choice/sale, right/opt-out]
    jurisdictions:
      - {id: ccpa, title: CCPA, law: "x-us:CCPA", sells: {status: none, reason: "we sell nothing"}, shares: {status: none, reason: "we show no such advertising"}, sells_under_16: {status: none, reason: "we know of none"}, sensitive_use_beyond_7027m: {status: declared}, financial_incentive: {status: none, reason: none offered}, admt_significant_decisions: {status: none, reason: people decide}, consumers_over_10m: {status: none, reason: a small company}}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hoshin.check.laws.california import link_of, sells_or_shares
from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.data import Choice

LINKS: Final = frozenset({"do_not_sell_or_share", "your_privacy_choices"})


def judge(case: Case) -> Iterator[Outcome]:
    """Where anything is sold or shared: the link with its address, and the signals."""
    if not sells_or_shares(case):
        yield Exempt()
        return
    yield from link_of(case, LINKS)
    choices = [fact for fact in case.facts(Choice) if fact.value.link in LINKS]
    if choices and not any(fact.value.preference_signals for fact in choices):
        yield Breach("missing", choices[0].path, choices[0].raw, variant="signals")


RULE = LawRule(
    id="CCPA107",
    slug="opt-out-link",
    judge=judge,
    grounds=(
        Ground("Cal. Civ. Code", "1798.120"),
        Ground("Cal. Civ. Code", "1798.135"),
        Ground("CCR", "7013"),
        Ground("CCR", "7015"),
    ),
    severity=Severity.ERROR,
    variants=("signals",),
    confirmed=False,
)
