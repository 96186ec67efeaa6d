"""The request for notice of the purpose is told.

Why:
    People can ask for which purpose data that identify them are used (APPI Art. 32(2)). Rights of the GDPR do not
    stand in for it: the law of Japan counts its own requests about retained personal data.

Bad::

    without: [right/notice]

Good::

    rights:
      - {id: notice, title: 利用目的の通知, right: "x-jp:NoticeOfPurpose", text: 本人からの保有個人データの利用目的の通知の求めに応じます}

Not applicable::

    without: [right/notice]
    rights:
      - {id: notice, title: 利用目的の通知, right: "x-jp:NoticeOfPurpose", status: none, reason: 保有個人データがありません}
"""

from __future__ import annotations

from hoshin.check.laws.judging import right_told
from hoshin.check.laws.lawrule import LawRule
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground

RULE = LawRule(
    id="APPI602",
    slug="notice-of-purpose",
    judge=right_told("x-jp:NoticeOfPurpose"),
    grounds=(Ground("APPI", "32(2)"),),
    severity=Severity.ERROR,
)
