"""It is told whose the legitimate interest is.

Why:
    The law asks for the interests “pursued by the controller or by a third party” (GDPR Art. 13(1)(d)): people must
    see for whom their data are used.

Bad::

    interests:
      - {id: clear-answers, title: clear answers to people who write to us}

Bad (a third party without a name)::

    interests:
      - {id: clear-answers, title: clear answers to people who write to us, holder: third_party}

Good::

    parties:
      - {id: minato, title: Minato, name: Minato Retail Lda., role: other}
    interests:
      - {id: clear-answers, title: "{party:minato/name}'s clear answers to people who write to us", holder: third_party, party: minato}
    legal_bases:
      - {id: interest, title: Our interest, basis: "eu-gdpr:A6-1-f", purposes: [answers], interests: [clear-answers], balancing_test_available: true, text: "for the legitimate interest of {party:minato/name}, {interest:clear-answers}"}

Not applicable::

    without: [interests]
    legal_bases:
      - {id: interest, title: Contract with you, basis: "eu-gdpr:A6-1-b", purposes: [answers], contract: your request, text: to perform the contract with you about your request}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.bases import interests_relied_on
from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Held, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground


def judge(case: Case) -> Iterator[Outcome]:
    """Each interest that a basis names has a holder, and a third party is a known one."""
    found = interests_relied_on(case)
    for fact in found:
        args = {"name": fact.value.title or fact.id}
        if fact.value.holder is None:
            yield Breach("missing", f"{fact.path}/holder", fact.raw, args)
        elif fact.value.holder == "third_party" and fact.value.party is None:
            yield Breach("missing", f"{fact.path}/party", (*fact.raw, "holder"), args, "party")
        else:
            yield Held(fact.path, case.told(fact.path))
    if not found:
        yield Exempt()


RULE = LawRule(
    id="GDPR210",
    slug="li-holder",
    judge=judge,
    grounds=(
        Ground("GDPR", "13(1)(d)"),
        Ground("GDPR", "14(2)(b)"),
    ),
    severity=Severity.INFO,
    variants=("party",),
)
