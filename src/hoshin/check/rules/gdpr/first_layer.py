"""The first layer has a short name for each purpose and right.

Why:
    The summary on top of the page is made from the facts (WP260 paras 35 and 36): who is responsible, what for,
    which rights. A purpose or right without `title` would stand there with its whole sentence, or not at all.

Bad::

    purposes:
      - {id: answers, kind: support, subjects: [customers], text: to answer your questions, uses: [{data: account}]}

Good::

    purposes:
      - {id: answers, title: Answers, kind: support, subjects: [customers], text: to answer your questions, uses: [{data: account}]}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case, Fact
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Held, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.keeping import Right
from hoshin.schema.purpose import Purpose


def judge(case: Case) -> Iterator[Outcome]:
    """Purposes and rights with a short name."""
    named: tuple[Fact[Purpose] | Fact[Right], ...] = (*case.facts(Purpose), *case.facts(Right))
    for fact in named:
        if fact.value.title is None:
            yield Breach("missing", f"{fact.path}/title", fact.raw)
        else:
            yield Held(fact.path, case.told(fact.path))


RULE = LawRule(
    id="GDPR702",
    slug="first-layer",
    judge=judge,
    grounds=(Ground("WP260", "paras 35, 36", "guidance"),),
    severity=Severity.INFO,
)
