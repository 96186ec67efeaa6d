"""The right to restriction of processing is told.

Why:
    While a dispute about data lasts, people can have them put aside (GDPR Art. 13(2)(b), Art. 18).

Bad::

    without: [right/restriction]

Bad (nowhere printed)::

    rights:
      - {id: restriction, title: Restriction, right: "eu-gdpr:A18"}
    sections:
      - id: rights
        title: Your rights
        blocks:
          - kind: list
            id: rights
            of: rights
            order: [access, rectification, erasure, portability, objection, complaint]
          - kind: paragraph
            id: requests
            units:
              - {id: how, text: "Write to {contact:desk}. We answer within {requests:deadline}, free of charge.", states: [requests]}
              - {id: identity, text: "We may ask for information that confirms your identity.", states: [requests/identity]}
              - {id: refusal, text: "If we refuse, we say why; you can complain to an authority or go to court.", states: [requests/refusal]}

Good::

    rights:
      - {id: restriction, title: Restriction, right: "eu-gdpr:A18", text: "have the processing restricted"}

Not applicable (a declared no, with its reason)::

    rights:
      - {id: restriction, title: Restriction, right: "eu-gdpr:A18", status: none, reason: no personal data are processed}
"""

from __future__ import annotations

from hoshin.check.laws.judging import right_told
from hoshin.check.laws.lawrule import LawRule
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground

RULE = LawRule(
    id="GDPR504",
    slug="right-restriction",
    judge=right_told("eu-gdpr:A18"),
    grounds=(
        Ground("GDPR", "13(2)(b)"),
        Ground("GDPR", "14(2)(c)"),
        Ground("GDPR", "18"),
    ),
    severity=Severity.ERROR,
)
