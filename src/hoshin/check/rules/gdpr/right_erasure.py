"""The right to erasure is told.

Why:
    People can have data deleted in the cases of Art. 17, and must know it (GDPR Art. 13(2)(b), Art. 17).

Bad::

    without: [right/erasure]

Bad (nowhere printed)::

    rights:
      - {id: erasure, title: Erasure, right: "eu-gdpr:A17"}
    sections:
      - id: rights
        title: Your rights
        blocks:
          - kind: list
            id: rights
            of: rights
            order: [access, rectification, restriction, portability, objection, complaint]
          - kind: paragraph
            id: requests
            units:
              - {id: how, text: "Write to {contact:desk}. We answer within {requests:deadline}, free of charge.", states: [requests]}
              - {id: identity, text: "We may ask for information that confirms your identity.", states: [requests/identity]}
              - {id: refusal, text: "If we refuse, we say why; you can complain to an authority or go to court.", states: [requests/refusal]}

Good::

    rights:
      - {id: erasure, title: Erasure, right: "eu-gdpr:A17", text: "have data erased where Art. 17 GDPR applies"}

Not applicable (a declared no, with its reason)::

    rights:
      - {id: erasure, title: Erasure, right: "eu-gdpr:A17", status: none, reason: no personal data are processed}
"""

from __future__ import annotations

from hoshin.check.laws.judging import right_told
from hoshin.check.laws.lawrule import LawRule
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground

RULE = LawRule(
    id="GDPR503",
    slug="right-erasure",
    judge=right_told("eu-gdpr:A17"),
    grounds=(
        Ground("GDPR", "13(2)(b)"),
        Ground("GDPR", "14(2)(c)"),
        Ground("GDPR", "17"),
    ),
    severity=Severity.ERROR,
)
