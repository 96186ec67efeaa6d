"""What unexpected processing means for people is told.

Why:
    Where processing is complex or nobody would expect it, its main consequences are spelled out (WP260 para 10).

Bad::

    purposes:
      - {id: answers, title: Answers, kind: support, subjects: [customers], unexpected: true, text: to answer your questions, uses: [{data: account}]}

Good::

    purposes:
      - {id: answers, title: Answers, kind: support, subjects: [customers], unexpected: true, consequence: You may get our answer by post., text: to answer your questions, uses: [{data: account}]}

Not applicable::

    document: {title: Privacy Policy}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.purpose import Purpose


def judge(case: Case) -> Iterator[Outcome]:
    """Each purpose that is marked as unexpected has its consequence."""
    for fact in case.facts(Purpose):
        if not fact.value.unexpected:
            yield Exempt()
        elif fact.value.consequence is None:
            yield Breach("missing", f"{fact.path}/consequence", fact.raw, {"name": fact.value.title or fact.id})
        else:
            yield from case.held(fact)


RULE = LawRule(
    id="GDPR712",
    slug="consequences-surprising",
    judge=judge,
    grounds=(Ground("WP260", "para 10", "guidance"),),
    severity=Severity.INFO,
)
