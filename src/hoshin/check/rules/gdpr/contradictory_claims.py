"""No promise is contradicted by the kind of a purpose.

Why:
    “We do not advertise with your data” and a purpose that is advertising cannot both be true (GDPR Art. 5(1)(a)).
    Promises that name the same data or recipients as a fact are compared by DOC109; this rule compares what a
    purpose is.

Bad::

    commitments:
      - {id: no-ads, title: No advertising, polarity: never, acts: [advertise], text: We do not advertise with your data.}
    purposes:
      - {id: answers, title: Offers, kind: advertising, subjects: [customers], text: to show you offers, uses: [{data: account}]}
    sections:
      - id: promises
        title: Promises
        blocks:
          - {kind: list, id: promises, of: commitments}

Good::

    commitments:
      - {id: no-ads, title: No advertising, polarity: never, acts: [advertise], text: We do not advertise with your data.}
    sections:
      - id: promises
        title: Promises
        blocks:
          - {kind: list, id: promises, of: commitments}

Not applicable (the promise is about other data)::

    commitments:
      - {id: no-ads, title: No advertising, polarity: never, acts: [advertise], data: [account], text: We do not advertise with the data of your account.}
    purposes:
      - {id: answers, title: Offers, kind: advertising, subjects: [customers], text: to show you offers, uses: [{data: account}]}
    sections:
      - id: promises
        title: Promises
        blocks:
          - {kind: list, id: promises, of: commitments}
"""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Held, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.purpose import Commitment, Purpose

KINDS: Final = MappingProxyType(
    {
        "advertise": frozenset({"advertising"}),
        "target": frozenset({"advertising", "profiling"}),
        "market": frozenset({"direct_marketing"}),
        "profile": frozenset({"profiling"}),
        "train_ai": frozenset({"ai_training"}),
    }
)


def judge(case: Case) -> Iterator[Outcome]:
    """Unconditional promises never to do what the kind of some purpose is."""
    for fact in case.facts(Commitment):
        promise = fact.value
        kinds = {kind for act in promise.acts for kind in KINDS.get(act, ())}
        if promise.polarity != "never" or promise.qualifier or promise.condition or promise.data or promise.recipients:
            yield Exempt()
            continue
        broken = next((one for one in case.facts(Purpose) if one.value.kind in kinds), None)
        if broken is None:
            yield Held(fact.path, case.told(fact.path))
        else:
            name = broken.value.title or broken.id
            yield Breach("unclear", fact.path, fact.raw, {"name": fact.value.title or fact.id, "purpose": name})


RULE = LawRule(
    id="GDPR804",
    slug="contradictory-claims",
    judge=judge,
    grounds=(Ground("GDPR", "5(1)(a)"),),
    severity=Severity.WARNING,
)
