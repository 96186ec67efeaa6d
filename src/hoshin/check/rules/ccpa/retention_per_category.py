"""A period or criterion of storage is told for each category.

Why:
    At or before collection consumers must learn how long each category is kept, or what decides it.

Bad::

    retention:
      - {id: all, title: Storage, of: [data/contact], period: P1Y, starts_from: last_contact, text: "We keep it for {retention:all} after the last contact."}

Good::

    retention:
      - {id: all, title: Storage, of: [data/contact, data/health], period: P1Y, starts_from: last_contact, text: "We keep it for {retention:all} after the last contact."}
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
    """Each category is reached by a rule of storage."""
    kept = {cell.data for cell in case.cells if cell.retention}
    for fact in categories(case):
        if kept & {fact.id, *(item.id for item in fact.value.items)}:
            yield Held(fact.path, case.told(fact.path))
        else:
            yield Breach("missing", fact.path, fact.raw, {"name": fact.value.title or fact.id})


RULE = LawRule(
    id="CCPA105",
    slug="retention-per-category",
    judge=judge,
    grounds=(Ground("Cal. Civ. Code", "1798.100(a)(3)"),),
    severity=Severity.ERROR,
    confirmed=False,
)
