"""For each transfer it is told on what it rests.

Why:
    A transfer is lawful only on an adequacy decision, appropriate safeguards, or a derogation (GDPR Arts 45, 46,
    47, 49), and people must learn which (Art. 13(1)(f)). A decision is about a country, a territory or a sector,
    which is named.

Bad::

    recipients:
      - {id: host, title: Aurora Hosting, kind: named, role: processor, country: US, purposes: [shop], text: "Aurora Hosting, which runs our shop"}
    transfers:
      - {id: host-us, title: Hosting abroad, country: US, recipients: [host], text: "Aurora Hosting keeps the data in the United States"}
    sections:
      - {id: sharing, title: Who gets data, blocks: [{kind: list, id: who, of: recipients}, {kind: list, id: where, of: transfers}]}

Bad (an adequacy decision for an unnamed country)::

    recipients:
      - {id: host, title: Aurora Hosting, kind: named, role: processor, country: US, purposes: [shop], text: "Aurora Hosting, which runs our shop"}
    transfers:
      - {id: host-us, title: Hosting abroad, recipients: [host], safeguards: ["eu-gdpr:A45-3"], text: "Aurora Hosting keeps the data abroad; the Commission has adopted an adequacy decision"}
    sections:
      - {id: sharing, title: Who gets data, blocks: [{kind: list, id: who, of: recipients}, {kind: list, id: where, of: transfers}]}

Good (binding corporate rules)::

    recipients:
      - {id: host, title: Aurora Hosting, kind: named, role: processor, country: US, purposes: [shop], text: "Aurora Hosting, which runs our shop"}
    transfers:
      - {id: host-us, title: Hosting abroad, country: US, recipients: [host], safeguards: ["eu-gdpr:A46-2-b"], copy_of: {on: request, channel: desk}, text: "Aurora Hosting keeps the data in the United States under its binding corporate rules, which we send you if you write to us"}
    sections:
      - {id: sharing, title: Who gets data, blocks: [{kind: list, id: who, of: recipients}, {kind: list, id: where, of: transfers}]}

Good (an adequacy decision)::

    recipients:
      - {id: host, title: Aurora Hosting, kind: named, role: processor, country: JP, purposes: [shop], text: "Aurora Hosting, which runs our shop"}
    transfers:
      - {id: host-us, title: Hosting abroad, country: JP, recipients: [host], safeguards: ["legal-eu:Adequacy-EU-JP"], text: "Aurora Hosting keeps the data in Japan, for which the Commission has adopted an adequacy decision"}
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
from hoshin.check.laws.tools import place_missing, rests_on_adequacy, safeguarded, transfers_abroad
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground


def judge(case: Case) -> Iterator[Outcome]:
    """The safeguards or the derogation of each transfer; that it is printed is asked by GDPR305."""
    transfers = transfers_abroad(case)
    for fact in transfers:
        value = fact.value
        args = {"name": value.title or fact.id}
        if place_missing(case, value):
            yield Breach("missing", f"{fact.path}/country", fact.raw, args, "place")
        elif rests_on_adequacy(case, value) or safeguarded(case, value) or value.derogation:
            yield Held(fact.path, case.told(fact.path))
        else:
            yield Breach("missing", f"{fact.path}/safeguards", fact.raw, args)
    if not transfers:
        yield Exempt()


RULE = LawRule(
    id="GDPR306",
    slug="transfer-mechanism",
    judge=judge,
    grounds=(
        Ground("GDPR", "13(1)(f)"),
        Ground("GDPR", "14(1)(f)"),
        Ground("GDPR", "45"),
        Ground("GDPR", "46"),
        Ground("GDPR", "47"),
        Ground("GDPR", "49"),
    ),
    severity=Severity.ERROR,
    variants=("place",),
    confirmed=False,
)
