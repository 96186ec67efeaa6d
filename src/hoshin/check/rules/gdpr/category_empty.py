"""For each way of collecting data, the data are named.

Why:
    A method without data leaves open what it collects (GDPR Art. 5(1)(c)).

Bad::

    collection_methods:
      - {id: forms, title: Forms, source: person, text: We collect data through forms.}
    sections:
      - id: methods
        title: How
        blocks:
          - {kind: list, id: methods, of: collection_methods}

Good::

    collection_methods:
      - {id: forms, title: Forms, source: person, text: We collect data through forms.}
    sections:
      - id: methods
        title: How
        blocks:
          - {kind: list, id: methods, of: collection_methods}
    data:
      - {id: order-data, title: Order data, text: what you order, source: {kind: person}, provision: required, nature: contractual, if_refused: no delivery, collection_methods: [forms]}

Not applicable::

    document: {title: Privacy Policy}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Held, Outcome
from hoshin.check.laws.sources import described
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.data import CollectionMethod


def judge(case: Case) -> Iterator[Outcome]:
    """Each method is named by some data."""
    used = {name for fact in described(case) for name in fact.value.collection_methods}
    for fact in case.facts(CollectionMethod):
        if fact.id in used:
            yield Held(fact.path, case.told(fact.path))
        else:
            yield Breach("missing", fact.path, fact.raw, {"name": fact.value.title or fact.id})


RULE = LawRule(
    id="GDPR608",
    slug="category-empty",
    judge=judge,
    grounds=(Ground("GDPR", "5(1)(c)"),),
    severity=Severity.WARNING,
)
