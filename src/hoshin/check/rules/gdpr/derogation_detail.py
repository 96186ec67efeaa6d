"""A derogation says on which point of Art. 49(1) it rests; consent to a transfer comes with its risks.

Why:
    Derogations are narrow and differ: a contract, a claim, consent. Explicit consent counts only if the person knew
    the risks of a country without protection (GDPR Art. 49(1)(a)).

Bad::

    recipients:
      - {id: host, title: Aurora Hosting, kind: named, role: processor, country: US, purposes: [shop], text: "Aurora Hosting, which runs our shop"}
    transfers:
      - {id: host-us, title: Hosting abroad, country: US, recipients: [host], derogation: "dpv:DataTransferLegalBasis", text: "Aurora Hosting keeps the data in the United States, under an exception of the law"}
    sections:
      - {id: sharing, title: Who gets data, blocks: [{kind: list, id: who, of: recipients}, {kind: list, id: where, of: transfers}]}

Bad (consent without the risks)::

    recipients:
      - {id: host, title: Aurora Hosting, kind: named, role: processor, country: US, purposes: [shop], text: "Aurora Hosting, which runs our shop"}
    transfers:
      - {id: host-us, title: Hosting abroad, country: US, recipients: [host], derogation: "eu-gdpr:A49-1-a", text: "Aurora Hosting keeps the data in the United States if you explicitly agree"}
    sections:
      - {id: sharing, title: Who gets data, blocks: [{kind: list, id: who, of: recipients}, {kind: list, id: where, of: transfers}]}

Good::

    recipients:
      - {id: host, title: Aurora Hosting, kind: named, role: processor, country: US, purposes: [shop], text: "Aurora Hosting, which runs our shop"}
    transfers:
      - {id: host-us, title: Hosting abroad, country: US, recipients: [host], derogation: "eu-gdpr:A49-1-a", risks: authorities there can read the data without a court, text: "Aurora Hosting keeps the data in the United States if you explicitly agree; authorities there can read the data without a court"}
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
from hoshin.check.laws.tools import DEROGATIONS, EXPLICIT_CONSENT, derogation, transfers_abroad
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground


def judge(case: Case) -> Iterator[Outcome]:
    """The point of each derogation, and the risks where it is consent."""
    found = [fact for fact in transfers_abroad(case) if fact.value.derogation]
    for fact in found:
        args = {"name": fact.value.title or fact.id}
        if not derogation(case, fact.value, *DEROGATIONS):
            yield Breach("missing", f"{fact.path}/derogation", (*fact.raw, "derogation"), args)
        elif derogation(case, fact.value, EXPLICIT_CONSENT) and not fact.value.risks:
            yield Breach("missing", f"{fact.path}/risks", fact.raw, args, "risks")
        else:
            yield Held(fact.path, case.told(fact.path))
    if not found:
        yield Exempt()


RULE = LawRule(
    id="GDPR309",
    slug="derogation-detail",
    judge=judge,
    grounds=(Ground("GDPR", "49(1)"),),
    severity=Severity.ERROR,
    variants=("risks",),
    confirmed=False,
)
