"""The request for correction, addition and deletion is told.

Why:
    People can have data that are not true corrected, completed or deleted (APPI Art. 34). Rights of the GDPR do not
    stand in for it: the law of Japan counts its own requests about retained personal data.

Bad::

    without: [right/correction]

Good::

    rights:
      - {id: correction, title: 訂正等, right: "x-jp:Correction", text: 本人からの保有個人データの内容の訂正、追加または削除の求めに応じます}

Not applicable::

    without: [right/correction]
    rights:
      - {id: correction, title: 訂正等, right: "x-jp:Correction", status: none, reason: 保有個人データがありません}
"""

from __future__ import annotations

from hoshin.check.laws.judging import right_told
from hoshin.check.laws.lawrule import LawRule
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground

RULE = LawRule(
    id="APPI605",
    slug="correction",
    judge=right_told("x-jp:Correction"),
    grounds=(Ground("APPI", "34"),),
    severity=Severity.ERROR,
)
