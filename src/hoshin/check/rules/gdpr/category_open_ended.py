"""The data are named, not left open.

Why:
    “Other information” can be anything; people cannot judge what they do not know (GDPR Art. 5(1)(c), Art. 12(1)).

Bad::

    data:
      - {id: order-data, title: Order data, text: what you order and other information, source: {kind: automatic}, open_ended: true}

Good::

    data:
      - {id: order-data, title: Order data, text: what you order, source: {kind: automatic}}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case, Fact
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Held, Outcome
from hoshin.check.laws.sources import described
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.data import DataDescription


def judge(case: Case) -> Iterator[Outcome]:
    """No category and no item is open-ended; a category whose item is, is told by its item."""
    index = case.subject.loaded.index
    told_by_item = {
        index.entries[fact.path].parent for fact in described(case) if index.entries[fact.path].parent and _open(fact)
    }
    for fact in described(case):
        if fact.path in told_by_item:
            continue
        if _open(fact):
            yield Breach("unclear", fact.path, fact.raw, {"name": fact.value.title or fact.id})
        else:
            yield Held(fact.path, case.told(fact.path))


def _open(fact: Fact[DataDescription]) -> bool:
    return fact.value.open_ended or fact.value.completeness == "non_exhaustive"


RULE = LawRule(
    id="GDPR607",
    slug="category-open-ended",
    judge=judge,
    grounds=(
        Ground("GDPR", "5(1)(c)"),
        Ground("GDPR", "12(1)"),
    ),
    severity=Severity.WARNING,
)
