"""Who consents for minors is told.

Why:
    Where a person cannot judge what consent means, as a rule up to an age of twelve to fifteen, the legal
    representative consents (PPC Q&A 1-62). The amending Act promulgated on 17 July 2026 will set the age at
    sixteen; it is not yet in force.

Bad::

    children: {min_age: 13}
    sections:
      - id: minors
        title: 未成年の方
        blocks:
          - {kind: paragraph, id: minor, units: [{id: young, text: "{children:min-age}歳に満たない方は登録できません。", states: [children]}]}

Good::

    children: {min_age: 13, consent_by: guardian, alone_from: 16}
    sections:
      - id: minors
        title: 未成年の方
        blocks:
          - {kind: paragraph, id: minor, units: [{id: young, text: "{children:min-age}歳に満たない方は登録できません。{children:alone-from}歳に満たない方の同意は、法定代理人からいただきます。", states: [children, children/consent-by, children/alone-from]}]}

Not applicable::

    children: {status: none, reason: 事業者のみを対象とします}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.party import Subject
from hoshin.schema.people import Children

GROWN: Final = 16


def judge(case: Case) -> Iterator[Outcome]:
    """Where young people may be among the readers: whose consent is needed, or from which age their own is enough."""
    children = case.the(Children)
    young = [fact for fact in case.facts(Subject) if any(case.is_a(one, "dpv:Child") for one in fact.value.dpv)]
    said = case.answer("children")
    if said.state == "no":
        yield Exempt(said.path, said.reason)
    elif children is not None and (children.value.consent_by or children.value.alone_from):
        yield from case.held(children, "consent_by" if children.value.consent_by else "alone_from")
    elif young or (children is not None and (children.value.min_age or 0) < GROWN):
        yield Breach("missing", "children/consent-by", children.raw if children else ("subjects",))
    else:
        yield Exempt()


RULE = LawRule(
    id="APPI804",
    slug="minors",
    judge=judge,
    grounds=(Ground("PPC Q&A", "1-62", "guidance"),),
    severity=Severity.INFO,
    confirmed=False,
)
