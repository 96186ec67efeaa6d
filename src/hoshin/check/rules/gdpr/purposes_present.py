"""The purposes of the processing are told.

Why:
    Why data are used is the first thing that people must learn (GDPR Art. 13(1)(c), Art. 14(1)(c)).

Bad (nowhere printed)::

    sections:
      - id: use
        title: What we do
        blocks:
          - {kind: list, id: data, of: data}
          - {kind: list, id: items, of: data, within: account}
          - {kind: list, id: purposes, of: purposes, order: [shop]}
          - {kind: list, id: bases, of: legal_bases}

Bad::

    without: [purposes, legal_bases, interests, retention/questions]
    retention:
      - {id: orders, title: Orders, of: [data/account, data/order-data], period: P1Y, starts_from: contract_end, text: "We keep data for {retention:orders} after the end of the contract."}

Good::

    purposes:
      - {id: answers, title: Answers, kind: support, subjects: [customers], text: to answer what you ask us, uses: [{data: account}]}

Not applicable::

    purposes: {status: not_required, reason: the notice of the group tells them}
    without: [legal_bases, interests, subjects, retention/questions]
    retention:
      - {id: orders, title: Orders, of: [data/account, data/order-data], period: P1Y, starts_from: contract_end, text: "We keep data for {retention:orders} after the end of the contract."}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.purpose import Purpose


def judge(case: Case) -> Iterator[Outcome]:
    """At least one purpose; each is told. A policy always has one, so a missing list is a gap, not a question."""
    said = case.answer("purposes")
    if said.state == "no":
        yield Exempt(said.path, said.reason)
    elif said.state != "given":
        yield Breach("missing", said.path, said.raw)
    else:
        for fact in case.facts(Purpose):
            yield from case.held(fact)


RULE = LawRule(
    id="GDPR201",
    slug="purposes-present",
    judge=judge,
    grounds=(
        Ground("GDPR", "13(1)(c)"),
        Ground("GDPR", "14(1)(c)"),
    ),
    severity=Severity.ERROR,
)
