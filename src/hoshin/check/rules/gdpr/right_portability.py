"""The right to data portability is told.

Why:
    Data that rest on consent or a contract and are processed by automated means can be taken along (GDPR Art.
    20(1)); people must know it (Art. 13(2)(b)). That the means are automated is taken as given. Where nothing rests
    on consent or a contract, a mention is good practice only.

Bad::

    without: [right/portability]

Good::

    rights:
      - {id: portability, title: Portability, right: "eu-gdpr:A20", limbs: [receive, transmit], text: receive your data in a common machine-readable format and have them sent to another controller}

Not applicable (a declared no, with its reason)::

    rights:
      - {id: portability, title: Portability, right: "eu-gdpr:A20", status: none, reason: no personal data are processed}
"""

from __future__ import annotations

from hoshin.check.laws.judging import CONSENT, CONTRACT, on_basis, right_told
from hoshin.check.laws.lawrule import LawRule
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground

RULE = LawRule(
    id="GDPR506",
    slug="right-portability",
    judge=right_told("eu-gdpr:A20", on_basis(CONSENT, CONTRACT), Severity.INFO),
    grounds=(
        Ground("GDPR", "13(2)(b)"),
        Ground("GDPR", "14(2)(c)"),
        Ground("GDPR", "20(1)"),
    ),
    severity=Severity.ERROR,
)
