"""The legitimate interest is named.

Why:
    Who relies on legitimate interests must say which they are (GDPR Art. 13(1)(d), Art. 14(2)(b)); only then can
    people object.

Bad::

    without: [interests]
    legal_bases:
      - {id: interest, title: Our interest, basis: "eu-gdpr:A6-1-f", purposes: [answers], balancing_test_available: true, text: "because it is in our legitimate interests"}

Bad (nowhere printed)::

    legal_bases:
      - {id: interest, title: Our interest, basis: "eu-gdpr:A6-1-f", purposes: [answers], interests: [clear-answers], balancing_test_available: true, text: "for our legitimate interest"}

Good::

    legal_bases:
      - {id: interest, title: Our interest, basis: "eu-gdpr:A6-1-f", purposes: [answers], interests: [clear-answers], balancing_test_available: true, text: "for our legitimate interest, {interest:clear-answers}"}

Not applicable::

    without: [interests]
    legal_bases:
      - {id: interest, title: Contract with you, basis: "eu-gdpr:A6-1-b", purposes: [answers], contract: your request, text: to perform the contract with you about your request}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.bases import bases, interests_relied_on
from hoshin.check.laws.case import Case
from hoshin.check.laws.judging import LEGITIMATE_INTERESTS
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground


def judge(case: Case) -> Iterator[Outcome]:
    """Each statement of that basis has an interest, and texts tell the interests."""
    statements = bases(case, LEGITIMATE_INTERESTS)
    for fact in statements:
        if not fact.value.interests:
            args = {"name": fact.value.title or fact.id}
            yield Breach("missing", f"{fact.path}/interests", fact.raw, args)
    for interest in interests_relied_on(case):
        yield from case.held(interest)
    if not statements:
        yield Exempt()


RULE = LawRule(
    id="GDPR208",
    slug="li-interest-named",
    judge=judge,
    grounds=(
        Ground("GDPR", "13(1)(d)"),
        Ground("GDPR", "14(2)(b)"),
    ),
    severity=Severity.ERROR,
)
