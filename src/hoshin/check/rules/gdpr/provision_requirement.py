"""Whether people must give their data, and why, is told.

Why:
    Who gives data must know whether a statute or a contract demands them, or whether they are free to refuse (GDPR
    Art. 13(2)(e)). A category speaks for its items.

Bad::

    data:
      - {id: order-data, title: Order data, text: what you order, source: {kind: person}}

Good::

    data:
      - {id: order-data, title: Order data, text: what you order, source: {kind: person}, provision: optional, nature: voluntary}

Not applicable::

    data:
      - {id: order-data, title: Order data, text: what you order, source: {kind: automatic}}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Held, Outcome
from hoshin.check.laws.sources import from_people
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground


def judge(case: Case) -> Iterator[Outcome]:
    """Data that come from people: `provision` and `nature`, once for all that lack them."""
    said = case.answer("data")
    if said.state != "given":
        yield Exempt()
        return
    lacking = [fact for fact in from_people(case) if not (fact.value.provision and fact.value.nature)]
    if lacking:
        names = tuple(fact.value.title or fact.id for fact in lacking)
        yield Breach("missing", lacking[0].path, lacking[0].raw, {"names": names})
    for fact in from_people(case):
        if fact not in lacking:
            yield Held(fact.path, case.told(fact.path))


RULE = LawRule(
    id="GDPR601",
    slug="provision-requirement",
    judge=judge,
    grounds=(Ground("GDPR", "13(2)(e)"),),
    severity=Severity.ERROR,
)
