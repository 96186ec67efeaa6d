"""The right to withdraw consent is told, and that earlier processing stays lawful.

Why:
    Consent is free only if it can be taken back; people must be told so, and that what was done before stays lawful
    (GDPR Art. 13(2)(c), Art. 7(3)).

Bad::

    legal_bases:
      - {id: interest, title: Consent, basis: "eu-gdpr:A6-1-a", purposes: [answers], text: with your consent}
    without: [interests]

Bad (without the sentence on earlier processing)::

    legal_bases:
      - {id: interest, title: Consent, basis: "eu-gdpr:A6-1-a", purposes: [answers], text: with your consent}
    without: [interests]
    rights:
      - {id: consent-withdrawal, title: Withdrawal, right: "eu-gdpr:A7-3", limbs: [same_means], channel: desk, text: "withdraw your consent at any time, as easily as you gave it; earlier processing stays lawful"}

Good::

    legal_bases:
      - {id: interest, title: Consent, basis: "eu-gdpr:A6-1-a", purposes: [answers], text: with your consent}
    without: [interests]
    rights:
      - {id: consent-withdrawal, title: Withdrawal, right: "eu-gdpr:A7-3", limbs: [earlier_processing_unaffected, same_means], channel: desk, text: "withdraw your consent at any time, as easily as you gave it; earlier processing stays lawful"}

Not applicable::

    document: {title: Privacy Policy}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.judging import rests_on_consent, rights_of
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground

LIMB = "earlier_processing_unaffected"


def judge(case: Case) -> Iterator[Outcome]:
    """Where anything rests on consent: the right, with the sentence on earlier processing."""
    if not rests_on_consent(case):
        yield Exempt()
        return
    rights = rights_of(case, "eu-gdpr:A7-3")
    if not rights:
        yield Breach("missing", "rights", ("rights",))
    elif not any(LIMB in fact.value.limbs for fact in rights):
        yield Breach("missing", f"{rights[0].path}/limbs", rights[0].raw, variant="earlier")
    else:
        yield from case.held(rights[0])


RULE = LawRule(
    id="GDPR507",
    slug="right-withdraw-consent",
    judge=judge,
    grounds=(
        Ground("GDPR", "13(2)(c)"),
        Ground("GDPR", "14(2)(d)"),
        Ground("GDPR", "7(3)"),
    ),
    severity=Severity.ERROR,
    variants=("earlier",),
    confirmed=False,
)
