"""How requests are made is told: where, in which form, and how people are verified.

Why:
    The procedures for requests must be knowable (APPI Art. 32(1)(iii), Art. 37, Cabinet Order Art. 12): where to
    send them, the form, how people and their agents are verified, how a fee is paid. An answer to those who ask is
    enough (PPC Q&A 9-1).

Bad::

    without: [requests/channel]
    sections:
      - id: requests
        title: 開示等の請求
        blocks:
          - {kind: list, id: rights, of: rights}
          - kind: paragraph
            id: asking
            units:
              - {id: how, text: "{requests:form}により受け付けます。{requests:identity}をお願いし、代理人には委任状をご提出いただきます。", states: [requests]}

Bad (no word on verification)::

    without: [requests/identity]
    sections:
      - id: requests
        title: 開示等の請求
        blocks:
          - {kind: list, id: rights, of: rights}
          - kind: paragraph
            id: asking
            units:
              - {id: how, text: "{requests:form}により、{contact:desk}で受け付けます。代理人には委任状をご提出いただきます。", states: [requests]}

Good::

    requests: {form: 当社所定の請求書の郵送}

Good (on request)::

    jurisdictions:
      - {id: appi, title: 個人情報保護法, law: "legal-jp:law-APPI", ground: establishment, accredited_organisation: {status: none, reason: 加入していません}, on_request: [request_procedures]}
    without: [requests/identity]
    sections:
      - id: requests
        title: 開示等の請求
        blocks:
          - {kind: list, id: rights, of: rights}
          - kind: paragraph
            id: asking
            units:
              - {id: how, text: "{requests:form}により、{contact:desk}で受け付けます。代理人には委任状をご提出いただきます。", states: [requests]}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hoshin.check.laws.case import Case
from hoshin.check.laws.japan import charged, or_on_request
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.keeping import Requests

ITEMS: Final = ("form", "identity", "agent")


def judge(case: Case) -> Iterator[Outcome]:
    """The channel, then form, identity and agent, and how a fee is paid; a declared answer on request is accepted."""
    yield from or_on_request(case, "request_procedures", _told(case))


def _told(case: Case) -> Iterator[Outcome]:
    requests = case.the(Requests)
    if requests is None or not requests.value.channel:
        yield Breach("missing", "requests/channel", requests.raw if requests else ("requests",))
        return
    lacking = [name for name in ITEMS if not getattr(requests.value, name)]
    fee = requests.value.fee
    if fee is not None and charged(fee.default) and not fee.paid_how:
        lacking.append("paid_how")
    if lacking:
        yield Breach("unclear", "requests", requests.raw, {"named": tuple(lacking)}, "incomplete")
    else:
        yield from case.held(requests, "channel")


RULE = LawRule(
    id="APPI601",
    slug="request-procedures",
    judge=judge,
    grounds=(
        Ground("APPI", "32(1)(iii)"),
        Ground("APPI", "37"),
        Ground("APPI Order", "12"),
        Ground("PPC Q&A", "9-1", "guidance"),
    ),
    severity=Severity.ERROR,
    variants=("incomplete",),
    confirmed=False,
)
