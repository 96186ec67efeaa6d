"""Each purpose has a legal basis, and it is told.

Why:
    Data may be used on a basis of Art. 6(1) only, and people must learn which one it is for each purpose (GDPR Art.
    13(1)(c), Art. 14(1)(c)): their rights depend on it.

Bad::

    without: [legal-basis/interest, interests]

Bad (none at all)::

    without: [legal_bases, interests]

Bad (nowhere printed)::

    sections:
      - id: use
        title: What we do
        blocks:
          - {kind: list, id: data, of: data}
          - {kind: list, id: items, of: data, within: account}
          - {kind: list, id: purposes, of: purposes}
          - {kind: list, id: bases, of: legal_bases, order: [interest]}

Good::

    legal_bases:
      - {id: contract, title: Contract, basis: "eu-gdpr:A6-1-b", purposes: [shop], contract: your order, text: "because it is necessary to perform the contract with you about your order"}

Not applicable (nothing is used)::

    without: [interests]
    legal_bases: {status: none, reason: nothing is used}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.purpose import LegalBasis, Purpose


def judge(case: Case) -> Iterator[Outcome]:
    """At least one basis in the matrix for each purpose, and a text for each basis that is used."""
    purposes = case.facts(Purpose)
    if purposes and not case.facts(LegalBasis):
        yield from _none(case)
        return
    used = {cell.legal_basis for cell in case.cells if cell.purpose}
    based = {cell.purpose for cell in case.cells if cell.legal_basis}
    for fact in purposes:
        if fact.id not in based:
            yield Breach("missing", fact.path, fact.raw, {"name": fact.value.title or fact.id})
    for basis in case.facts(LegalBasis):
        if basis.id in used:
            yield from case.held(basis)


def _none(case: Case) -> Iterator[Outcome]:
    said = case.answer("legal_bases")
    if said.state == "no":
        yield Exempt(said.path, said.reason)
    else:
        yield Breach("missing", said.path, said.raw, variant="none")


RULE = LawRule(
    id="GDPR204",
    slug="basis-per-purpose",
    judge=judge,
    grounds=(
        Ground("GDPR", "13(1)(c)"),
        Ground("GDPR", "14(1)(c)"),
        Ground("GDPR", "6(1)"),
    ),
    severity=Severity.ERROR,
    variants=("none",),
)
