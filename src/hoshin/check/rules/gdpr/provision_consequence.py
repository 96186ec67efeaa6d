"""What follows when required data are not given is told.

Why:
    “Required” means little unless people know what happens without (GDPR Art. 13(2)(e)).

Bad::

    data:
      - {id: order-data, title: Order data, text: what you order, source: {kind: person}, provision: required, nature: contractual}

Good::

    data:
      - {id: order-data, title: Order data, text: "what you order; without it we cannot deliver", source: {kind: person}, provision: required, nature: contractual, if_refused: without it we cannot deliver}

Not applicable::

    data:
      - {id: order-data, title: Order data, text: what you order, source: {kind: person}, provision: optional, nature: voluntary}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Held, Outcome
from hoshin.check.laws.sources import described
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.data import CollectionPoint


def judge(case: Case) -> Iterator[Outcome]:
    """Each required category or item, and each required field of a form, with `if_refused`."""
    fields = {field.data for point in case.facts(CollectionPoint) for field in point.value.fields if field.if_refused}
    for fact in described(case):
        if fact.value.provision != "required":
            yield Exempt()
        elif fact.value.if_refused is None and fact.id not in fields:
            yield Breach("missing", fact.path, fact.raw, {"name": fact.value.title or fact.id})
        else:
            yield Held(fact.path, case.told(fact.path))


RULE = LawRule(
    id="GDPR602",
    slug="provision-consequence",
    judge=judge,
    grounds=(Ground("GDPR", "13(2)(e)"),),
    severity=Severity.ERROR,
)
