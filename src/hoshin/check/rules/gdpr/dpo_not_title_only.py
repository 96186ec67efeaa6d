"""The data protection officer is told where people read about their rights or whom to ask.

Why:
    People may turn to the officer about all issues of their data and rights (GDPR Art. 38(4)); a title in a list of
    organs does not tell them so.

Bad::

    officers:
      - {id: dpo, role: dpo, email: dpo@acme.example}
    sections:
      - id: officer
        title: Officer
        blocks:
          - {kind: paragraph, id: officer, units: [{id: contact, text: "Our data protection officer: {officer:dpo/email}."}]}

Good::

    officers:
      - {id: dpo, role: dpo, email: dpo@acme.example}
    sections:
      - id: officer
        title: Your rights and our data protection officer
        blocks:
          - kind: paragraph
            id: officer
            units:
              - {id: contact, text: "Write to {contact:desk/email}, or about all issues relating to your data and rights to our data protection officer: {officer:dpo/email}."}

Not applicable::

    officers:
      - {id: dpo, role: dpo, status: not_required, reason: we do not monitor people on a large scale}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Held, Outcome
from hoshin.check.laws.reach import officers, ways_to
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.policy.stated import printed_in
from hoshin.schema.keeping import Requests, Right
from hoshin.schema.party import Contact, Controller


def judge(case: Case) -> Iterator[Outcome]:
    """Some section tells both the officer and rights, requests or contacts; without a printed channel GDPR106 speaks."""
    found = officers(case, "dpo")
    told = {unit for fact in found for way in ways_to(case, fact) for unit in way.units}
    near = {unit for path in _paths(case) for unit in case.told(path)}
    if not told:
        yield Exempt()
    elif any(told & set(units) and near & set(units) for units in printed_in(case.subject.loaded).values()):
        yield Held(found[0].path, tuple(sorted(told)))
    else:
        yield Breach("missing", found[0].path, found[0].raw)


def _paths(case: Case) -> Iterator[str]:
    for model in (Controller, Contact, Right, Requests):
        yield from (fact.path for fact in case.facts(model))


RULE = LawRule(
    id="GDPR107",
    slug="dpo-not-title-only",
    judge=judge,
    grounds=(Ground("GDPR", "38(4)"),),
    severity=Severity.INFO,
)
