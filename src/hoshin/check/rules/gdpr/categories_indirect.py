"""The categories of data that do not come from the person are told.

Why:
    Whoever did not give the data has to learn which ones there are (GDPR Art. 14(1)(d)).

Bad::

    data:
      - {id: credit, title: Credit data, source: {kind: third_party, name: Minato Credit, publicly_accessible: false, notice_by: P1M}}
    purposes:
      - {id: shop, title: Shop, kind: service, subjects: [customers], text: to deliver what you order, uses: [{data: account}, {data: order-data}, {data: credit}]}

Good::

    data:
      - {id: credit, title: Credit data, source: {kind: third_party, name: Minato Credit, publicly_accessible: false, notice_by: P1M}, text: "a score that we get from Minato Credit, which is not publicly accessible"}
    purposes:
      - {id: shop, title: Shop, kind: service, subjects: [customers], text: to deliver what you order, uses: [{data: account}, {data: order-data}, {data: credit}]}

Good (an item of a category is told by its name)::

    data:
      - id: account
        title: Account data
        text: name and e-mail address; without them we cannot deliver or answer; Minato Credit, which is not public, gives us a score
        source: {kind: person}
        provision: required
        nature: contractual
        if_refused: without them we cannot deliver or answer
        items:
          - {id: name, title: name}
          - {id: email, title: e-mail address}
          - {id: score, title: score of your payments, source: {kind: third_party, name: Minato Credit, publicly_accessible: false, notice_by: P1M}}
    sections:
      - {id: account, title: Account data, blocks: [{kind: list, id: account, of: data, within: account}]}

Not applicable::

    document: {title: Privacy Policy}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Outcome
from hoshin.check.laws.sources import indirect
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.data import DataCategory


def judge(case: Case) -> Iterator[Outcome]:
    """Each category with such a source names its items or describes them; an item says by its name what it is."""
    for fact, _ in indirect(case):
        if not isinstance(fact.value, DataCategory) or fact.value.items or fact.value.text:
            yield from case.held(fact)
        else:
            yield Breach("missing", fact.path, fact.raw, {"name": fact.value.title or fact.id})
    if not indirect(case):
        yield Exempt()


RULE = LawRule(
    id="GDPR605",
    slug="categories-indirect",
    judge=judge,
    grounds=(Ground("GDPR", "14(1)(d)"),),
    severity=Severity.ERROR,
)
