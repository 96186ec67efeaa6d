"""A link called “Privacy” stands on each page.

Why:
    The policy must be easy to find: a common word on every page, and a link where data are collected (WP260 para
    11). The policy cannot see the site; people state it.

Bad::

    sites:
      - {id: shop, title: Shop, url: "https://acme.example/"}

Good::

    sites:
      - {id: shop, title: Shop, url: "https://acme.example/", link_label: Privacy, linked_from: [every_page]}

Not applicable::

    document: {title: Privacy Policy}
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
    """Each site says what the link is called and that it stands on every page."""
    if not case.facts(Site):
        yield Exempt()
    for fact in case.facts(Site):
        if fact.value.link_label and "every_page" in fact.value.linked_from:
            yield Held(fact.path)
        else:
            yield Breach("unknown", fact.path, fact.raw, {"name": fact.value.title or fact.id})


RULE = LawRule(
    id="GDPR713",
    slug="link-label-everywhere",
    judge=judge,
    grounds=(Ground("WP260", "para 11", "guidance"),),
    severity=Severity.INFO,
    unknown=Severity.INFO,
    variants=("unknown",),
)
