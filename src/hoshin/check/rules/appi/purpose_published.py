"""The purposes of data that do not come from the person are published.

Why:
    Whoever acquires personal information must notify or publish the purpose, unless it was published before (APPI
    Art. 21(1)). A policy does that where it is published; so the address matters.

Bad::

    without: [document/url, sites]

Good::

    without: [sites]

Good (a site)::

    without: [document/url]

Not applicable::

    without: [document/url, sites]
    data:
      - {id: views, title: 購入履歴, text: 購入履歴, source: {kind: person}}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Held, Outcome
from hoshin.check.laws.sources import sources
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.data import DataDescription
from hoshin.schema.jurisdiction import Site

OTHERS: Final = frozenset({"automatic", "third_party", "public"})


def judge(case: Case) -> Iterator[Outcome]:
    """Where data are observed or come from others: the policy has an address, or belongs to a site."""
    if not any(one.kind in OTHERS for fact in case.facts(DataDescription) for one in sources(fact.value)):
        yield Exempt()
    elif case.subject.loaded.policy.document.url:
        yield Held("document/url")
    elif sites := case.facts(Site):
        yield Held(sites[0].path)
    else:
        yield Breach("missing", "document/url", ("document",))


RULE = LawRule(
    id="APPI202",
    slug="purpose-published",
    judge=judge,
    grounds=(Ground("APPI", "21(1)"),),
    severity=Severity.ERROR,
)
