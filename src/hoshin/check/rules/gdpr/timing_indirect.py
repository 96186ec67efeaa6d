"""People learn of data from others within a month.

Why:
    Information on data that others gave comes with the first message or disclosure, and at the latest after a month
    (GDPR Art. 14(3)).

Bad::

    data:
      - {id: credit, title: Credit data, source: {kind: third_party, name: Minato Credit, publicly_accessible: false}, text: "a score that we get from Minato Credit, which is not publicly accessible"}
    purposes:
      - {id: shop, title: Shop, kind: service, subjects: [customers], text: to deliver what you order, uses: [{data: account}, {data: order-data}, {data: credit}]}

Good::

    data:
      - {id: credit, title: Credit data, source: {kind: third_party, name: Minato Credit, publicly_accessible: false, notice_by: first_communication}, text: "a score that we get from Minato Credit, which is not publicly accessible"}
    purposes:
      - {id: shop, title: Shop, kind: service, subjects: [customers], text: to deliver what you order, uses: [{data: account}, {data: order-data}, {data: credit}]}

Not applicable::

    document: {title: Privacy Policy}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Held, Outcome
from hoshin.check.laws.sources import indirect
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.period import Duration, bounds_in_days

_MONTH: Final = Duration.parse("P1M")


def judge(case: Case) -> Iterator[Outcome]:
    """Each such source says when people learn of it."""
    for fact, source in indirect(case):
        when = source.notice_by
        late = isinstance(when, Duration) and bounds_in_days(when)[1] > bounds_in_days(_MONTH)[1]
        if when is None or late:
            raw = (*fact.raw, "source")
            yield Breach("missing", f"{fact.path}/source/notice-by", raw, {"name": fact.value.title or fact.id})
        else:
            yield Held(fact.path, case.told(fact.path))
    if not indirect(case):
        yield Exempt()


RULE = LawRule(
    id="GDPR606",
    slug="timing-indirect",
    judge=judge,
    grounds=(Ground("GDPR", "14(3)"),),
    severity=Severity.INFO,
)
