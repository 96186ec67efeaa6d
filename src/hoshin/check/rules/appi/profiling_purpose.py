"""A purpose that analyses people says that it does, and for what.

Why:
    Where behaviour or interests are analysed, people must be able to foresee which handling takes place; “for
    advertising” does not do (PPC guideline 3-1-1, note 1). Whether a text says so is judged by its words.

Bad::

    purposes:
      - {id: offers, title: 商品のご案内, kind: profiling, text: 商品のご案内, uses: [{data: views}]}

Good::

    purposes:
      - {id: offers, title: 商品のご案内, kind: profiling, text: 閲覧履歴を分析し、関心に応じた商品をご案内すること, uses: [{data: views}]}

Not applicable::

    purposes:
      - {id: offers, title: 商品のご案内, kind: direct_marketing, text: 商品のご案内, uses: [{data: views}]}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Held, Outcome
from hoshin.check.laws.sources import sources
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.data import DataDescription
from hoshin.schema.purpose import AutomatedDecision, Purpose

MEASURING: Final = frozenset({"advertising", "analytics"})


def judge(case: Case) -> Iterator[Outcome]:
    """Purposes of profiling, and advertising and statistics from observed data, speak of the analysis."""
    observed = {
        fact.id for fact in case.facts(DataDescription) if any(one.kind == "automatic" for one in sources(fact.value))
    }
    named = {
        one for fact in case.facts(AutomatedDecision) if fact.value.kind == "profiling" for one in fact.value.purposes
    }
    words = case.phrases("analysis")
    for fact in case.facts(Purpose):
        uses = {use.data for use in fact.value.uses}
        if not (
            fact.value.kind == "profiling" or fact.id in named or (fact.value.kind in MEASURING and uses & observed)
        ):
            yield Exempt()
            continue
        texts = [fact.value.title or "", fact.value.text or "", *(unit.text for unit in case.texts(fact.path))]
        texts += [item.text or item.title or "" for item in fact.value.items]
        if any(words.first(text) for text in texts):
            yield Held(fact.path, case.told(fact.path))
        else:
            yield Breach("unclear", fact.path, fact.raw, {"name": fact.value.title or fact.id})


RULE = LawRule(
    id="APPI208",
    slug="profiling-purpose",
    judge=judge,
    grounds=(
        Ground("APPI", "17(1)"),
        Ground("PPC guideline", "3-1-1", "guidance"),
    ),
    severity=Severity.WARNING,
    certain=False,
    confirmed=False,
)
