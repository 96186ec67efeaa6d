"""A legal obligation names the law that it comes from, and it is a law of the Union or of a Member State.

Why:
    Only Union or Member State law can oblige in the sense of Art. 6(1)(c) (GDPR Art. 6(3)); a foreign statute, a
    code of practice or a mere request cannot. People can check the duty only if the law is named.

Bad::

    without: [interests]
    legal_bases:
      - {id: interest, title: Duty to answer, basis: "eu-gdpr:A6-1-c", purposes: [answers], text: "because a law obliges us"}

Bad (a law of another country)::

    without: [interests]
    legal_bases:
      - {id: interest, title: Duty to answer, basis: "eu-gdpr:A6-1-c", purposes: [answers], law: Invented Act of Japan, law_of: [JP], text: "because the Invented Act of Japan obliges us"}

Bad (a request that obliges nobody)::

    without: [interests]
    legal_bases:
      - {id: interest, title: Duty to answer, basis: "eu-gdpr:A6-1-c", purposes: [answers], law: Art. 1 of the invented act, law_of: [PT], recipients: [police], text: "because Art. 1 of the invented act obliges us"}
      - {id: own, title: Contract, basis: "eu-gdpr:A6-1-b", purposes: [answers], contract: your request, text: to perform the contract with you about your request}
    recipients:
      - {id: police, title: Police, kind: named, role: authority, purposes: [answers], triggers: [law, request], text: the police}
    sections:
      - {id: sharing, title: Who gets data, blocks: [{kind: list, id: who, of: recipients}]}

Good::

    without: [interests]
    legal_bases:
      - {id: interest, title: Duty to answer, basis: "eu-gdpr:A6-1-c", purposes: [answers], law: Art. 1 of the invented act, law_of: [PT], text: "because Art. 1 of the invented act obliges us to answer"}

Not applicable::

    document: {title: Privacy Policy}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hoshin.check.laws.bases import bases
from hoshin.check.laws.case import Case
from hoshin.check.laws.judging import LEGAL_OBLIGATION
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Held, Outcome, Trigger
from hoshin.check.laws.territory import at_home
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.purpose import LegalBasis
from hoshin.schema.recipient import Recipient

SOFT: Final = frozenset({"request", "code_of_practice", "guideline"})
"""What triggers a disclosure and is no law."""


def judge(case: Case) -> Iterator[Outcome]:
    """Each statement of that basis: the law, whose law it is, and what triggers its recipients."""
    statements = bases(case, LEGAL_OBLIGATION)
    for fact in statements:
        faults = tuple(_faults(case, fact.value))
        for trigger, field, variant in faults:
            yield Breach(trigger, f"{fact.path}/{field}", fact.raw, {"name": fact.value.title or fact.id}, variant)
        if not faults:
            yield Held(fact.path, case.told(fact.path, "law"))
    if not statements:
        yield Exempt()


def _faults(case: Case, basis: LegalBasis) -> Iterator[tuple[Trigger, str, str]]:
    if basis.law is None:
        yield "missing", "law", ""
    elif basis.law_of and not any(at_home(case, region) for region in basis.law_of):
        yield "unclear", "law-of", "foreign"
    soft = (fact.id for fact in case.facts(Recipient) if SOFT & set(fact.value.triggers)) if basis.recipients else ()
    if any(basis.recipients == "any" or name in basis.recipients for name in soft):
        yield "unclear", "recipients", "soft"


RULE = LawRule(
    id="GDPR213",
    slug="legal-obligation-source",
    judge=judge,
    grounds=(
        Ground("GDPR", "6(1)(c)"),
        Ground("GDPR", "6(3)"),
    ),
    severity=Severity.WARNING,
    variants=("foreign", "soft"),
)
