"""Transfers to third countries are told, or that there are none.

Why:
    Outside the EEA data lose the protection of the law unless something takes its place; people must learn of it
    (GDPR Art. 13(1)(f), Art. 14(1)(f)).

Bad (not stated)::

    without: [transfers]

Bad (a recipient abroad)::

    without: [transfers]
    recipients:
      - {id: host, title: Aurora Hosting, kind: named, role: processor, country: US, purposes: [shop], text: "Aurora Hosting, which runs our shop"}
    sections:
      - {id: sharing, title: Who gets data, blocks: [{kind: list, id: who, of: recipients}]}

Bad (a recipient abroad, and no transfer)::

    recipients:
      - {id: host, title: Aurora Hosting, kind: named, role: processor, country: US, purposes: [shop], text: "Aurora Hosting, which runs our shop"}
    sections:
      - {id: sharing, title: Who gets data, blocks: [{kind: list, id: who, of: recipients}]}

Bad (nowhere printed)::

    recipients:
      - {id: host, title: Aurora Hosting, kind: named, role: processor, country: US, purposes: [shop], text: "Aurora Hosting, which runs our shop"}
    transfers:
      - {id: host-us, title: Hosting abroad, country: US, recipients: [host], safeguards: ["eu-gdpr:A46-2-c"], copy_of: {on: request, channel: desk}, text: "Aurora Hosting keeps the data in the United States; the standard contractual clauses of the Commission protect them, and we send you a copy if you write to us"}
    sections:
      - {id: sharing, title: Who gets data, blocks: [{kind: list, id: who, of: recipients}]}

Good::

    recipients:
      - {id: host, title: Aurora Hosting, kind: named, role: processor, country: US, purposes: [shop], text: "Aurora Hosting, which runs our shop"}
    transfers:
      - {id: host-us, title: Hosting abroad, country: US, recipients: [host], safeguards: ["eu-gdpr:A46-2-c"], copy_of: {on: request, channel: desk}, text: "Aurora Hosting keeps the data in the United States; the standard contractual clauses of the Commission protect them, and we send you a copy if you write to us"}
    sections:
      - {id: sharing, title: Who gets data, blocks: [{kind: list, id: who, of: recipients}, {kind: list, id: where, of: transfers}]}

Not applicable::

    transfers: {status: none, reason: we keep all data in Portugal}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.elsewhere import told_elsewhere
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Outcome
from hoshin.check.laws.territory import at_home
from hoshin.check.laws.tools import transfers_abroad
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.recipient import Recipient, Transfer


def judge(case: Case) -> Iterator[Outcome]:
    """Each transfer is told, and each recipient in a third country has one."""
    said = case.answer("transfers")
    transfers = transfers_abroad(case)
    abroad = [fact for fact in case.facts(Recipient) if _abroad(case, fact.value)]
    open_ones = [fact for fact in abroad if not any(_covers(one.value, fact.value) for one in transfers)]
    for fact in open_ones:
        variant = "denied" if said.state == "no" else ""
        yield Breach("missing", fact.path, fact.raw, {"name": fact.value.title or fact.id}, variant)
    if told_elsewhere(case, "transfers"):
        yield Exempt()
    elif said.state == "given" or not open_ones:
        yield from said.outcomes(outcome for fact in transfers for outcome in case.held(fact))


def _abroad(case: Case, recipient: Recipient) -> bool:
    places = (*((recipient.country,) if recipient.country else ()), *recipient.places)
    return any(not at_home(case, place) for place in places)


def _covers(transfer: Transfer, recipient: Recipient) -> bool:
    """Whether a transfer is about the recipient: it names it, or names nobody and no other country."""
    if transfer.recipients:
        return recipient.id in transfer.recipients
    return transfer.country in {None, recipient.country, *recipient.places}


RULE = LawRule(
    id="GDPR305",
    slug="transfer-statement",
    judge=judge,
    grounds=(
        Ground("GDPR", "13(1)(f)"),
        Ground("GDPR", "14(1)(f)"),
    ),
    severity=Severity.ERROR,
    variants=("denied",),
)
