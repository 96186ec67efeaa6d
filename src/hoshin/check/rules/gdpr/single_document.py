"""The whole information stands in one document.

Why:
    People must find everything in one place (WP260 paras 17 and 33). The build always makes one page and one PDF
    with all of it; a reference that stands instead of an item of Art. 13 breaks that.

Bad::

    without: [transfers]
    references:
      - {id: more, title: our list of countries, role: details, about: [transfers], url: "https://acme.example/countries"}
    sections:
      - id: more
        title: More
        blocks:
          - {kind: paragraph, id: more, units: [{id: words, text: "See {reference:more}."}]}

Good::

    references:
      - {id: more, title: our list of shops, role: list, about: [sites], url: "https://acme.example/shops"}
    sections:
      - id: more
        title: More
        blocks:
          - {kind: paragraph, id: more, units: [{id: words, text: "See {reference:more}."}]}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hoshin.check.laws.case import Case
from hoshin.check.laws.elsewhere import IN_ITS_PLACE
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Held, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.data import Reference

MUST: Final = ("purposes", "legal_bases", "recipients", "transfers", "retention", "rights")


def judge(case: Case) -> Iterator[Outcome]:
    """No reference holds what the document itself says nothing about."""
    for fact in case.facts(Reference):
        about = [name for name in fact.value.about if name in MUST]
        gone = tuple(name for name in about if case.answer(name).state in {"unstated", "declared"})
        if fact.value.role in IN_ITS_PLACE and gone:
            yield Breach("missing", fact.path, fact.raw, {"name": fact.value.title or fact.id, "keys": gone})
        else:
            yield Held(fact.path, case.told(fact.path))


RULE = LawRule(
    id="GDPR703",
    slug="single-document",
    judge=judge,
    grounds=(Ground("WP260", "paras 17, 33", "guidance"),),
    severity=Severity.ERROR,
)
