"""A right is offered where the law gives it.

Why:
    Portability presupposes consent or a contract (GDPR Art. 20(1)). Where no processing rests on either, a basis
    may have been misdescribed, or people are promised what they cannot have.

Bad::

    legal_bases:
      - {id: contract, title: Our interest in orders, basis: "eu-gdpr:A6-1-f", purposes: [shop], interests: [clear-answers], text: "for our legitimate interest, {interest:clear-answers}"}

Good::

    document: {title: Privacy Policy}

Not applicable (GDPR506 speaks)::

    without: [right/portability]
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.judging import CONSENT, CONTRACT, on_basis, rights_of
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Held, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground

_given = on_basis(CONSENT, CONTRACT)


def judge(case: Case) -> Iterator[Outcome]:
    """Where portability is offered and bases are stated: one of them gives it."""
    rights = rights_of(case, "eu-gdpr:A20")
    if not rights or not any(cell.basis for cell in case.cells):
        yield Exempt()
    elif _given(case):
        yield Held(rights[0].path, case.told(rights[0].path))
    else:
        yield Breach("unclear", rights[0].path, rights[0].raw)


RULE = LawRule(
    id="GDPR521",
    slug="rights-without-trigger",
    judge=judge,
    grounds=(Ground("GDPR", "20(1)"),),
    severity=Severity.INFO,
    unclear=Severity.INFO,
)
