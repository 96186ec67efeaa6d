"""The authority is named, or the places where people can complain.

Why:
    A person abroad does not know which authority is meant: that of the habitual residence, the place of work or the
    place of the infringement (GDPR Art. 77(1), WP260 Annex).

Bad::

    rights:
      - {id: complaint, title: Complaint, right: "eu-gdpr:A77", text: complain to a supervisory authority}
    without: [party/cnpd]

Good::

    without: [parties]
    rights:
      - {id: complaint, title: Complaint, right: "eu-gdpr:A77", limbs: [residence, work, infringement], text: "complain to a supervisory authority, in particular where you live, where you work or where the infringement occurred"}

Not applicable (GDPR511 speaks)::

    without: [right/complaint]
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.judging import rights_of
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Held, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground

PLACES = frozenset({"residence", "work", "infringement"})


def judge(case: Case) -> Iterator[Outcome]:
    """Where the right is there: an authority, or all three places."""
    rights = rights_of(case, "eu-gdpr:A77")
    if not rights:
        yield Exempt()
        return
    named = [fact for fact in rights if fact.value.authorities or set(fact.value.limbs) >= PLACES]
    if named:
        yield Held(named[0].path, case.told(named[0].path))
    else:
        yield Breach("missing", rights[0].path, rights[0].raw)


RULE = LawRule(
    id="GDPR512",
    slug="complaint-which",
    judge=judge,
    grounds=(
        Ground("GDPR", "77(1)"),
        Ground("WP260", "Annex", "guidance"),
    ),
    severity=Severity.INFO,
    confirmed=False,
)
