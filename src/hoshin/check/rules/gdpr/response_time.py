"""The time for an answer is told and within the law.

Why:
    Requests are answered within one month, extended by at most two (GDPR Art. 12(3)). Telling it is good practice;
    telling a longer time would be wrong.

Bad (not told)::

    without: [requests/deadline, section/rights]
    sections:
      - id: other
        title: Your rights
        blocks:
          - {kind: list, id: rights, of: rights}
          - kind: paragraph
            id: requests
            units:
              - {id: how, text: "Write to {contact:desk}. We answer free of charge.", states: [requests/fee, requests/channel, requests/refusal]}
              - {id: identity, text: "We may ask for information that confirms your identity.", states: [requests/identity]}

Bad (too long)::

    requests: {deadline: {period: P2M}}

Good::

    requests: {deadline: {period: P1M, extension: P2M}}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.keeping import Requests
from hoshin.schema.period import Duration, bounds_in_days

_MONTH: Final = Duration.parse("P1M")
_MORE: Final = Duration.parse("P2M")


def judge(case: Case) -> Iterator[Outcome]:
    """A deadline of one month at most, with an extension of two at most."""
    requests = case.the(Requests)
    deadline = requests.value.deadline if requests else None
    if requests is None or deadline is None or not isinstance(deadline.period or deadline.max, Duration):
        yield Breach("missing", "requests/deadline", requests.raw if requests else ("requests",))
    elif _longer(deadline.period or deadline.max, _MONTH) or _longer(deadline.extension, _MORE):
        yield Breach("unclear", "requests/deadline", (*requests.raw, "deadline"), variant="long")
    else:
        yield from case.held(requests, "deadline")


def _longer(one: object, most: Duration) -> bool:
    return isinstance(one, Duration) and bounds_in_days(one)[1] > bounds_in_days(most)[1]


RULE = LawRule(
    id="GDPR514",
    slug="response-time",
    judge=judge,
    grounds=(Ground("GDPR", "12(3)"),),
    severity=Severity.INFO,
    unclear=Severity.WARNING,
    variants=("long",),
)
