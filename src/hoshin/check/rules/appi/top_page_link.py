"""The top page of the site links to the policy.

Why:
    What is published must be reachable for everybody; the guideline’s example is a page that is about one step away
    from the top page (PPC guideline 2-15). Whether the site keeps to it is for the site; this file records it.

Bad::

    sites:
      - {id: home, title: あおば文具, url: "https://aoba.example/", tba_in_scope: {status: none, reason: 自社の商品を紹介するだけのサイトです}}

Good::

    sites:
      - {id: home, title: あおば文具, url: "https://aoba.example/", linked_from: [every_page], tba_in_scope: {status: none, reason: 自社の商品を紹介するだけのサイトです}}

Not applicable::

    without: [sites]
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Held, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.jurisdiction import Site


def judge(case: Case) -> Iterator[Outcome]:
    """Each site says from where it links to the policy."""
    sites = case.facts(Site)
    if not sites:
        yield Exempt()
    for fact in sites:
        if fact.value.linked_from:
            yield Held(f"{fact.path}/linked-from")
        else:
            yield Breach("missing", fact.path, fact.raw, {"name": fact.value.title or fact.id})


RULE = LawRule(
    id="APPI802",
    slug="top-page-link",
    judge=judge,
    grounds=(Ground("PPC guideline", "2-15", "guidance"),),
    severity=Severity.INFO,
)
