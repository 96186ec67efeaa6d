"""A legal person tells who represents it, or tells those who ask.

Why:
    For legal persons the name of the representative must be knowable (APPI Art. 32(1)(i)): the representative
    director of a 株式会社, not the officer in charge of data.

Bad::

    sections:
      - id: company
        title: 事業者
        blocks:
          - kind: paragraph
            id: who
            units:
              - {id: name, text: "事業者は{controller:legal-name}（{controller:address}）です。"}
              - {of: contact/desk}
          - {kind: paragraph, id: dates, units: [{id: since, text: "制定日：{date:established}、最終改定日：{date:last-updated}、施行日：{date:effective}"}]}
    without: [controller/representative-person]

Good::

    controller: {kind: legal_person}

Good (on request)::

    jurisdictions:
      - {id: appi, title: 個人情報保護法, law: "legal-jp:law-APPI", ground: establishment, accredited_organisation: {status: none, reason: 加入していません}, on_request: [representative_person]}
    sections:
      - id: company
        title: 事業者
        blocks:
          - kind: paragraph
            id: who
            units:
              - {id: name, text: "事業者は{controller:legal-name}（{controller:address}）です。"}
              - {of: contact/desk}
          - {kind: paragraph, id: dates, units: [{id: since, text: "制定日：{date:established}、最終改定日：{date:last-updated}、施行日：{date:effective}"}]}
    without: [controller/representative-person]

Not applicable::

    controller: {kind: natural_person}
    sections:
      - id: company
        title: 事業者
        blocks:
          - kind: paragraph
            id: who
            units:
              - {id: name, text: "事業者は{controller:legal-name}（{controller:address}）です。"}
              - {of: contact/desk}
          - {kind: paragraph, id: dates, units: [{id: since, text: "制定日：{date:established}、最終改定日：{date:last-updated}、施行日：{date:effective}"}]}
    without: [controller/representative-person]
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.japan import controller_part, or_on_request
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Exempt, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.party import Controller


def judge(case: Case) -> Iterator[Outcome]:
    """Name and office of the representative, printed; natural persons have none."""
    controller = case.the(Controller)
    if controller is None or controller.value.kind == "natural_person":
        yield Exempt()
    else:
        yield from or_on_request(case, "representative_person", controller_part(case, "representative_person"))


RULE = LawRule(
    id="APPI103",
    slug="representative-name",
    judge=judge,
    grounds=(Ground("APPI", "32(1)(i)"),),
    severity=Severity.ERROR,
)
