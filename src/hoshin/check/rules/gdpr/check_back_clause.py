"""People are not told to look at the page again and again.

Why:
    A reference that the reader should check for changes is unfair (GDPR Art. 5(1)(a), WP260 para 29): who changes
    the policy has to tell.

Bad::

    amendments: {reader_duty: check_back}

Bad (in the text)::

    sections:
      - id: more
        title: More
        blocks:
          - {kind: paragraph, id: more, units: [{id: words, text: "Please review this page periodically for changes."}]}

Good::

    amendments: {methods: [email]}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Held, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.people import Amendments


def judge(case: Case) -> Iterator[Outcome]:
    """Neither `reader_duty: check_back` nor one of the closed list of phrases."""
    amendments = case.the(Amendments)
    if amendments is not None and amendments.value.reader_duty == "check_back":
        yield Breach("unclear", "amendments/reader-duty", (*amendments.raw, "reader_duty"))
        return
    phrases = case.phrases("check-back")
    found = next(((unit, word) for unit in case.texts() if (word := phrases.first(unit.text))), None)
    if found is None:
        yield Held("amendments", case.told("amendments"))
    else:
        unit, word = found
        yield Breach("unclear", unit.id, unit.raw, {"word": word}, "phrase")


RULE = LawRule(
    id="GDPR706",
    slug="check-back-clause",
    judge=judge,
    grounds=(
        Ground("GDPR", "5(1)(a)"),
        Ground("WP260", "para 29", "guidance"),
    ),
    severity=Severity.ERROR,
    unclear=Severity.ERROR,
    certain=False,
    variants=("phrase",),
)
