"""The purpose of use of pseudonymised information is told.

Why:
    Pseudonymised information (仮名加工情報) serves only the purposes that are published (APPI Art. 41(4)).

Bad::

    derived_data:
      - {id: derived, title: 加工情報, form: pseudonymised, of: [views], text: 閲覧履歴を加工した情報を作成します。}
    sections:
      - id: derived
        title: 加工情報
        blocks:
          - {kind: list, id: derived, of: derived_data}

Good::

    derived_data:
      - {id: derived, title: 加工情報, form: pseudonymised, of: [views], purposes: [offers], text: 閲覧履歴を加工した情報を作成します。}
    sections:
      - id: derived
        title: 加工情報
        blocks:
          - {kind: list, id: derived, of: derived_data}

Not applicable::

    document: {title: プライバシーポリシー}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.data import DerivedData


def judge(case: Case) -> Iterator[Outcome]:
    """Each kind of pseudonymised information with a purpose or a use."""
    found = [fact for fact in case.facts(DerivedData) if fact.value.form == "pseudonymised"]
    if not found:
        yield Exempt()
    for fact in found:
        if fact.value.purposes or fact.value.use:
            yield from case.held(fact)
        else:
            yield Breach("missing", f"{fact.path}/purposes", fact.raw, {"name": fact.value.title or fact.id})


RULE = LawRule(
    id="APPI701",
    slug="pseudonymised-purpose",
    judge=judge,
    grounds=(Ground("APPI", "41(4)"),),
    severity=Severity.ERROR,
    confirmed=False,
)
