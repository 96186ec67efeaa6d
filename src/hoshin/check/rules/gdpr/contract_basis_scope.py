"""The contract is named, and it is one with the person.

Why:
    The basis of Art. 6(1)(b) reaches as far as a contract with the person, or steps at the person's request before
    one; a contract with somebody else does not carry it.

Bad::

    legal_bases:
      - {id: contract, title: Contract, basis: "eu-gdpr:A6-1-b", purposes: [shop], text: to perform a contract}

Bad (a contract with somebody else)::

    legal_bases:
      - {id: contract, title: Contract, basis: "eu-gdpr:A6-1-b", purposes: [shop], contract: the contract with your employer, contract_with: other, text: to perform the contract with your employer}

Good::

    legal_bases:
      - {id: contract, title: Contract, basis: "eu-gdpr:A6-1-b", purposes: [shop], contract: your order, contract_with: person, text: to perform the contract with you about your order}

Good::

    legal_bases:
      - {id: contract, title: Contract, basis: "eu-gdpr:A6-1-b-enter-into-contract", purposes: [shop], text: "to take steps at your request before a contract"}

Not applicable::

    without: [right/portability]
    legal_bases:
      - {id: contract, title: Public task, basis: "eu-gdpr:A6-1-e", purposes: [shop], law: Art. 1 of the invented act on advice, law_of: [PT], text: "to fulfil our public task under Art. 1 of the invented act on advice"}
    rights:
      - {id: portability, title: Portability, right: "eu-gdpr:A20", status: not_required, reason: nothing rests on consent or a contract}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hoshin.check.laws.bases import bases
from hoshin.check.laws.case import Case
from hoshin.check.laws.judging import CONTRACT
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Held, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground

BEFORE: Final = "eu-gdpr:A6-1-b-enter-into-contract"


def judge(case: Case) -> Iterator[Outcome]:
    """Each statement of that basis names the contract, or is about steps before one; none is with others."""
    statements = bases(case, CONTRACT)
    for fact in statements:
        args = {"name": fact.value.title or fact.id}
        if fact.value.contract_with == "other":
            yield Breach("unclear", f"{fact.path}/contract-with", (*fact.raw, "contract_with"), args, "other")
        elif fact.value.contract or case.is_a(fact.value.basis, BEFORE):
            yield Held(fact.path, case.told(fact.path))
        else:
            yield Breach("missing", f"{fact.path}/contract", fact.raw, args)
    if not statements:
        yield Exempt()


RULE = LawRule(
    id="GDPR214",
    slug="contract-basis-scope",
    judge=judge,
    grounds=(Ground("GDPR", "6(1)(b)"),),
    severity=Severity.INFO,
    unclear=Severity.INFO,
    variants=("other",),
)
