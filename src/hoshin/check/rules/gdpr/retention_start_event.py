"""A period of storage says from when it runs.

Why:
    “One year” tells nothing unless people know whether it runs from the order, the end of the contract or the last
    contact (GDPR Art. 13(2)(a)).

Bad::

    retention:
      - {id: questions, title: Questions, of: [purpose/answers], period: P6M, text: "We keep questions for {retention:questions}."}

Good::

    retention:
      - {id: questions, title: Questions, of: [purpose/answers], period: P6M, starts_from: last_contact, text: "We keep questions for {retention:questions} after the last contact."}

Not applicable::

    retention:
      - {id: questions, title: Questions, of: [purpose/answers], criteria: [question_answered], text: We keep a question until it is answered.}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Held, Outcome
from hoshin.check.laws.storage import PERIODS
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.keeping import Retention


def judge(case: Case) -> Iterator[Outcome]:
    """Each rule with a period has the event that starts it."""
    for fact in case.facts(Retention):
        if not any(getattr(fact.value, name) for name in PERIODS) or fact.value.period in {"indefinite", "not_stored"}:
            yield Exempt()
        elif fact.value.starts_from is None:
            yield Breach("missing", f"{fact.path}/starts-from", fact.raw, {"name": fact.value.title or fact.id})
        else:
            yield Held(fact.path, case.told(fact.path))


RULE = LawRule(
    id="GDPR404",
    slug="retention-start-event",
    judge=judge,
    grounds=(Ground("GDPR", "13(2)(a)"),),
    severity=Severity.WARNING,
)
