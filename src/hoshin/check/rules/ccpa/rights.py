"""The rights of consumers are told.

Why:
    To know, to delete, to correct, not to be treated worse; to opt out where information is sold or shared; to
    limit where sensitive information is used widely.

Bad::

    without: [right/correct]

Good::

    rights:
      - {id: correct, title: Correct, right: "x-us:RightToCorrect", text: have wrong information corrected}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hoshin.check.laws.california import california, said, sells_or_shares
from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.keeping import Right

ALWAYS: Final = ("x-us:RightToKnow", "x-us:RightToDelete", "x-us:RightToCorrect", "x-us:NonRetaliation")


def judge(case: Case) -> Iterator[Outcome]:
    """Each right that applies; those that are missing are told together."""
    wanted = [*ALWAYS]
    if sells_or_shares(case):
        wanted.append("x-us:RightToOptOut")
    if said(california(case), "sensitive_use_beyond_7027m").state in {"declared", "given"}:
        wanted.append("x-us:RightToLimit")
    there = {
        term: next((one for one in case.facts(Right) if case.is_a(one.value.right, term)), None) for term in wanted
    }
    lacking = tuple(term for term, fact in there.items() if fact is None)
    if lacking:
        yield Breach("missing", "rights", ("rights",), {"keys": lacking})
    for fact in there.values():
        if fact is not None:
            yield from case.held(fact)


RULE = LawRule(
    id="CCPA108",
    slug="rights",
    judge=judge,
    grounds=(Ground("Cal. Civ. Code", "1798.100-.125"),),
    severity=Severity.ERROR,
    confirmed=False,
)
