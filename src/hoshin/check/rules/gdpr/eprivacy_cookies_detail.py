"""For each cookie its purpose, its lifetime and the access of third parties are told.

Why:
    Consent to a cookie is informed only if people know how long it works and whether third parties can read it
    (CJEU C-673/17, Directive 2002/58/EC Art. 5(3)).

Bad::

    technologies:
      - {id: visits, title: Visits, kind: cookie, category: analytics, purposes: [answers], condition: {kind: opt_in, text: only if you agree}, text: a cookie that counts visits to our pages}
    sections:
      - {id: cookies, title: Cookies, blocks: [{kind: list, id: which, of: technologies}]}

Good::

    technologies:
      - {id: visits, title: Visits, kind: cookie, category: analytics, purposes: [answers], lifetime: P1M, third_party: false, condition: {kind: opt_in, text: only if you agree}, text: "a cookie that counts visits to our pages for a month; nobody else can read it; we set it only if you agree"}
    sections:
      - {id: cookies, title: Cookies, blocks: [{kind: list, id: which, of: technologies}]}

Not applicable::

    technologies: {status: none, reason: we set no cookies}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hoshin.check.laws.case import Case
from hoshin.check.laws.devices import on_device
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.data import Technology

STORED: Final = frozenset({"cookie", "local_storage"})
"""Technologies that stay on the device for a time."""


def judge(case: Case) -> Iterator[Outcome]:
    """Each technology on the device, with its details; whether there are any is asked by GDPR217."""
    found = [fact for fact in case.facts(Technology) if on_device(fact.value)]
    for fact in found:
        lacking = _lacking(fact.value)
        if lacking:
            yield Breach("missing", fact.path, fact.raw, {"keys": lacking, "name": fact.value.title or fact.id})
        else:
            yield from case.held(fact)
    if not found:
        yield Exempt()


def _lacking(value: Technology) -> tuple[str, ...]:
    keys = {
        "purposes": bool(value.purposes or value.recipient_use),
        "lifetime": value.lifetime is not None or value.kind not in STORED,
        "third_party": value.third_party is not None or value.provider is not None,
        "provider": value.provider is not None or not value.third_party,
    }
    return tuple(key for key, there in keys.items() if not there)


RULE = LawRule(
    id="GDPR218",
    slug="eprivacy-cookies-detail",
    judge=judge,
    grounds=(
        Ground("CJEU", "C-673/17", "guidance"),
        Ground("ePrivacy", "5(3)"),
    ),
    severity=Severity.WARNING,
    confirmed=False,
)
