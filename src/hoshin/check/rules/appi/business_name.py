"""The name of the business is told.

Why:
    Who handles personal data must be knowable under the name that stands in the register (APPI Art. 32(1)(i)). A
    brand is not enough.

Bad (nowhere printed)::

    sections:
      - id: company
        title: 事業者
        blocks:
          - kind: paragraph
            id: who
            units:
              - {id: name, text: "所在地：{controller:address}、代表者：{controller:representative-person}"}
              - {of: contact/desk}
          - {kind: paragraph, id: dates, units: [{id: since, text: "制定日：{date:established}、最終改定日：{date:last-updated}、施行日：{date:effective}"}]}

Good::

    controller: {legal_name: 株式会社あおば文具}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.party import Controller


def judge(case: Case) -> Iterator[Outcome]:
    """The legal name, and a text that prints it."""
    controller = case.the(Controller)
    if controller is None:
        yield Breach("missing", "controller", ("controller",))
    else:
        yield from case.field(controller, "legal_name")


RULE = LawRule(
    id="APPI101",
    slug="business-name",
    judge=judge,
    grounds=(Ground("APPI", "32(1)(i)"),),
    severity=Severity.ERROR,
)
