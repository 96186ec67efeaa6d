"""People learn how to get a copy of the safeguards.

Why:
    Where a transfer rests on safeguards of Art. 46 or 47, or on compelling interests, the policy must say how to
    obtain a copy or where it lies (GDPR Art. 13(1)(f)).

Bad::

    recipients:
      - {id: host, title: Aurora Hosting, kind: named, role: processor, country: US, purposes: [shop], text: "Aurora Hosting, which runs our shop"}
    transfers:
      - {id: host-us, title: Hosting abroad, country: US, recipients: [host], safeguards: ["eu-gdpr:A46-2-c"], text: "Aurora Hosting keeps the data in the United States; the standard contractual clauses of the Commission protect them"}
    sections:
      - {id: sharing, title: Who gets data, blocks: [{kind: list, id: who, of: recipients}, {kind: list, id: where, of: transfers}]}

Good::

    recipients:
      - {id: host, title: Aurora Hosting, kind: named, role: processor, country: US, purposes: [shop], text: "Aurora Hosting, which runs our shop"}
    transfers:
      - {id: host-us, title: Hosting abroad, country: US, recipients: [host], safeguards: ["eu-gdpr:A46-2-c"], copy_of: {on: request, channel: desk}, text: "Aurora Hosting keeps the data in the United States; the standard contractual clauses of the Commission protect them, and we send you a copy if you write to us"}
    sections:
      - {id: sharing, title: Who gets data, blocks: [{kind: list, id: who, of: recipients}, {kind: list, id: where, of: transfers}]}

Good (on a page)::

    recipients:
      - {id: host, title: Aurora Hosting, kind: named, role: processor, country: US, purposes: [shop], text: "Aurora Hosting, which runs our shop"}
    transfers:
      - {id: host-us, title: Hosting abroad, country: US, recipients: [host], safeguards: ["eu-gdpr:A46-2-b"], copy_of: {on: page, url: "https://aurora.example/bcr"}, text: "Aurora Hosting keeps the data in the United States under its binding corporate rules: {transfer:host-us/copy-of/url}"}
    sections:
      - {id: sharing, title: Who gets data, blocks: [{kind: list, id: who, of: recipients}, {kind: list, id: where, of: transfers}]}

Not applicable::

    transfers: {status: none, reason: we keep all data in Portugal}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Outcome
from hoshin.check.laws.tools import COMPELLING, derogation, safeguarded, transfers_abroad
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.keeping import Requests
from hoshin.schema.recipient import Transfer


def judge(case: Case) -> Iterator[Outcome]:
    """Each such transfer: a page or a channel, told by a text; of one that no text tells GDPR305 speaks."""
    found = [fact for fact in transfers_abroad(case) if _owed(case, fact.value)]
    for fact in found:
        if not case.told(fact.path):
            yield Exempt(fact.path)
        elif _obtainable(case, fact.value):
            yield from case.held(fact, "copy_of")
        else:
            yield Breach("missing", f"{fact.path}/copy-of", fact.raw, {"name": fact.value.title or fact.id})
    if not found:
        yield Exempt()


def _owed(case: Case, transfer: Transfer) -> bool:
    return safeguarded(case, transfer) or derogation(case, transfer, COMPELLING)


def _obtainable(case: Case, transfer: Transfer) -> bool:
    copy, requests = transfer.copy_of, case.the(Requests)
    if copy is None or copy.url or copy.channel:
        return copy is not None
    return copy.on == "request" and requests is not None and requests.value.channel is not None


RULE = LawRule(
    id="GDPR308",
    slug="safeguard-copy",
    judge=judge,
    grounds=(
        Ground("GDPR", "13(1)(f)"),
        Ground("GDPR", "14(1)(f)"),
    ),
    severity=Severity.ERROR,
)
