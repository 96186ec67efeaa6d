"""People are told before their data serve a new purpose.

Why:
    A controller that wants to use data for another purpose must give the information on it beforehand (GDPR Art.
    13(3), Art. 14(4)); publishing it afterwards is not enough.

Bad::

    without: [amendments/new-purpose]

Bad (nowhere printed)::

    sections:
      - id: care
        title: Care and changes
        blocks:
          - {kind: list, id: measures, of: security_measures}
          - {kind: paragraph, id: changes, units: [{id: told, text: "We tell you of changes by e-mail, {amendments:notice/period} before they take effect.", states: [amendments/methods, amendments/notice]}]}

Good::

    amendments: {new_purpose: consent_before}

Not applicable (GDPR707 speaks)::

    amendments: {status: none, reason: purposes never change}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hoshin.check.laws.case import Case, answer_of
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.people import Amendments

BEFORE: Final = frozenset({"notify_before", "consent_before"})


def judge(case: Case) -> Iterator[Outcome]:
    """What the policy says on new purposes, told by a text."""
    amendments = next(iter(case.every(Amendments)), None)
    said = answer_of(amendments.value if amendments else None, "amendments", ("amendments",))
    if said.state == "no":
        yield Exempt(said.path, said.reason)
    elif amendments is None or amendments.value.new_purpose not in BEFORE:
        yield Breach("missing", "amendments/new-purpose", amendments.raw if amendments else said.raw)
    else:
        yield from case.held(amendments, "new_purpose")


RULE = LawRule(
    id="GDPR223",
    slug="further-processing-notice",
    judge=judge,
    grounds=(
        Ground("GDPR", "13(3)"),
        Ground("GDPR", "14(4)"),
        Ground("GDPR", "6(4)"),
    ),
    severity=Severity.WARNING,
    confirmed=False,
)
