"""Data serve a purpose beyond the stated ones only with consent.

Why:
    Without consent, data may be handled only within the purpose for which they were acquired (APPI Art. 18(1)); a
    change that is not reasonably related (Art. 17(2)) is a new purpose.

Bad::

    purposes:
      - {id: offers, title: 商品のご案内, kind: profiling, text: 閲覧履歴を分析し、関心に応じた商品をご案内すること, relation: incompatible, uses: [{data: views}]}

Good::

    purposes:
      - {id: offers, title: 商品のご案内, kind: profiling, text: 閲覧履歴を分析し、関心に応じた商品をご案内すること, relation: compatible, uses: [{data: views}]}

Good (with consent)::

    purposes:
      - {id: offers, title: 商品のご案内, kind: profiling, text: 閲覧履歴を分析し、関心に応じた商品をご案内すること, relation: incompatible, condition: {kind: opt_in, text: 改めて同意をいただいた場合}, uses: [{data: views}]}

Not applicable::

    document: {title: プライバシーポリシー}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.judging import CONSENT
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Held, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.purpose import Purpose


def judge(case: Case) -> Iterator[Outcome]:
    """A purpose that is declared incompatible with the former ones has consent as its condition or basis."""
    agreed = {cell.purpose for cell in case.cells if cell.basis and case.is_a(cell.basis, CONSENT)}
    for fact in case.facts(Purpose):
        condition = fact.value.condition
        if fact.value.relation is None:
            yield Exempt()
        elif fact.value.relation == "compatible" or (condition and condition.kind == "opt_in") or fact.id in agreed:
            yield Held(fact.path, case.told(fact.path))
        else:
            yield Breach("missing", fact.path, fact.raw, {"name": fact.value.title or fact.id})


RULE = LawRule(
    id="APPI205",
    slug="purpose-beyond",
    judge=judge,
    grounds=(Ground("APPI", "18(1)"),),
    severity=Severity.ERROR,
    confirmed=False,
)
