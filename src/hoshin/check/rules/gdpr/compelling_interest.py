"""A transfer on compelling legitimate interests names them and informs the person.

Why:
    The last resort of Art. 49(1), second subparagraph, is for single transfers; the controller must inform the
    authority, and the person of the transfer and of the interests.

Bad::

    recipients:
      - {id: host, title: Aurora Hosting, kind: named, role: processor, country: US, purposes: [shop], text: "Aurora Hosting, which runs our shop"}
    transfers:
      - {id: host-us, title: Hosting abroad, country: US, recipients: [host], derogation: "eu-gdpr:A49-2", copy_of: {on: request, channel: desk}, text: "Once, Aurora Hosting restored the data in the United States, for our compelling interest, {interest:clear-answers}; we told everybody concerned, and send you a copy of the safeguards if you write to us"}
    sections:
      - {id: sharing, title: Who gets data, blocks: [{kind: list, id: who, of: recipients}, {kind: list, id: where, of: transfers}]}

Good::

    recipients:
      - {id: host, title: Aurora Hosting, kind: named, role: processor, country: US, purposes: [shop], text: "Aurora Hosting, which runs our shop"}
    transfers:
      - {id: host-us, title: Hosting abroad, country: US, recipients: [host], derogation: "eu-gdpr:A49-2", copy_of: {on: request, channel: desk}, interests: [clear-answers], person_informed: true, text: "Once, Aurora Hosting restored the data in the United States, for our compelling interest, {interest:clear-answers}; we told everybody concerned, and send you a copy of the safeguards if you write to us"}
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
from hoshin.check.laws.tools import COMPELLING, derogation, transfers_abroad
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground


def judge(case: Case) -> Iterator[Outcome]:
    """Each such transfer: the interests, and that people are informed."""
    found = [fact for fact in transfers_abroad(case) if derogation(case, fact.value, COMPELLING)]
    for fact in found:
        told = {"interests": bool(fact.value.interests), "person_informed": bool(fact.value.person_informed)}
        lacking = tuple(key for key, there in told.items() if not there)
        if lacking:
            yield Breach("missing", fact.path, fact.raw, {"keys": lacking, "name": fact.value.title or fact.id})
        else:
            yield Held(fact.path, case.told(fact.path))
    if not found:
        yield Exempt()


RULE = LawRule(
    id="GDPR310",
    slug="compelling-interest",
    judge=judge,
    grounds=(Ground("GDPR", "49(1)"),),
    severity=Severity.ERROR,
    confirmed=False,
)
