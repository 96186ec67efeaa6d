"""What happens with data that are no longer needed is told.

Why:
    Data are to be kept accurate, and erased without delay when they are no longer needed (APPI Art. 22). It is a
    duty to strive; a rule of storage or one sentence shows that it is taken seriously.

Bad::

    without: [retention]
    sections:
      - id: handling
        title: 取扱い
        blocks:
          - {kind: list, id: data, of: data}
          - {kind: list, id: purposes, of: purposes}
          - {kind: list, id: recipients, of: recipients}
          - {kind: list, id: measures, of: security_measures}

Good::

    without: [retention]
    sections:
      - id: handling
        title: 取扱い
        blocks:
          - {kind: list, id: data, of: data}
          - {kind: list, id: purposes, of: purposes}
          - {kind: list, id: recipients, of: recipients}
          - {kind: list, id: measures, of: security_measures}
      - id: promises
        title: 約束
        blocks:
          - {kind: list, id: promises, of: commitments}
    commitments:
      - {id: tidy, title: 消去, polarity: always, acts: [keep_accurate, destroy], text: 利用する必要がなくなった個人データは、遅滞なく消去するよう努めます。}

Not applicable::

    without: [retention]
    sections:
      - id: handling
        title: 取扱い
        blocks:
          - {kind: list, id: data, of: data}
          - {kind: list, id: purposes, of: purposes}
          - {kind: list, id: recipients, of: recipients}
          - {kind: list, id: measures, of: security_measures}
    retention: {status: none, reason: 個人データを保存しません}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.japan import promised
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Held, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.keeping import Retention


def judge(case: Case) -> Iterator[Outcome]:
    """A rule of storage, or a promise to keep data accurate or to destroy them."""
    kept = case.facts(Retention)
    promises = promised(case, "keep_accurate", "destroy", "delete")
    if kept:
        yield Held(kept[0].path, case.told(kept[0].path))
    elif promises:
        yield from case.held(promises[0])
    elif (said := case.answer("retention")).state == "no":
        yield Exempt(said.path, said.reason)
    else:
        yield Breach("missing", "retention", ("retention",))


RULE = LawRule(
    id="APPI303",
    slug="accuracy-deletion",
    judge=judge,
    grounds=(Ground("APPI", "22"),),
    severity=Severity.INFO,
    confirmed=False,
)
