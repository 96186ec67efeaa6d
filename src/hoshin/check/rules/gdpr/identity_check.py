"""People are told that they may be asked to prove who they are.

Why:
    In reasonable doubt a controller may ask for more information to confirm the identity (GDPR Art. 12(6)); who
    knows it beforehand is not surprised.

Bad::

    without: [requests/identity, section/rights]
    sections:
      - id: other
        title: Your rights
        blocks:
          - {kind: list, id: rights, of: rights}
          - kind: paragraph
            id: requests
            units:
              - {id: how, text: "Write to {contact:desk}. We answer within {requests:deadline}, free of charge. If we refuse, we say why; you can complain or go to court.", states: [requests]}

Good::

    requests: {identity: We may ask for information that confirms your identity.}
"""

from __future__ import annotations

from hoshin.check.laws.judging import requests_say
from hoshin.check.laws.lawrule import LawRule
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground

RULE = LawRule(
    id="GDPR516",
    slug="identity-check",
    judge=requests_say("identity"),
    grounds=(Ground("GDPR", "12(6)"),),
    severity=Severity.INFO,
)
