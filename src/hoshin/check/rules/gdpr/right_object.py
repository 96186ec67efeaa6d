"""The right to object is told.

Why:
    Who relies on legitimate interests or a public task must tell people that they can object (GDPR Art. 13(2)(b),
    Art. 21(1)). Where no processing rests on them, a mention is good practice only.

Bad::

    without: [right/objection]

Good::

    rights:
      - {id: objection, title: Objection, right: "eu-gdpr:A21", prominent: true, text: "You can object, on grounds relating to your particular situation."}

Not applicable (a declared no, with its reason)::

    rights:
      - {id: objection, title: Objection, right: "eu-gdpr:A21", status: none, reason: no personal data are processed}
"""

from __future__ import annotations

from hoshin.check.laws.judging import LEGITIMATE_INTERESTS, PUBLIC_TASK, on_basis, right_told
from hoshin.check.laws.lawrule import LawRule
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground

RULE = LawRule(
    id="GDPR505",
    slug="right-object",
    judge=right_told("eu-gdpr:A21", on_basis(LEGITIMATE_INTERESTS, PUBLIC_TASK), Severity.INFO),
    grounds=(
        Ground("GDPR", "13(2)(b)"),
        Ground("GDPR", "14(2)(c)"),
        Ground("GDPR", "21(1)"),
    ),
    severity=Severity.ERROR,
    confirmed=False,
)
