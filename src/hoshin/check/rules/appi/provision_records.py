"""Provision that must be recorded is not told as unrecorded.

Why:
    Provision with consent or opt-out is recorded, by who gives and by who receives (APPI Arts 29, 30), and people
    can ask for the records (Art. 33(5)). A policy need not say that records are kept; it must not deny it.

Bad::

    purposes:
      - {id: provision, title: 文具メーカーへの提供, kind: third_party_provision, text: 新商品の案内のための文具メーカーへの提供, uses: [{data: account}]}
    recipients:
      - {id: makers, title: 文具メーカー, kind: class, appi_role: third_party, appi_grounds: [consent], data: [account], purposes: [provision], text: ご本人の同意を得て、文具メーカーに会員情報を提供します。}
    rights:
      - {id: records, right: "x-jp:ProvisionRecordDisclosure", status: none, reason: 記録を作成していません}

Good::

    purposes:
      - {id: provision, title: 文具メーカーへの提供, kind: third_party_provision, text: 新商品の案内のための文具メーカーへの提供, uses: [{data: account}]}
    recipients:
      - {id: makers, title: 文具メーカー, kind: class, appi_role: third_party, appi_grounds: [consent], data: [account], purposes: [provision], text: ご本人の同意を得て、文具メーカーに会員情報を提供します。}

Not applicable::

    document: {title: プライバシーポリシー}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.japan import name_of, promised, recipients, without_exception
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.keeping import Right


def judge(case: Case) -> Iterator[Outcome]:
    """A promise of records, or no denial of the right to them, where third parties get data."""
    found = [fact for fact in recipients(case, "third_party") if without_exception(fact)]
    promises = promised(case, "record_provision")
    denied = [
        fact
        for fact in case.every(Right)
        if case.is_a(fact.value.right, "x-jp:ProvisionRecordDisclosure")
        and fact.value.status in {"none", "not_required"}
    ]
    if not found:
        yield Exempt()
    elif promises:
        yield from case.held(promises[0])
    elif denied:
        yield Breach("unclear", denied[0].path, denied[0].raw, {"name": name_of(found[0])})
    else:
        yield Exempt()


RULE = LawRule(
    id="APPI510",
    slug="provision-records",
    judge=judge,
    grounds=(
        Ground("APPI", "29"),
        Ground("APPI", "30"),
    ),
    severity=Severity.INFO,
    unclear=Severity.INFO,
    confirmed=False,
)
