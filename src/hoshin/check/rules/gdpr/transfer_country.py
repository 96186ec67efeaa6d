"""The country of each transfer is named.

Why:
    WP260 (Annex, on GDPR Art. 13(1)(f)) asks to name all third countries: what can happen to data depends on the
    law there.

Bad::

    recipients:
      - {id: host, title: Aurora Hosting, kind: named, role: processor, country: US, purposes: [shop], text: "Aurora Hosting, which runs our shop"}
    transfers:
      - {id: host-us, title: Hosting abroad, recipients: [host], safeguards: ["eu-gdpr:A46-2-c"], copy_of: {on: request, channel: desk}, text: "Aurora Hosting keeps the data abroad; the standard contractual clauses of the Commission protect them, and we send you a copy if you write to us"}
    sections:
      - {id: sharing, title: Who gets data, blocks: [{kind: list, id: who, of: recipients}, {kind: list, id: where, of: transfers}]}

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
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Held, Outcome
from hoshin.check.laws.tools import adequate_country, place_missing, transfers_abroad
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground


def judge(case: Case) -> Iterator[Outcome]:
    """A country or territory, or why none can be named."""
    transfers = transfers_abroad(case)
    for fact in transfers:
        value = fact.value
        if place_missing(case, value):
            yield Exempt(fact.path)
        elif adequate_country(value) or value.territory or value.unknown_because:
            yield Held(fact.path, case.told(fact.path))
        else:
            yield Breach("missing", f"{fact.path}/country", fact.raw, {"name": value.title or fact.id})
    if not transfers:
        yield Exempt()


RULE = LawRule(
    id="GDPR307",
    slug="transfer-country",
    judge=judge,
    grounds=(
        Ground("GDPR", "13(1)(f)"),
        Ground("WP260", "Annex", "guidance"),
    ),
    severity=Severity.WARNING,
    confirmed=False,
)
