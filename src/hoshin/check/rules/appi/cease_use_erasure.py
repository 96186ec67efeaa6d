"""The request for cease of use and erasure is told.

Why:
    People can have the use of data ended, or data erased, where the purpose was exceeded or acquisition was
    wrongful, where data are no longer needed, and in the other cases of APPI Art. 35(1) and (5). Rights of the GDPR
    do not stand in for it: the law of Japan counts its own requests about retained personal data.

Bad::

    without: [right/cease]

Good::

    rights:
      - {id: cease, title: 利用停止等, right: "x-jp:CeaseOfUse", text: 本人からの保有個人データの利用の停止または消去の求めに応じます}

Not applicable::

    without: [right/cease]
    rights:
      - {id: cease, title: 利用停止等, right: "x-jp:CeaseOfUse", status: none, reason: 保有個人データがありません}
"""

from __future__ import annotations

from hoshin.check.laws.judging import right_told
from hoshin.check.laws.lawrule import LawRule
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground

RULE = LawRule(
    id="APPI606",
    slug="cease-use-erasure",
    judge=right_told("x-jp:CeaseOfUse"),
    grounds=(
        Ground("APPI", "35(1)"),
        Ground("APPI", "35(5)"),
    ),
    severity=Severity.ERROR,
)
