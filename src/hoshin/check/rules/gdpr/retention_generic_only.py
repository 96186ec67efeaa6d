"""The criterion of storage says more than that data are kept as long as needed.

Why:
    “As long as necessary for the purposes” repeats the law and tells nobody when data go (GDPR Art. 13(2)(a), WP260
    Annex).

Bad::

    retention:
      - {id: questions, title: Questions, of: [purpose/answers], criteria: [purpose_fulfilled], text: We keep questions as long as necessary.}

Good::

    retention:
      - {id: questions, title: Questions, of: [purpose/answers], criteria: [question_answered], text: We keep a question until it is answered.}

Not applicable::

    document: {title: Privacy Policy}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Held, Outcome
from hoshin.check.laws.storage import FORMS
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.keeping import Retention

GENERIC: Final = frozenset({"purpose_fulfilled", "as_long_as_necessary", "necessary", "necessity", "need"})


def judge(case: Case) -> Iterator[Outcome]:
    """Rules that have nothing but criteria of that sort."""
    for fact in case.facts(Retention):
        criteria = set(fact.value.criteria)
        if not criteria:
            yield Exempt()
        elif criteria <= GENERIC and not any(getattr(fact.value, name) for name in (*FORMS, "until")):
            yield Breach(
                "unclear", f"{fact.path}/criteria", (*fact.raw, "criteria"), {"name": fact.value.title or fact.id}
            )
        else:
            yield Held(fact.path, case.told(fact.path))


RULE = LawRule(
    id="GDPR402",
    slug="retention-generic-only",
    judge=judge,
    grounds=(
        Ground("GDPR", "13(2)(a)"),
        Ground("WP260", "Annex", "guidance"),
    ),
    severity=Severity.ERROR,
    unclear=Severity.ERROR,
    confirmed=False,
)
