"""The unconditional right to object to direct marketing is told.

Why:
    Against direct marketing, and profiling for it, people can object at any time and without a reason (GDPR Art.
    21(2) and (3)); the right of Art. 21(1) with its grounds does not say so.

Bad::

    purposes:
      - {id: letters, title: Letters, kind: direct_marketing, subjects: [customers], channels: [post], text: to send you offers by post, uses: [{data: account}]}
    legal_bases:
      - {id: interest, title: Our interest, basis: "eu-gdpr:A6-1-f", purposes: [answers, letters], interests: [clear-answers], balancing_test_available: true, text: "for our legitimate interest, {interest:clear-answers}"}
    retention:
      - {id: questions, title: Questions, of: [purpose/answers, purpose/letters], period: P6M, starts_from: last_contact, text: "We keep these data for {retention:questions} after the last contact."}

Good::

    purposes:
      - {id: letters, title: Letters, kind: direct_marketing, subjects: [customers], channels: [post], text: to send you offers by post, uses: [{data: account}]}
    legal_bases:
      - {id: interest, title: Our interest, basis: "eu-gdpr:A6-1-f", purposes: [answers, letters], interests: [clear-answers], balancing_test_available: true, text: "for our legitimate interest, {interest:clear-answers}"}
    retention:
      - {id: questions, title: Questions, of: [purpose/answers, purpose/letters], period: P6M, starts_from: last_contact, text: "We keep these data for {retention:questions} after the last contact."}
    rights:
      - {id: objection, title: Objection, right: "eu-gdpr:A21", prominent: true, limbs: [direct_marketing_objection], text: "You can object, on grounds relating to your situation, and to direct marketing at any time."}

Not applicable::

    document: {title: Privacy Policy}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.judging import LEGITIMATE_INTERESTS, PUBLIC_TASK, markets_directly, on_basis, rights_of
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground

_told_as_missing = on_basis(LEGITIMATE_INTERESTS, PUBLIC_TASK)
LIMB = "direct_marketing_objection"


def judge(case: Case) -> Iterator[Outcome]:
    """Where a purpose is direct marketing: the right to object has that limb."""
    rights = rights_of(case, "eu-gdpr:A21")
    if not markets_directly(case) or (not rights and _told_as_missing(case)):
        yield Exempt()
        return
    told = [fact for fact in rights if LIMB in fact.value.limbs]
    if told:
        yield from case.held(told[0])
    elif rights:
        yield Breach("missing", f"{rights[0].path}/limbs", rights[0].raw)
    else:
        yield Breach("missing", "rights", ("rights",))


RULE = LawRule(
    id="GDPR510",
    slug="object-direct-marketing",
    judge=judge,
    grounds=(
        Ground("GDPR", "21(2)"),
        Ground("GDPR", "21(3)"),
    ),
    severity=Severity.ERROR,
    confirmed=False,
)
