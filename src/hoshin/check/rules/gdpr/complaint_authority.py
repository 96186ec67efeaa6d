"""The right to complain to a supervisory authority is told.

Why:
    People must know that they can turn to an authority (GDPR Art. 13(2)(d), Art. 77).

Bad::

    without: [right/complaint]

Good::

    rights:
      - {id: complaint, title: Complaint, right: "eu-gdpr:A77", authorities: [cnpd], text: "complain to a supervisory authority, such as {party:cnpd/name}"}

Not applicable (a declared no, with its reason)::

    without: [parties]
    rights:
      - {id: complaint, title: Complaint, right: "eu-gdpr:A77", status: none, reason: no personal data are processed}
"""

from __future__ import annotations

from hoshin.check.laws.judging import right_told
from hoshin.check.laws.lawrule import LawRule
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground

RULE = LawRule(
    id="GDPR511",
    slug="complaint-authority",
    judge=right_told("eu-gdpr:A77"),
    grounds=(
        Ground("GDPR", "13(2)(d)"),
        Ground("GDPR", "14(2)(e)"),
        Ground("GDPR", "77"),
    ),
    severity=Severity.ERROR,
)
