"""People are told what follows when a request is refused.

Why:
    A refusal comes with its reasons and with the ways to a supervisory authority and to a court (GDPR Art. 12(4)).

Bad::

    requests: {refusal: {when: [excessive], reasons_given: true}}

Good::

    requests: {refusal: {when: [excessive], reasons_given: true, remedies: [complaint, judicial_remedy]}}
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

REMEDIES: Final = frozenset({"complaint", "judicial_remedy"})


def judge(case: Case) -> Iterator[Outcome]:
    """Reasons, the complaint and the judicial remedy."""
    requests = case.the(Requests)
    refusal = requests.value.refusal if requests else None
    if requests is not None and refusal is not None and refusal.reasons_given and set(refusal.remedies) >= REMEDIES:
        yield from case.held(requests, "refusal")
    else:
        yield Breach("missing", "requests/refusal", requests.raw if requests else ("requests",))


RULE = LawRule(
    id="GDPR517",
    slug="refusal-remedy",
    judge=judge,
    grounds=(Ground("GDPR", "12(4)"),),
    severity=Severity.INFO,
)
