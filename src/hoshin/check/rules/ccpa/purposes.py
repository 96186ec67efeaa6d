"""The purposes of collecting, selling and sharing are told.

Why:
    For each category the policy names the business or commercial purposes.

Bad::

    purposes:
      - {id: service, title: Service, kind: service, text: to provide the service, uses: [{data: contact}]}

Good::

    purposes:
      - {id: service, title: Service, kind: service, text: to provide the service, uses: [{data: contact}, {data: health}]}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.california import categories
from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Held, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground


def judge(case: Case) -> Iterator[Outcome]:
    """Each category is used by some purpose."""
    used = {cell.data for cell in case.cells if cell.purpose}
    for fact in categories(case):
        if used & {fact.id, *(item.id for item in fact.value.items)}:
            yield Held(fact.path, case.told(fact.path))
        else:
            yield Breach("missing", fact.path, fact.raw, {"name": fact.value.title or fact.id})


RULE = LawRule(
    id="CCPA103",
    slug="purposes",
    judge=judge,
    grounds=(
        Ground("Cal. Civ. Code", "1798.110(c)(3)"),
        Ground("CCR", "7011(e)(1)"),
    ),
    severity=Severity.ERROR,
    confirmed=False,
)
