"""The Information Commissioner is named.

Why:
    People in the United Kingdom complain to the Information Commission (until its start: the Information
    Commissioner).

Bad::

    rights:
      - {id: complaint, title: Complaint, right: "eu-gdpr:A77", authorities: [cnpd], text: "complain to a supervisory authority, such as {party:cnpd/name}"}
    parties:
      - {id: cnpd, title: CNPD, name: Comissão Nacional de Proteção de Dados, role: authority}
    without: [party/ico]

Good::

    rights:
      - {id: complaint, title: Complaint, right: "eu-gdpr:A77", authorities: [cnpd, ico], text: "complain to {party:cnpd/name} or {party:ico/name}"}

Not applicable (GDPR511 speaks)::

    without: [right/complaint]
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hoshin.check.laws.case import Case
from hoshin.check.laws.judging import rights_of
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Held, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.party import Party

NAMES: Final = ("Information Commission", "ICO")


def judge(case: Case) -> Iterator[Outcome]:
    """The right to complain names that authority."""
    rights = rights_of(case, "eu-gdpr:A77")
    if not rights:
        yield Exempt()
        return
    parties = {fact.id: fact.value for fact in case.facts(Party)}
    named = [
        fact
        for fact in rights
        if any(one in parties and any(name in parties[one].name for name in NAMES) for one in fact.value.authorities)
    ]
    if named:
        yield Held(named[0].path, case.told(named[0].path))
    else:
        yield Breach("missing", f"{rights[0].path}/authorities", rights[0].raw)


RULE = LawRule(
    id="UK104",
    slug="ico-contact",
    judge=judge,
    grounds=(
        Ground("UK GDPR", "77"),
        Ground("UK GDPR", "13(2)(d)"),
    ),
    severity=Severity.WARNING,
    confirmed=False,
)
