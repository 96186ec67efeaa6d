"""A legal basis is one of those that the law knows.

Why:
    Art. 6(1) GDPR lists six; nothing else makes processing lawful, however it is called. A law that builds on the
    GDPR may know more.

Bad::

    without: [interests]
    legal_bases:
      - {id: interest, title: Notice, basis: "dpv:Notice", purposes: [answers], text: because we have told you}

Good::

    legal_bases:
      - {id: contract, title: Before a contract, basis: "eu-gdpr:A6-1-b-enter-into-contract", purposes: [shop], text: "to take steps at your request before a contract"}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Held, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.purpose import LegalBasis

KNOWN: Final = tuple(f"eu-gdpr:A6-1-{point}" for point in "abcdef")


def judge(case: Case) -> Iterator[Outcome]:
    """Each basis is one of the six, or narrower, or one that the law adds."""
    wanted = (*KNOWN, *case.lists.get("legal-bases", ()))
    for fact in case.facts(LegalBasis):
        if case.is_a(fact.value.basis, *wanted):
            yield Held(fact.path, case.told(fact.path))
        else:
            yield Breach("missing", f"{fact.path}/basis", (*fact.raw, "basis"), {"name": fact.value.title or fact.id})


RULE = LawRule(
    id="GDPR206",
    slug="basis-closed-list",
    judge=judge,
    grounds=(Ground("GDPR", "6(1)"),),
    severity=Severity.ERROR,
)
