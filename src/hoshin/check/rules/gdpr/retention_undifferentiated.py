"""Different data have periods of their own.

Why:
    One period for all purposes and data says that nobody looked what is needed where; the periods shall stand for
    each category or purpose (WP260 Annex).

Bad::

    without: [retention/orders]
    retention:
      - {id: questions, title: Everything, default: true, period: P6M, starts_from: last_contact, text: "We keep your data for {retention:questions} after the last contact."}

Good::

    document: {title: Privacy Policy}

Not applicable (GDPR401 speaks)::

    without: [retention]
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Held, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.data import DataCategory
from hoshin.schema.keeping import Retention
from hoshin.schema.purpose import Purpose


def judge(case: Case) -> Iterator[Outcome]:
    """More than one rule where there is more than one purpose or category."""
    rules = case.facts(Retention)
    kinds = len(case.facts(Purpose)) + len(case.facts(DataCategory))
    if not rules or kinds <= 1:
        yield Exempt()
    elif len(rules) == 1 and rules[0].value.default and not rules[0].value.exceptions:
        yield Breach("unclear", rules[0].path, rules[0].raw)
    else:
        yield Held(rules[0].path, case.told(rules[0].path))


RULE = LawRule(
    id="GDPR403",
    slug="retention-undifferentiated",
    judge=judge,
    grounds=(Ground("WP260", "Annex", "guidance"),),
    severity=Severity.WARNING,
    confirmed=False,
)
