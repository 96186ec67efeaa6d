"""An unusually long period is justified.

Why:
    Data are kept no longer than necessary (GDPR Art. 5(1)(e)). Above the ceiling for its kind of purpose (`limits:`
    of schema/rules.yaml) a period deserves a reason.

Bad::

    retention:
      - {id: questions, title: Questions, of: [purpose/answers], period: P5Y, starts_from: last_contact, text: "We keep questions for {retention:questions} after the last contact."}

Good::

    retention:
      - {id: questions, title: Questions, of: [purpose/answers], period: P5Y, starts_from: last_contact, justification: because claims may be raised that long, text: "We keep questions for {retention:questions} after the last contact, because claims may be raised that long."}

Not applicable::

    document: {title: Privacy Policy}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Held, Outcome
from hoshin.check.laws.storage import most_days
from hoshin.kernel.finding import Arg, Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.keeping import Retention
from hoshin.schema.purpose import Purpose


def judge(case: Case) -> Iterator[Outcome]:
    """Rules whose greatest length is above the ceiling of a purpose that they reach, without a justification."""
    kinds = {fact.id: fact.value.kind for fact in case.facts(Purpose)}
    reached: dict[str, set[str]] = {}
    for cell in case.cells:
        if cell.retention and (kind := kinds.get(cell.purpose)):
            reached.setdefault(cell.retention, set()).add(kind.replace("_", "-"))
    for fact in case.facts(Retention):
        days = most_days(fact.value)
        ceilings = [
            case.limits[name] for kind in reached.get(fact.id, ()) if (name := f"retention-days-{kind}") in case.limits
        ]
        if days is None or not ceilings or days <= min(ceilings):
            yield Exempt()
        elif fact.value.justification is None:
            args: dict[str, Arg] = {"name": fact.value.title or fact.id, "days": min(ceilings)}
            yield Breach("unclear", fact.path, fact.raw, args)
        else:
            yield Held(fact.path, case.told(fact.path))


RULE = LawRule(
    id="GDPR406",
    slug="retention-long",
    judge=judge,
    grounds=(Ground("GDPR", "5(1)(e)"),),
    severity=Severity.INFO,
    unclear=Severity.INFO,
    certain=False,
)
