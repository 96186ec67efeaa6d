"""A public authority does not rely on legitimate interests in its tasks.

Why:
    For what an authority does in the performance of its tasks, the law itself must give the basis (GDPR Art. 6(1),
    last sentence).

Bad::

    controller: {kind: public_authority}

Good::

    controller: {kind: public_authority}
    without: [interests]
    legal_bases:
      - {id: interest, title: Public task, basis: "eu-gdpr:A6-1-e", purposes: [answers], law: Art. 1 of the invented act on advice, law_of: [PT], text: "to fulfil our public task under Art. 1 of the invented act on advice"}

Not applicable::

    document: {title: Privacy Policy}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.bases import bases
from hoshin.check.laws.case import Case
from hoshin.check.laws.judging import LEGITIMATE_INTERESTS
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.party import Controller


def judge(case: Case) -> Iterator[Outcome]:
    """Where the controller is a public authority: no statement of that basis."""
    controller = case.the(Controller)
    statements = bases(case, LEGITIMATE_INTERESTS)
    if controller is None or controller.value.kind != "public_authority" or not statements:
        yield Exempt()
        return
    for fact in statements:
        yield Breach("unclear", fact.path, (*fact.raw, "basis"), {"name": fact.value.title or fact.id})


RULE = LawRule(
    id="GDPR212",
    slug="li-public-authority",
    judge=judge,
    grounds=(Ground("GDPR", "6(1)"),),
    severity=Severity.ERROR,
    unclear=Severity.ERROR,
)
