"""A purpose says what is done with data.

Why:
    “To improve your experience” can mean anything; WP260 (para 12) gives such phrases as bad examples, since nobody
    can tell which data are used for what (GDPR Art. 5(1)(b), Art. 12(1)). Parts of the purpose that say more count
    as an explanation.

Bad::

    purposes:
      - {id: shop, title: Shop, kind: service, subjects: [customers], text: "to improve your experience", uses: [{data: account}, {data: order-data}]}

Good::

    purposes:
      - {id: shop, title: Shop, kind: service, subjects: [customers], text: "to see which pages of the shop are read and to put those first, so that we improve your experience", uses: [{data: account}, {data: order-data}]}

Good (explained by its parts)::

    purposes:
      - {id: shop, title: Shop, kind: service, items: [{id: stock, title: to count which goods are asked for}], subjects: [customers], text: "to improve your experience", uses: [{data: account}, {data: order-data}]}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Held, Outcome
from hoshin.check.laws.vague import vague
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.purpose import Purpose


def judge(case: Case) -> Iterator[Outcome]:
    """The wording of each purpose, or of its parts where it has some."""
    phrases = case.phrases("vague-purposes")
    for fact in case.facts(Purpose):
        parts = tuple(part.text or part.title or "" for part in fact.value.items)
        words = [vague(phrases, text) for text in parts or (fact.value.text or fact.value.title or "",)]
        if all(words):
            yield Breach("unclear", fact.path, fact.raw, {"name": fact.value.title or fact.id, "word": words[0]})
        else:
            yield Held(fact.path, case.told(fact.path))


RULE = LawRule(
    id="GDPR203",
    slug="purpose-vague-phrase",
    judge=judge,
    grounds=(
        Ground("GDPR", "5(1)(b)"),
        Ground("GDPR", "12(1)"),
        Ground("WP260", "para 12", "guidance"),
    ),
    severity=Severity.WARNING,
    certain=False,
    confirmed=False,
)
