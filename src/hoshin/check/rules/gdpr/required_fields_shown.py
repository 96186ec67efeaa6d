"""Forms mark which fields are required.

Why:
    At the point of collection people must see what they may leave empty (WP260 Annex).

Bad::

    collection_points:
      - {id: order-form, title: order form, url: "https://acme.example/order", fields: [{data: email}]}

Good::

    collection_points:
      - {id: order-form, title: order form, url: "https://acme.example/order", fields: [{data: email, provision: required, if_refused: no answer}]}

Not applicable::

    document: {title: Privacy Policy}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Held, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.data import CollectionPoint


def judge(case: Case) -> Iterator[Outcome]:
    """Each form says of each of its fields whether it is required."""
    said = case.answer("collection_points")
    if said.state != "given":
        yield Exempt(said.path, said.reason)
        return
    for fact in case.facts(CollectionPoint):
        if any(field.provision is None for field in fact.value.fields):
            yield Breach("missing", fact.path, fact.raw, {"name": fact.value.title or fact.id})
        else:
            yield Held(fact.path, case.told(fact.path))


RULE = LawRule(
    id="GDPR603",
    slug="required-fields-shown",
    judge=judge,
    grounds=(Ground("WP260", "Annex", "guidance"),),
    severity=Severity.INFO,
    confirmed=False,
)
