"""The right to rectification is told.

Why:
    Wrong data about a person must be put right on request, and people must know it (GDPR Art. 13(2)(b), Art. 16).

Bad::

    without: [right/rectification]

Bad (nowhere printed)::

    rights:
      - {id: rectification, title: Rectification, right: "eu-gdpr:A16"}
    sections:
      - id: rights
        title: Your rights
        blocks:
          - kind: list
            id: rights
            of: rights
            order: [access, erasure, restriction, portability, objection, complaint]
          - kind: paragraph
            id: requests
            units:
              - {id: how, text: "Write to {contact:desk}. We answer within {requests:deadline}, free of charge.", states: [requests]}
              - {id: identity, text: "We may ask for information that confirms your identity.", states: [requests/identity]}
              - {id: refusal, text: "If we refuse, we say why; you can complain to an authority or go to court.", states: [requests/refusal]}

Good::

    rights:
      - {id: rectification, title: Rectification, right: "eu-gdpr:A16", text: "have inaccurate data corrected and incomplete data completed"}

Not applicable (a declared no, with its reason)::

    rights:
      - {id: rectification, title: Rectification, right: "eu-gdpr:A16", status: none, reason: no personal data are processed}
"""

from __future__ import annotations

from hoshin.check.laws.judging import right_told
from hoshin.check.laws.lawrule import LawRule
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground

RULE = LawRule(
    id="GDPR502",
    slug="right-rectification",
    judge=right_told("eu-gdpr:A16"),
    grounds=(
        Ground("GDPR", "13(2)(b)"),
        Ground("GDPR", "14(2)(c)"),
        Ground("GDPR", "16"),
    ),
    severity=Severity.ERROR,
)
