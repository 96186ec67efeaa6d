"""Each kind of data is put in the classes of the statute.

Why:
    The policy must list the categories collected in the preceding twelve months by the statute's own classes, (A)
    to (L) of 1798.140(v). Own names of data do not say which class they are: `statutory:` maps them.

Bad::

    data:
      - {id: contact, title: Contact data, text: your name and e-mail address, source: {kind: person}}

Good::

    data:
      - {id: contact, title: Contact data, text: your name and e-mail address, source: {kind: person}, statutory: ["x-us:Identifiers", "x-us:CustomerRecords"]}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.california import categories, classified
from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground


def judge(case: Case) -> Iterator[Outcome]:
    """Each category, itself or by all of its items, names its classes."""
    bare = [fact for fact in categories(case) if not classified(fact.value)]
    if bare:
        names = tuple(fact.value.title or fact.id for fact in bare)
        yield Breach("missing", bare[0].path, bare[0].raw, {"names": names})
    for fact in categories(case):
        if fact not in bare:
            yield from case.held(fact)


RULE = LawRule(
    id="CCPA101",
    slug="categories-12-months",
    judge=judge,
    grounds=(
        Ground("Cal. Civ. Code", "1798.130(a)(5)(B)"),
        Ground("CCR", "7011(e)(1)"),
    ),
    severity=Severity.ERROR,
    confirmed=False,
)
