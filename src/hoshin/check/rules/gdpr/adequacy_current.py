"""An adequacy decision that a transfer rests on is in force.

Why:
    Decisions lapse and are annulled, as Safe Harbour and Privacy Shield were (CJEU C-362/14, C-311/18); a policy
    that still relies on one is wrong (GDPR Art. 45). The list is that of the day on which the policy takes effect.

Bad::

    recipients:
      - {id: host, title: Aurora Hosting, kind: named, role: processor, country: TH, purposes: [shop], text: "Aurora Hosting, which runs our shop"}
    transfers:
      - {id: host-us, title: Hosting abroad, country: TH, recipients: [host], safeguards: ["eu-gdpr:A45-3"], text: "Aurora Hosting keeps the data in Thailand, for which there is an adequacy decision"}
    sections:
      - {id: sharing, title: Who gets data, blocks: [{kind: list, id: who, of: recipients}, {kind: list, id: where, of: transfers}]}

Bad (between two decisions)::

    dates:
      - {id: effective, title: In force from, value: "2021-01-01"}
    recipients:
      - {id: host, title: Aurora Hosting, kind: named, role: processor, country: US, purposes: [shop], text: "Aurora Hosting, which runs our shop"}
    transfers:
      - {id: host-us, title: Hosting abroad, country: US, recipients: [host], safeguards: ["eu-gdpr:A45-3"], text: "Aurora Hosting keeps the data in the United States, under the Privacy Shield"}
    sections:
      - {id: sharing, title: Who gets data, blocks: [{kind: list, id: who, of: recipients}, {kind: list, id: where, of: transfers}]}

Good::

    recipients:
      - {id: host, title: Aurora Hosting, kind: named, role: processor, country: US, purposes: [shop], text: "Aurora Hosting, which runs our shop"}
    transfers:
      - {id: host-us, title: Hosting abroad, country: US, recipients: [host], safeguards: ["eu-gdpr:A45-3"], sector: certified organisations, text: "Aurora Hosting keeps the data in the United States and is certified under the Data Privacy Framework, for which the Commission has adopted an adequacy decision"}
    sections:
      - {id: sharing, title: Who gets data, blocks: [{kind: list, id: who, of: recipients}, {kind: list, id: where, of: transfers}]}

Not applicable::

    recipients:
      - {id: host, title: Aurora Hosting, kind: named, role: processor, country: US, purposes: [shop], text: "Aurora Hosting, which runs our shop"}
    transfers:
      - {id: host-us, title: Hosting abroad, country: US, recipients: [host], safeguards: ["eu-gdpr:A46-2-c"], copy_of: {on: request, channel: desk}, text: "Aurora Hosting keeps the data in the United States; the standard contractual clauses of the Commission protect them, and we send you a copy if you write to us"}
    sections:
      - {id: sharing, title: Who gets data, blocks: [{kind: list, id: who, of: recipients}, {kind: list, id: where, of: transfers}]}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Held, Outcome
from hoshin.check.laws.tools import adequate_country, rests_on_adequacy, transfers_abroad
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.regions import lies_in


def judge(case: Case) -> Iterator[Outcome]:
    """Each transfer on such a decision, by its country."""
    found = [fact for fact in transfers_abroad(case) if rests_on_adequacy(case, fact.value)]
    adequate = case.lists.get("adequacy", ())
    for fact in found:
        country = adequate_country(fact.value)
        if not country:
            yield Exempt(fact.path)
        elif any(lies_in(country, one) for one in adequate):
            yield Held(fact.path, case.told(fact.path))
        else:
            yield Breach(
                "unclear", f"{fact.path}/safeguards", (*fact.raw, "safeguards"), {"name": fact.value.title or fact.id}
            )
    if not found:
        yield Exempt()


RULE = LawRule(
    id="GDPR311",
    slug="adequacy-current",
    judge=judge,
    grounds=(Ground("GDPR", "45"),),
    severity=Severity.WARNING,
)
