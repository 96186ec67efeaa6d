"""Entrustment that is declared is also told.

Why:
    Entrusting data within the purpose of use is no provision to a third party (APPI Art. 27(5)(i)). No policy has
    to name it; but an entrustee that stands among the facts and in no text looks forgotten.

Bad::

    recipients:
      - {id: carrier, title: 配送会社, kind: class, appi_role: entrustee, country: JP, data: [account], purposes: [shop], safeguards: [{id: supervision, kind: supervision}]}
    sections:
      - id: handling
        title: 取扱い
        blocks:
          - {kind: list, id: data, of: data}
          - {kind: list, id: purposes, of: purposes}
          - {kind: list, id: retention, of: retention}
          - {kind: list, id: measures, of: security_measures}

Good::

    recipients:
      - {id: carrier, title: 配送会社, kind: class, appi_role: entrustee, country: JP, data: [account], purposes: [shop], safeguards: [{id: supervision, kind: supervision}], text: 利用目的の達成に必要な範囲内で、配送会社に取扱いを委託することがあります。}

Not applicable::

    recipients: {status: none, reason: 委託も提供もしません}
"""

from __future__ import annotations

from hoshin.check.laws.japan import told_as
from hoshin.check.laws.lawrule import LawRule
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground

RULE = LawRule(
    id="APPI505",
    slug="entrustment-note",
    judge=told_as("entrustee"),
    grounds=(Ground("APPI", "27(5)(i)"),),
    severity=Severity.INFO,
)
