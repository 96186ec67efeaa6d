"""Measures of security control are told for each class of the guideline, or told to those who ask.

Why:
    The measures taken for security control must be knowable (APPI Art. 32(1)(iv), Cabinet Order Art. 10(i)), in the
    classes of the guideline: basic policy, rules, organisational, human, physical and technical measures, and the
    situation abroad where data are handled there. That one follows the guideline is no measure (PPC guideline
    3-8-1).

Bad::

    without: [security-measure/physical]

Bad (no more than a general assurance)::

    without: [security_measures]
    security_measures:
      - {id: general, title: 安全管理, kind: general, text: ガイドラインに沿って安全に管理しています。}

Good::

    security_measures:
      - {id: physical, title: 物理, kind: physical, text: 書類を施錠できる書庫に保管しています。}

Good (on request)::

    jurisdictions:
      - {id: appi, title: 個人情報保護法, law: "legal-jp:law-APPI", ground: establishment, accredited_organisation: {status: none, reason: 加入していません}, on_request: [security_measures]}
    without: [security-measure/physical]
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hoshin.check.laws.case import Case
from hoshin.check.laws.japan import or_on_request
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.purpose import SecurityMeasure

CLASSES: Final = ("basic_policy", "rules", "organisational", "human", "physical", "technical")


def judge(case: Case) -> Iterator[Outcome]:
    """A concrete measure in each class; a declared answer on request is accepted."""
    yield from or_on_request(case, "security_measures", _told(case))


def _told(case: Case) -> Iterator[Outcome]:
    measures = [fact for fact in case.facts(SecurityMeasure) if not fact.value.disclaimer and not fact.value.claim]
    kinds = {fact.value.kind for fact in measures}
    if lacking := tuple(kind for kind in CLASSES if kind not in kinds):
        yield Breach("missing", "security-measures", ("security_measures",), {"named": lacking})
    for fact in measures:
        if fact.value.kind in CLASSES:
            yield from case.held(fact)


RULE = LawRule(
    id="APPI401",
    slug="security-measures",
    judge=judge,
    grounds=(
        Ground("APPI", "32(1)(iv)"),
        Ground("APPI Order", "10(i)"),
        Ground("PPC guideline", "3-8-1", "guidance"),
    ),
    severity=Severity.ERROR,
)
