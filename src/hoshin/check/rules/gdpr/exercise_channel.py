"""A way to exercise the rights is told.

Why:
    Rights must be easy to use (GDPR Art. 12(2)): people need an address to write to.

Bad::

    without: [requests/channel]

Good::

    requests: {channel: desk}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Held, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.keeping import Requests, Right


def judge(case: Case) -> Iterator[Outcome]:
    """The channel of requests, or one at each right."""
    requests = case.the(Requests)
    rights = case.facts(Right)
    if requests is not None and requests.value.channel:
        contact = f"contact/{requests.value.channel}"
        units = case.told(contact)
        yield Held(contact, units) if units else Breach("unprinted", contact, (*requests.raw, "channel"))
    elif rights and all(fact.value.channel for fact in rights):
        yield Held(rights[0].path, case.told(rights[0].path))
    else:
        yield Breach("missing", "requests/channel", requests.raw if requests else ("requests",))


RULE = LawRule(
    id="GDPR513",
    slug="exercise-channel",
    judge=judge,
    grounds=(Ground("GDPR", "12(2)"),),
    severity=Severity.ERROR,
)
