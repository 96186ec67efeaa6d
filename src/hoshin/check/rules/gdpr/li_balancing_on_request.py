"""People can learn how the interests were weighed.

Why:
    As good practice, WP260 (Annex) asks to offer information on the balancing test, so that people can question it.

Bad::

    legal_bases:
      - {id: interest, title: Our interest, basis: "eu-gdpr:A6-1-f", purposes: [answers], interests: [clear-answers], text: "for our legitimate interest, {interest:clear-answers}"}

Good::

    legal_bases:
      - {id: interest, title: Our interest, basis: "eu-gdpr:A6-1-f", purposes: [answers], interests: [clear-answers], balancing_test_available: true, text: "for our legitimate interest, {interest:clear-answers}"}

Good (in words)::

    legal_bases:
      - {id: interest, title: Our interest, basis: "eu-gdpr:A6-1-f", purposes: [answers], interests: [clear-answers], text: "for our legitimate interest, {interest:clear-answers}; ask us for our balancing test"}

Not applicable::

    without: [interests]
    legal_bases:
      - {id: interest, title: Contract with you, basis: "eu-gdpr:A6-1-b", purposes: [answers], contract: your request, text: to perform the contract with you about your request}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.bases import bases
from hoshin.check.laws.case import Case
from hoshin.check.laws.judging import LEGITIMATE_INTERESTS
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Held, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground


def judge(case: Case) -> Iterator[Outcome]:
    """Where a basis is legitimate interests: the offer at one of them, or in the words of the document."""
    statements = bases(case, LEGITIMATE_INTERESTS)
    offered = [fact for fact in statements if fact.value.balancing_test_available]
    said = [unit.id for unit in case.texts() if case.phrases("balancing-test").first(unit.text)]
    if not statements:
        yield Exempt()
    elif offered or said:
        fact = (offered or statements)[0]
        yield Held(fact.path, tuple(said) or case.told(fact.path))
    else:
        yield Breach("missing", f"{statements[0].path}/balancing-test-available", statements[0].raw)


RULE = LawRule(
    id="GDPR211",
    slug="li-balancing-on-request",
    judge=judge,
    grounds=(Ground("WP260", "Annex", "guidance"),),
    severity=Severity.INFO,
    confirmed=False,
)
