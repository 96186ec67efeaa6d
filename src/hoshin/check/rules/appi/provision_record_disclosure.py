"""The request for disclosure of the records of provision is told.

Why:
    People can ask for the records of what was given to and received from third parties (APPI Art. 33(5)). Rights of
    the GDPR do not stand in for it: the law of Japan counts its own requests about retained personal data.

Bad::

    without: [right/records]

Good::

    rights:
      - {id: records, title: 第三者提供記録の開示, right: "x-jp:ProvisionRecordDisclosure", text: 本人からの第三者提供記録の開示の求めに応じます}

Not applicable::

    without: [right/records]
    rights:
      - {id: records, title: 第三者提供記録の開示, right: "x-jp:ProvisionRecordDisclosure", status: none, reason: 保有個人データがありません}
"""

from __future__ import annotations

from hoshin.check.laws.judging import right_told
from hoshin.check.laws.lawrule import LawRule
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground

RULE = LawRule(
    id="APPI604",
    slug="provision-record-disclosure",
    judge=right_told("x-jp:ProvisionRecordDisclosure"),
    grounds=(Ground("APPI", "33(5)"),),
    severity=Severity.ERROR,
)
