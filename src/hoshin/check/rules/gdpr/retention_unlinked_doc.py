"""A document that decides about storage can be found.

Why:
    A policy that points to another document for the periods, and not to where it is, tells nothing (GDPR Art.
    12(1)).

Bad::

    retention:
      - {id: questions, title: Questions, of: [purpose/answers], period: P6M, starts_from: last_contact, governed_by: rules, text: "We keep questions for {retention:questions} after the last contact, as {reference:rules} says."}
    references:
      - {id: rules, title: our records policy, role: internal_policy}

Good::

    retention:
      - {id: questions, title: Questions, of: [purpose/answers], period: P6M, starts_from: last_contact, governed_by: rules, text: "We keep questions for {retention:questions} after the last contact, as {reference:rules} says."}
    references:
      - {id: rules, title: our records policy, role: internal_policy, url: "https://acme.example/records"}

Not applicable::

    document: {title: Privacy Policy}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Held, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.data import Reference
from hoshin.schema.keeping import Retention


def judge(case: Case) -> Iterator[Outcome]:
    """Each document that governs a rule of storage has an address, or can be had on request."""
    documents = {fact.id: fact for fact in case.facts(Reference)}
    for fact in case.facts(Retention):
        document = documents.get(fact.value.governed_by or "")
        if document is None:
            yield Exempt()
        elif document.value.url or document.value.document or document.value.on_request:
            yield Held(document.path, case.told(document.path))
        else:
            yield Breach("missing", document.path, document.raw, {"name": document.value.title or document.id})


RULE = LawRule(
    id="GDPR407",
    slug="retention-unlinked-doc",
    judge=judge,
    grounds=(Ground("GDPR", "12(1)"),),
    severity=Severity.INFO,
)
