"""Each purpose has what the record of processing needs.

Why:
    The record of Art. 30(1)(a) to (g) is made from the policy's facts; what a purpose lacks is missing in the
    record. Data, recipients, transfers and time limits have rules of their own. Never printed.

Bad::

    purposes:
      - {id: answers, title: Answers, kind: support, text: to answer your questions, uses: [{data: account}]}

Bad (without a security measure)::

    without: [security_measures]
    sections:
      - id: care
        title: Changes
        blocks:
          - kind: paragraph
            id: changes
            units:
              - id: told
                states: [amendments]
                text: "We tell you of changes by e-mail, {amendments:notice/period} before they take effect."

Good::

    purposes:
      - {id: answers, title: Answers, kind: support, subjects: [customers], text: to answer your questions, uses: [{data: account}]}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Held, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.purpose import Purpose, SecurityMeasure


def judge(case: Case) -> Iterator[Outcome]:
    """The groups of people of each purpose, and a security measure: each gap told once."""
    purposes = case.facts(Purpose)
    bare = tuple(fact.value.title or fact.id for fact in purposes if not fact.value.subjects)
    if bare:
        yield Breach("missing", "purposes", ("purposes",), {"names": bare})
    if not case.facts(SecurityMeasure) and case.answer("security_measures").state != "no":
        yield Breach("missing", "security_measures", ("security_measures",), variant="security")
    elif purposes and not bare:
        yield Held("purposes")


RULE = LawRule(
    id="GDPR801",
    slug="ropa-complete",
    judge=judge,
    grounds=(Ground("GDPR", "30(1)"),),
    severity=Severity.INFO,
    variants=("security",),
)
