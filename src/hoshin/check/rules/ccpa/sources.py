"""The categories of sources are told.

Why:
    Consumers must learn from where each kind of information comes.

Bad::

    data:
      - {id: contact, title: Contact data, text: your name and e-mail address, statutory: ["x-us:Identifiers"]}

Good::

    data:
      - {id: contact, title: Contact data, text: your name and e-mail address, source: {kind: automatic}, statutory: ["x-us:Identifiers"]}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.california import categories, sourced
from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Held, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground


def judge(case: Case) -> Iterator[Outcome]:
    """Each category, itself or by one of its items, names a source."""
    for fact in categories(case):
        if sourced(fact.value):
            yield Held(fact.path, case.told(fact.path))
        else:
            yield Breach("missing", f"{fact.path}/source", fact.raw, {"name": fact.value.title or fact.id})


RULE = LawRule(
    id="CCPA102",
    slug="sources",
    judge=judge,
    grounds=(Ground("CCR", "7011(e)(1)"),),
    severity=Severity.ERROR,
    confirmed=False,
)
