"""The request for cease of provision to third parties is told.

Why:
    People can have provision to third parties ended that breaks the law or harms them (APPI Art. 35(3), (5)).
    Rights of the GDPR do not stand in for it: the law of Japan counts its own requests about retained personal
    data.

Bad::

    without: [right/cease-provision]

Good::

    rights:
      - {id: cease-provision, title: 第三者提供の停止, right: "x-jp:CeaseOfProvision", text: 本人からの保有個人データの第三者への提供の停止の求めに応じます}

Not applicable::

    without: [right/cease-provision]
    rights:
      - {id: cease-provision, title: 第三者提供の停止, right: "x-jp:CeaseOfProvision", status: none, reason: 保有個人データがありません}
"""

from __future__ import annotations

from hoshin.check.laws.judging import right_told
from hoshin.check.laws.lawrule import LawRule
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground

RULE = LawRule(
    id="APPI607",
    slug="cease-provision",
    judge=right_told("x-jp:CeaseOfProvision"),
    grounds=(
        Ground("APPI", "35(3)"),
        Ground("APPI", "35(5)"),
    ),
    severity=Severity.ERROR,
)
