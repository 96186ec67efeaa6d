"""Sensitive data are acquired with consent.

Why:
    Race, creed, medical history, criminal record and the like are acquired only with consent given before (APPI
    Art. 20(2)). Who gives them in person, consents by that; who takes them from elsewhere, must ask.

Bad::

    data:
      - {id: health, title: 健康情報, text: 健康情報, special: true, source: {kind: automatic}}
    purposes:
      - {id: care, title: 配慮, kind: service, text: 体調への配慮, uses: [{data: health}]}

Good::

    data:
      - {id: health, title: 健康情報, text: 健康情報, special: true, source: {kind: person}}
    purposes:
      - {id: care, title: 配慮, kind: service, text: 体調への配慮, uses: [{data: health}]}

Good (with consent)::

    data:
      - {id: health, title: 健康情報, text: 健康情報, special: true, source: {kind: automatic}, condition: {kind: opt_in, text: あらかじめ同意された場合}}
    purposes:
      - {id: care, title: 配慮, kind: service, text: 体調への配慮, uses: [{data: health}]}

Not applicable::

    document: {title: プライバシーポリシー}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.judging import CONSENT
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Held, Outcome
from hoshin.check.laws.sources import sources
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.data import DataDescription


def judge(case: Case) -> Iterator[Outcome]:
    """Each category of that kind: from the person, or with consent, or because a law says so."""
    agreed = {cell.data for cell in case.cells if cell.basis and case.is_a(cell.basis, CONSENT)}
    sensitive = [fact for fact in case.facts(DataDescription) if fact.value.special or fact.value.criminal]
    if not sensitive:
        yield Exempt()
    for fact in sensitive:
        conditions = [fact.value.condition, *(one.condition for one in sources(fact.value))]
        given = {one.kind for one in sources(fact.value)} == {"person"}
        if given or fact.id in agreed or any(one and one.kind in {"opt_in", "law"} for one in conditions):
            yield Held(fact.path, case.told(fact.path))
        else:
            yield Breach("missing", fact.path, fact.raw, {"name": fact.value.title or fact.id})


RULE = LawRule(
    id="APPI302",
    slug="sensitive-acquisition",
    judge=judge,
    grounds=(Ground("APPI", "20(2)"),),
    severity=Severity.ERROR,
)
