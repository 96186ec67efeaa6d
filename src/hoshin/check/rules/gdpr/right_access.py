"""The right of access is told.

Why:
    People must be told that they can ask whether and which data about them are processed, and get a copy (GDPR Art.
    13(2)(b), Art. 15).

Bad::

    without: [right/access]

Bad (nowhere printed)::

    rights:
      - {id: access, title: Access, right: "eu-gdpr:A15"}
    sections:
      - id: rights
        title: Your rights
        blocks:
          - kind: list
            id: rights
            of: rights
            order: [rectification, erasure, restriction, portability, objection, complaint]
          - kind: paragraph
            id: requests
            units:
              - {id: how, text: "Write to {contact:desk}. We answer within {requests:deadline}, free of charge.", states: [requests]}
              - {id: identity, text: "We may ask for information that confirms your identity.", states: [requests/identity]}
              - {id: refusal, text: "If we refuse, we say why; you can complain to an authority or go to court.", states: [requests/refusal]}

Good::

    rights:
      - {id: access, title: Access, right: "eu-gdpr:A15", text: "obtain confirmation, a copy and information about the processing"}

Not applicable (a declared no, with its reason)::

    rights:
      - {id: access, title: Access, right: "eu-gdpr:A15", status: none, reason: no personal data are processed}
"""

from __future__ import annotations

from hoshin.check.laws.judging import right_told
from hoshin.check.laws.lawrule import LawRule
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground

RULE = LawRule(
    id="GDPR501",
    slug="right-access",
    judge=right_told("eu-gdpr:A15"),
    grounds=(
        Ground("GDPR", "13(2)(b)"),
        Ground("GDPR", "14(2)(c)"),
        Ground("GDPR", "15"),
    ),
    severity=Severity.ERROR,
)
