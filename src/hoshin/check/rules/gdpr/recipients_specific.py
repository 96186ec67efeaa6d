"""A recipient is named, or described by what it does, in which sector and where.

Why:
    “Our partners” tells nothing. WP260 (Annex, on GDPR Art. 13(1)(e)) asks for names; who gives categories says why
    that is fair, and describes them as closely as possible. Authorities that a law lets ask cannot be named
    beforehand.

Bad::

    recipients:
      - {id: host, title: Aurora Hosting, kind: class, role: processor, purposes: [shop], text: "our partners"}
    sections:
      - {id: sharing, title: Who gets data, blocks: [{kind: list, id: who, of: recipients}]}

Good::

    recipients:
      - {id: host, title: Aurora Hosting, kind: class, role: processor, purposes: [shop], activity: hosting, sector: cloud computing, country: PT, text: "a hosting company of the cloud sector in Portugal, which runs our shop"}
    sections:
      - {id: sharing, title: Who gets data, blocks: [{kind: list, id: who, of: recipients}]}

Not applicable::

    recipients: {status: none, reason: we deliver by ourselves}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Held, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.recipient import Recipient

UNNAMED: Final = frozenset({"authority", "public"})


def judge(case: Case) -> Iterator[Outcome]:
    """Each class of recipients: members, a party or a list, else activity, sector and place."""
    classes = [fact for fact in case.facts(Recipient) if fact.value.kind == "class" and fact.value.role not in UNNAMED]
    for fact in classes:
        value = fact.value
        places = bool(value.country or value.places)
        described = {"activity": bool(value.activity), "sector": bool(value.sector), "country": places}
        lacking = tuple(key for key, there in described.items() if not there)
        if lacking and not (value.members or value.party or value.listed_at):
            yield Breach("missing", fact.path, fact.raw, {"keys": lacking, "name": value.title or fact.id})
        else:
            yield Held(fact.path, case.told(fact.path))
    if not classes:
        yield Exempt()


RULE = LawRule(
    id="GDPR302",
    slug="recipients-specific",
    judge=judge,
    grounds=(
        Ground("GDPR", "13(1)(e)"),
        Ground("WP260", "Annex", "guidance"),
    ),
    severity=Severity.WARNING,
    confirmed=False,
)
