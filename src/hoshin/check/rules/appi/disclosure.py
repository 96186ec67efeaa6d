"""The request for disclosure is told, and that people choose the method.

Why:
    People can ask for disclosure of retained personal data, in the way that they choose, also as an electronic
    record (APPI Art. 33(1), (2)).

Bad::

    without: [right/disclosure]

Bad (no choice of the method)::

    rights:
      - {id: disclosure, title: 開示, right: "x-jp:Disclosure", text: 保有個人データの書面による開示}

Good::

    rights:
      - {id: disclosure, title: 開示, right: "x-jp:Disclosure", limbs: [method_choice], text: 保有個人データの開示（電磁的記録の提供、書面の交付その他ご指定の方法によります）}

Not applicable::

    without: [right/disclosure]
    rights:
      - {id: disclosure, title: 開示, right: "x-jp:Disclosure", status: none, reason: 保有個人データがありません}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hoshin.check.laws.case import Case
from hoshin.check.laws.judging import right_told, rights_of
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground

LIMB: Final = "method_choice"
_told: Final = right_told("x-jp:Disclosure")


def judge(case: Case) -> Iterator[Outcome]:
    """The right, with the choice of the method."""
    rights = rights_of(case, "x-jp:Disclosure")
    if rights and not any(LIMB in fact.value.limbs for fact in rights):
        yield Breach("missing", f"{rights[0].path}/limbs", rights[0].raw, variant="method")
    else:
        yield from _told(case)


RULE = LawRule(
    id="APPI603",
    slug="disclosure",
    judge=judge,
    grounds=(
        Ground("APPI", "33(1)"),
        Ground("APPI", "33(2)"),
    ),
    severity=Severity.ERROR,
    variants=("method",),
)
