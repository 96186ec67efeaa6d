"""The data protection officer can be reached.

Why:
    Where there is a data protection officer, people must learn how to reach that person; the name need not be told
    (GDPR Art. 13(1)(b), Art. 37(7)).

Bad (not stated)::

    without: [officers]

Bad (no way to reach the officer)::

    officers:
      - {id: dpo, role: dpo, name: Inventada Silva}
    sections:
      - id: officer
        title: Your rights and our data protection officer
        blocks:
          - kind: paragraph
            id: officer
            units:
              - {id: contact, text: "Our data protection officer is {officer:dpo/name}."}

Bad (nowhere printed)::

    officers:
      - {id: dpo, role: dpo, email: dpo@acme.example}

Good::

    officers:
      - {id: dpo, role: dpo, email: dpo@acme.example}
    sections:
      - id: officer
        title: Your rights and our data protection officer
        blocks:
          - kind: paragraph
            id: officer
            units:
              - {id: contact, text: "Write to {contact:desk/email}, or to our data protection officer: {officer:dpo/email}."}

Not applicable::

    officers:
      - {id: dpo, role: dpo, status: not_required, reason: we do not monitor people on a large scale}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Outcome
from hoshin.check.laws.reach import about_officer, officers, told_way, ways_to
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground


def judge(case: Case) -> Iterator[Outcome]:
    """Each officer with a channel that a text tells; a denial with a reason is accepted."""
    yield from about_officer(case, "dpo").outcomes(_each(case))


def _each(case: Case) -> Iterator[Outcome]:
    for fact in officers(case, "dpo"):
        yield from told_way(ways_to(case, fact), fact.path, fact.raw)


RULE = LawRule(
    id="GDPR106",
    slug="dpo-contact",
    judge=judge,
    grounds=(
        Ground("GDPR", "13(1)(b)"),
        Ground("GDPR", "14(1)(b)"),
        Ground("GDPR", "37(7)"),
    ),
    severity=Severity.ERROR,
)
