"""Supervision of employees is among the measures, also where the others are told on request.

Why:
    Employees who handle data must be supervised (APPI Art. 24). Where the measures are published, it belongs to the
    human ones, for which APPI401 asks; where they are answered on request, a sentence helps.

Bad::

    jurisdictions:
      - {id: appi, title: 個人情報保護法, law: "legal-jp:law-APPI", ground: establishment, accredited_organisation: {status: none, reason: 加入していません}, on_request: [security_measures]}
    without: [security-measure/human]

Good::

    security_measures:
      - {id: human, title: 人, kind: human, text: 従業者を監督し、定期的に研修を行っています。}

Not applicable (APPI401 speaks)::

    without: [security_measures]
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.japan import declaration, promised
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.purpose import SecurityMeasure


def judge(case: Case) -> Iterator[Outcome]:
    """A promise to supervise, or human measures, where measures are told on request only."""
    told = [fact for fact in case.facts(SecurityMeasure) if fact.value.kind == "human"]
    promises = promised(case, "supervise_employees")
    if told:
        yield from case.held(told[0])
    elif promises:
        yield from case.held(promises[0])
    elif "security_measures" in declaration(case).value.on_request:
        yield Breach("missing", "security-measures", ("security_measures",))
    else:
        yield Exempt()


RULE = LawRule(
    id="APPI402",
    slug="employee-supervision",
    judge=judge,
    grounds=(Ground("APPI", "24"),),
    severity=Severity.INFO,
    confirmed=False,
)
