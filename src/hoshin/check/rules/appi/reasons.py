"""Who refuses a request says why.

Why:
    A business that does not do what was asked strives to explain the reasons (APPI Art. 36). Where the policy
    speaks of refusal, a half-sentence on reasons belongs there.

Bad::

    requests: {refusal: {when: [harm_to_others]}}

Good::

    requests: {refusal: {when: [harm_to_others], reasons_given: true}}

Not applicable::

    document: {title: プライバシーポリシー}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.keeping import Requests


def judge(case: Case) -> Iterator[Outcome]:
    """Where refusal is told: that reasons are given."""
    requests = case.the(Requests)
    refusal = requests.value.refusal if requests else None
    if requests is None or refusal is None:
        yield Exempt()
    elif refusal.reasons_given:
        yield from case.held(requests, "refusal")
    else:
        yield Breach("missing", "requests/refusal", (*requests.raw, "refusal"))


RULE = LawRule(
    id="APPI609",
    slug="reasons",
    judge=judge,
    grounds=(Ground("APPI", "36"),),
    severity=Severity.INFO,
    confirmed=False,
)
