"""Provision with the succession of a business that is declared is also told.

Why:
    Data that pass with a business are not provided to a third party (APPI Art. 27(5)(ii)). No policy has to say so;
    but a successor that stands among the facts and in no text looks forgotten.

Bad::

    recipients:
      - {id: successor, title: 事業の承継先, kind: class, appi_role: successor, data: [account], purposes: [shop]}
    sections:
      - id: handling
        title: 取扱い
        blocks:
          - {kind: list, id: data, of: data}
          - {kind: list, id: purposes, of: purposes}
          - {kind: list, id: recipients, of: recipients, order: [carrier]}
          - {kind: list, id: retention, of: retention}
          - {kind: list, id: measures, of: security_measures}

Good::

    recipients:
      - {id: successor, title: 事業の承継先, kind: class, appi_role: successor, data: [account], purposes: [shop], text: 合併その他の事由による事業の承継に伴って提供することがあります。}

Not applicable::

    document: {title: プライバシーポリシー}
"""

from __future__ import annotations

from hoshin.check.laws.japan import told_as
from hoshin.check.laws.lawrule import LawRule
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground

RULE = LawRule(
    id="APPI506",
    slug="business-succession",
    judge=told_as("successor"),
    grounds=(Ground("APPI", "27(5)(ii)"),),
    severity=Severity.INFO,
    confirmed=False,
)
