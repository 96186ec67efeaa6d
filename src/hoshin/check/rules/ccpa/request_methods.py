"""Two methods for requests, verification and agents are told.

Why:
    Consumers need two ways to ask (a company that is only online needs an e-mail address), must know how they are
    verified, and that an agent can ask for them.

Bad::

    without: [requests/agent]

Good::

    requests: {agent: written_power}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.keeping import Requests


def judge(case: Case) -> Iterator[Outcome]:
    """The channels, the verification, the agent."""
    requests = case.the(Requests)
    if requests is None:
        yield Breach("missing", "requests", ("requests",), {"keys": ("channel", "identity", "agent")})
        return
    value = requests.value
    given = {"channel": value.channel and value.further_channels, "identity": value.identity, "agent": value.agent}
    lacking = tuple(name for name, there in given.items() if not there)
    if lacking:
        yield Breach("missing", "requests", requests.raw, {"keys": lacking})
    else:
        yield from case.held(requests)


RULE = LawRule(
    id="CCPA109",
    slug="request-methods",
    judge=judge,
    grounds=(
        Ground("CCR", "7020"),
        Ground("CCR", "7060-7063"),
    ),
    severity=Severity.ERROR,
    confirmed=False,
)
