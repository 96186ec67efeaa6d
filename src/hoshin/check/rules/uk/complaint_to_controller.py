"""People are told that they can complain to the controller, and when that is acknowledged.

Why:
    Since 19 June 2026 controllers must make complaints easy and acknowledge them within 30 days (Data (Use and
    Access) Act 2025).

Bad::

    without: [right/complain-to-us]

Bad (no time)::

    rights:
      - {id: complain-to-us, title: Complaint to us, right: "x-uk:ComplaintToController", channel: desk, text: "complain to us"}

Good::

    rights:
      - {id: complain-to-us, title: Complaint to us, right: "x-uk:ComplaintToController", channel: desk, acknowledged_within: P30D, text: "complain to us; we acknowledge it within {right:complain-to-us/acknowledged-within}"}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from hoshin.check.laws.case import Case
from hoshin.check.laws.judging import rights_of
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.period import bounds_in_days

_LONGEST: Final = 30


def judge(case: Case) -> Iterator[Outcome]:
    """The right, its channel, the time for the acknowledgement."""
    rights = rights_of(case, "x-uk:ComplaintToController")
    if not rights:
        yield Breach("missing", "rights", ("rights",))
        return
    value = rights[0].value
    late = value.acknowledged_within is None or bounds_in_days(value.acknowledged_within)[1] > _LONGEST
    if value.channel is None or late:
        yield Breach("missing", rights[0].path, rights[0].raw, variant="details")
    else:
        yield from case.held(rights[0])


RULE = LawRule(
    id="UK101",
    slug="complaint-to-controller",
    judge=judge,
    grounds=(Ground("DUAA", "s. 103"),),
    severity=Severity.ERROR,
    variants=("details",),
    in_force_from=date(2026, 6, 19),
    confirmed=False,
)
