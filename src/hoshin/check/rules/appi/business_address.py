"""The address of the business is told, or told to those who ask.

Why:
    The address belongs to what must be knowable (APPI Art. 32(1)(i)); an answer without delay to those who ask is
    enough.

Bad::

    sections:
      - id: company
        title: 事業者
        blocks:
          - kind: paragraph
            id: who
            units:
              - {id: name, text: "事業者は{controller:legal-name}（{controller:representative-person}）です。"}
              - {of: contact/desk}
          - {kind: paragraph, id: dates, units: [{id: since, text: "制定日：{date:established}、最終改定日：{date:last-updated}、施行日：{date:effective}"}]}
    without: [controller/address]

Good::

    controller: {legal_name: 株式会社あおば文具}

Good (on request)::

    jurisdictions:
      - {id: appi, title: 個人情報保護法, law: "legal-jp:law-APPI", ground: establishment, accredited_organisation: {status: none, reason: 加入していません}, on_request: [address]}
    sections:
      - id: company
        title: 事業者
        blocks:
          - kind: paragraph
            id: who
            units:
              - {id: name, text: "事業者は{controller:legal-name}（{controller:representative-person}）です。"}
              - {of: contact/desk}
          - {kind: paragraph, id: dates, units: [{id: since, text: "制定日：{date:established}、最終改定日：{date:last-updated}、施行日：{date:effective}"}]}
    without: [controller/address]
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.japan import controller_part, or_on_request
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground


def judge(case: Case) -> Iterator[Outcome]:
    """The address, printed; a declared answer on request is accepted."""
    yield from or_on_request(case, "address", controller_part(case, "address"))


RULE = LawRule(
    id="APPI102",
    slug="business-address",
    judge=judge,
    grounds=(Ground("APPI", "32(1)(i)"),),
    severity=Severity.ERROR,
)
