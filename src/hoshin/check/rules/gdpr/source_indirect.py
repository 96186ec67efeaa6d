"""The source of data that do not come from the person is told, and whether it is public.

Why:
    People cannot know of data that others give about them unless told where they come from (GDPR Art. 14(2)(f)).

Bad::

    data:
      - {id: credit, title: Credit data, source: {kind: third_party, notice_by: P1M}, text: "a score that we get from Minato Credit, which is not publicly accessible"}
    purposes:
      - {id: shop, title: Shop, kind: service, subjects: [customers], text: to deliver what you order, uses: [{data: account}, {data: order-data}, {data: credit}]}

Good::

    data:
      - {id: credit, title: Credit data, source: {kind: third_party, name: Minato Credit, publicly_accessible: false, notice_by: P1M}, text: "a score that we get from Minato Credit, which is not publicly accessible"}
    purposes:
      - {id: shop, title: Shop, kind: service, subjects: [customers], text: to deliver what you order, uses: [{data: account}, {data: order-data}, {data: credit}]}

Not applicable::

    document: {title: Privacy Policy}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Held, Outcome
from hoshin.check.laws.sources import indirect
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground


def judge(case: Case) -> Iterator[Outcome]:
    """Each source that is a third party or public: a name, and whether it is publicly accessible."""
    for fact, source in indirect(case):
        if (source.party or source.name) and source.publicly_accessible is not None:
            yield Held(fact.path, case.told(fact.path))
        else:
            yield Breach("missing", f"{fact.path}/source", fact.raw, {"name": fact.value.title or fact.id})
    if not indirect(case):
        yield Exempt()


RULE = LawRule(
    id="GDPR604",
    slug="source-indirect",
    judge=judge,
    grounds=(Ground("GDPR", "14(2)(f)"),),
    severity=Severity.ERROR,
)
