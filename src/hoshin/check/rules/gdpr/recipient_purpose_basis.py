"""For each recipient it is told why it gets data, and on which basis where it is a controller itself.

Why:
    A disclosure is a use of data of its own: it has a purpose (GDPR Art. 13(1)(c) and (e)), and to another
    controller also a basis (Art. 6(1)).

Bad::

    recipients:
      - {id: host, title: Aurora Hosting, kind: named, role: processor, country: PT, text: "Aurora Hosting, which runs our shop"}
    sections:
      - {id: sharing, title: Who gets data, blocks: [{kind: list, id: who, of: recipients}]}

Bad (a controller without a basis)::

    data:
      - {id: guesses, title: Guesses, source: {kind: inferred}, text: what you may like}
    purposes:
      - {id: answers, title: Answers, kind: support, subjects: [customers], text: to answer your questions, uses: [{data: account}, {data: guesses}]}
    legal_bases:
      - {id: interest, title: Our interest, basis: "eu-gdpr:A6-1-f", purposes: [answers], data: [account], interests: [clear-answers], balancing_test_available: true, text: "for our legitimate interest, {interest:clear-answers}"}
    recipients:
      - {id: host, title: Aurora Hosting, kind: named, role: controller, country: PT, purposes: [answers], data: [guesses], text: "Aurora Hosting, which uses guesses to answer you"}
    sections:
      - {id: sharing, title: Who gets data, blocks: [{kind: list, id: who, of: recipients}]}

Good::

    recipients:
      - {id: host, title: Aurora Hosting, kind: named, role: processor, country: PT, purposes: [shop], text: "Aurora Hosting, which runs our shop"}
    sections:
      - {id: sharing, title: Who gets data, blocks: [{kind: list, id: who, of: recipients}]}

Good::

    recipients:
      - {id: host, title: Aurora Hosting, kind: named, role: controller, country: PT, purposes: [shop], text: "Aurora Hosting, which runs our shop"}
    sections:
      - {id: sharing, title: Who gets data, blocks: [{kind: list, id: who, of: recipients}]}

Not applicable (an authority that a law lets ask)::

    recipients:
      - {id: host, title: Aurora Hosting, kind: class, role: authority, triggers: [law], text: "courts and the police, where a law obliges us"}
    sections:
      - {id: sharing, title: Who gets data, blocks: [{kind: list, id: who, of: recipients}]}

Not applicable::

    recipients: {status: none, reason: we deliver by ourselves}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case, Fact
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Held, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.data import DerivedData
from hoshin.schema.recipient import Recipient


def judge(case: Case) -> Iterator[Outcome]:
    """The rows of the matrix of each recipient: a purpose, and for a controller a basis."""
    found = case.facts(Recipient)
    derived = frozenset(recipient for one in case.facts(DerivedData) for recipient in one.value.recipients)
    for fact in found:
        rows = case.cells_of("recipient", fact.id)
        args = {"name": fact.value.title or fact.id}
        if _told_by_another(fact, derived):
            yield Exempt(fact.path)
        elif not any(cell.purpose for cell in rows):
            yield Breach("missing", f"{fact.path}/purposes", fact.raw, args)
        elif fact.value.role == "controller" and not any(cell.basis for cell in rows):
            yield Breach("missing", fact.path, fact.raw, args, "basis")
        else:
            yield Held(fact.path, case.told(fact.path))
    if not found:
        yield Exempt()


def _told_by_another(fact: Fact[Recipient], derived: frozenset[str]) -> bool:
    """An authority that a law lets ask, who works for another recipient, and who gets no personal data."""
    value = fact.value
    asked = value.role == "authority" and bool(value.triggers)
    return asked or value.engaged_by is not None or (not value.data and fact.id in derived)


RULE = LawRule(
    id="GDPR304",
    slug="recipient-purpose-basis",
    judge=judge,
    grounds=(
        Ground("GDPR", "13(1)(c)"),
        Ground("GDPR", "13(1)(e)"),
    ),
    severity=Severity.WARNING,
    variants=("basis",),
)
