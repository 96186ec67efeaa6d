"""How consent is withdrawn is told, and it is as easy as giving it.

Why:
    Withdrawing must be as easy as giving consent (GDPR Art. 7(3)); a right without a way to use it is none.

Bad::

    legal_bases:
      - {id: interest, title: Consent, basis: "eu-gdpr:A6-1-a", purposes: [answers], text: with your consent}
    without: [interests]
    rights:
      - {id: consent-withdrawal, title: Withdrawal, right: "eu-gdpr:A7-3", limbs: [earlier_processing_unaffected], text: "withdraw your consent at any time, as easily as you gave it; earlier processing stays lawful"}

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
from hoshin.check.laws.outcome import Breach, Exempt, Held, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.data import Choice


def judge(case: Case) -> Iterator[Outcome]:
    """The right names a channel, or says that the same means serve; a choice that ends the use does as well."""
    rights = rights_of(case, "eu-gdpr:A7-3") if rests_on_consent(case) else ()
    if not rights:
        yield Exempt()
        return
    ways = [fact for fact in rights if fact.value.channel or "same_means" in fact.value.limbs]
    ends = [fact for fact in case.facts(Choice) if fact.value.kind == "opt_out"]
    if ways:
        yield Held(ways[0].path, case.told(ways[0].path))
    elif ends:
        yield Held(ends[0].path, case.told(ends[0].path))
    else:
        yield Breach("missing", f"{rights[0].path}/channel", rights[0].raw)


RULE = LawRule(
    id="GDPR508",
    slug="withdraw-how",
    judge=judge,
    grounds=(Ground("GDPR", "7(3)"),),
    severity=Severity.WARNING,
    confirmed=False,
)
