"""Marketing by electronic message rests on consent, or on a customer relation with a way out in each message.

Why:
    E-mail, text messages and automated calls for marketing need consent; only to own customers, for own similar
    goods, an opt-out in each message is enough (Directive 2002/58/EC Art. 13(1) and (2)).

Bad::

    purposes:
      - {id: letters, title: Letters, kind: direct_marketing, subjects: [customers], channels: [email], text: to send you offers, uses: [{data: account}]}
    legal_bases:
      - {id: interest, title: Our interest, basis: "eu-gdpr:A6-1-f", purposes: [answers, letters], interests: [clear-answers], balancing_test_available: true, text: "for our legitimate interest, {interest:clear-answers}"}
    retention:
      - {id: questions, title: Questions, of: [purpose/answers, purpose/letters], period: P6M, starts_from: last_contact, text: "We keep these data for {retention:questions} after the last contact."}
    rights:
      - {id: objection, title: Objection, right: "eu-gdpr:A21", prominent: true, limbs: [direct_marketing_objection], text: "You can object, on grounds relating to your situation, and to direct marketing at any time."}

Bad (no way out in each message)::

    purposes:
      - {id: letters, title: Letters, kind: direct_marketing, subjects: [customers], channels: [email], text: to send you offers, uses: [{data: account}]}
    legal_bases:
      - {id: interest, title: Our interest, basis: "eu-gdpr:A6-1-f", purposes: [answers, letters], interests: [clear-answers], balancing_test_available: true, soft_opt_in: true, text: "for our legitimate interest, {interest:clear-answers}"}
    retention:
      - {id: questions, title: Questions, of: [purpose/answers, purpose/letters], period: P6M, starts_from: last_contact, text: "We keep these data for {retention:questions} after the last contact."}
    rights:
      - {id: objection, title: Objection, right: "eu-gdpr:A21", prominent: true, limbs: [direct_marketing_objection], text: "You can object, on grounds relating to your situation, and to direct marketing at any time."}

Bad (channels not stated)::

    purposes:
      - {id: letters, title: Letters, kind: direct_marketing, subjects: [customers], text: to send you offers, uses: [{data: account}]}
    legal_bases:
      - {id: interest, title: Our interest, basis: "eu-gdpr:A6-1-f", purposes: [answers, letters], interests: [clear-answers], balancing_test_available: true, text: "for our legitimate interest, {interest:clear-answers}"}
    retention:
      - {id: questions, title: Questions, of: [purpose/answers, purpose/letters], period: P6M, starts_from: last_contact, text: "We keep these data for {retention:questions} after the last contact."}
    rights:
      - {id: objection, title: Objection, right: "eu-gdpr:A21", prominent: true, limbs: [direct_marketing_objection], text: "You can object, on grounds relating to your situation, and to direct marketing at any time."}

Good (consent)::

    purposes:
      - {id: letters, title: Letters, kind: direct_marketing, subjects: [customers], channels: [email], text: to send you offers, uses: [{data: account}]}
    legal_bases:
      - {id: letters, title: Consent, basis: "eu-gdpr:A6-1-a", purposes: [letters], text: with your consent}
    retention:
      - {id: questions, title: Questions, of: [purpose/answers, purpose/letters], period: P6M, starts_from: last_contact, text: "We keep these data for {retention:questions} after the last contact."}
    rights:
      - {id: objection, title: Objection, right: "eu-gdpr:A21", prominent: true, limbs: [direct_marketing_objection], text: "You can object, on grounds relating to your situation, and to direct marketing at any time."}
      - {id: consent-withdrawal, title: Withdrawal, right: "eu-gdpr:A7-3", limbs: [earlier_processing_unaffected, same_means], channel: desk, text: "withdraw your consent at any time, as easily as you gave it; earlier processing stays lawful"}

Good (own customers)::

    purposes:
      - {id: letters, title: Letters, kind: direct_marketing, subjects: [customers], channels: [email], text: to send you offers, uses: [{data: account}]}
    legal_bases:
      - {id: interest, title: Our interest, basis: "eu-gdpr:A6-1-f", purposes: [answers, letters], interests: [clear-answers], balancing_test_available: true, soft_opt_in: true, text: "for our legitimate interest, {interest:clear-answers}"}
    retention:
      - {id: questions, title: Questions, of: [purpose/answers, purpose/letters], period: P6M, starts_from: last_contact, text: "We keep these data for {retention:questions} after the last contact."}
    rights:
      - {id: objection, title: Objection, right: "eu-gdpr:A21", prominent: true, limbs: [direct_marketing_objection], text: "You can object, on grounds relating to your situation, and to direct marketing at any time."}
    choices:
      - {id: stop, title: Unsubscribe, kind: opt_out, of: purpose/letters, in_each_message: true, text: Every message has a link by which you unsubscribe.}
    sections:
      - {id: choices, title: Your choices, blocks: [{kind: list, id: which, of: choices}]}

Not applicable::

    purposes:
      - {id: letters, title: Letters, kind: direct_marketing, subjects: [customers], channels: [post], text: to send you offers, uses: [{data: account}]}
    legal_bases:
      - {id: interest, title: Our interest, basis: "eu-gdpr:A6-1-f", purposes: [answers, letters], interests: [clear-answers], balancing_test_available: true, text: "for our legitimate interest, {interest:clear-answers}"}
    retention:
      - {id: questions, title: Questions, of: [purpose/answers, purpose/letters], period: P6M, starts_from: last_contact, text: "We keep these data for {retention:questions} after the last contact."}
    rights:
      - {id: objection, title: Objection, right: "eu-gdpr:A21", prominent: true, limbs: [direct_marketing_objection], text: "You can object, on grounds relating to your situation, and to direct marketing at any time."}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hoshin.check.laws.case import Case, Fact
from hoshin.check.laws.judging import CONSENT
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Held, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.data import Choice
from hoshin.schema.purpose import LegalBasis, Purpose

ELECTRONIC: Final = frozenset({"email", "sms", "push", "in_app", "automated_call", "fax"})


def judge(case: Case) -> Iterator[Outcome]:
    """Each purpose of direct marketing by electronic channels, by its bases and choices."""
    purposes = [fact for fact in case.facts(Purpose) if fact.value.kind == "direct_marketing"]
    for fact in purposes:
        if not fact.value.channels:
            yield Breach("unknown", f"{fact.path}/channels", fact.raw, {"name": fact.value.title or fact.id})
        elif not ELECTRONIC & set(fact.value.channels):
            yield Exempt()
        elif _allowed(case, fact):
            yield Held(fact.path, case.told(fact.path))
        else:
            yield Breach("missing", fact.path, fact.raw, {"name": fact.value.title or fact.id})
    if not purposes:
        yield Exempt()


def _allowed(case: Case, purpose: Fact[Purpose]) -> bool:
    rows = [cell for cell in case.cells_of("purpose", purpose.id) if cell.basis]
    if any(case.is_a(cell.basis, CONSENT) for cell in rows):
        return True
    soft = {fact.id for fact in case.facts(LegalBasis) if fact.value.soft_opt_in}
    return any(cell.legal_basis in soft for cell in rows) and any(
        choice.value.of == purpose.path and choice.value.kind == "opt_out" and choice.value.in_each_message
        for choice in case.facts(Choice)
    )


RULE = LawRule(
    id="GDPR216",
    slug="eprivacy-marketing",
    judge=judge,
    grounds=(Ground("ePrivacy", "13"),),
    severity=Severity.WARNING,
    variants=("unknown",),
    confirmed=False,
)
