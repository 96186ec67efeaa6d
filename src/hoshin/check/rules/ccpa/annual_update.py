"""The policy was updated within the last twelve months.

Why:
    The information must be brought up to date at least once in twelve months; counted on the day of the check.

Bad::

    dates:
      - {id: last-updated, title: Last updated, value: "2025-07-01"}
      - {id: effective, title: In force from, value: "2025-07-01"}

Good::

    dates:
      - {id: last-updated, title: Last updated, value: "2026-07-02"}

Not applicable (CCPA111 and CCPA115 speak)::

    without: [dates]
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Held, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.partial_date import PartialDate
from hoshin.schema.people import KindOfDate


def judge(case: Case) -> Iterator[Outcome]:
    """The latest of effective and last-updated is not older than a year."""
    days = [
        date(fact.value.value.year, fact.value.value.month or 12, fact.value.value.day or 28)
        for fact in case.facts(KindOfDate)
        if fact.id in {"effective", "last-updated"} and isinstance(fact.value.value, PartialDate)
    ]
    if not days:
        yield Exempt()
    elif _a_year_later(max(days)) < case.today:
        yield Breach("unclear", "dates", ("dates",), {"date": max(days).isoformat()})
    else:
        yield Held("dates")


def _a_year_later(day: date) -> date:
    try:
        return day.replace(year=day.year + 1)
    except ValueError:  # 29 February
        return day.replace(year=day.year + 1, day=28)


RULE = LawRule(
    id="CCPA112",
    slug="annual-update",
    judge=judge,
    grounds=(Ground("Cal. Civ. Code", "1798.130(a)(5)"),),
    severity=Severity.ERROR,
    unclear=Severity.ERROR,
    confirmed=False,
)
