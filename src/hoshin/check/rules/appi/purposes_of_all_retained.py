"""All data have a purpose, and provision to a third party is one.

Why:
    The purposes of use of all retained personal data must be knowable (APPI Art. 32(1)(ii)), and who means to
    provide data to third parties must say so as a purpose (PPC guideline 3-1-1). A purpose that names no data is
    taken to hold for all.

Bad::

    data:
      - {id: birthday, title: 生年月日, text: 生年月日, source: {kind: person}}

Bad (provision is no purpose)::

    recipients:
      - {id: makers, title: 文具メーカー, kind: class, appi_role: third_party, appi_grounds: [consent], data: [account], purposes: [offers], text: ご本人の同意を得て、文具メーカーに会員情報を提供します。}

Good::

    data:
      - {id: birthday, title: 生年月日, text: 生年月日, source: {kind: person}}
    purposes:
      - {id: gifts, title: 誕生日の特典, kind: service, text: 誕生日の特典の送付, uses: [{data: birthday}]}

Good::

    purposes:
      - {id: provision, title: 文具メーカーへの提供, kind: third_party_provision, text: 新商品の案内のための文具メーカーへの提供, uses: [{data: account}]}
    recipients:
      - {id: makers, title: 文具メーカー, kind: class, appi_role: third_party, appi_grounds: [consent], data: [account], purposes: [provision], text: ご本人の同意を得て、文具メーカーに会員情報を提供します。}

Not applicable (on request)::

    jurisdictions:
      - {id: appi, title: 個人情報保護法, law: "legal-jp:law-APPI", ground: establishment, accredited_organisation: {status: none, reason: 加入していません}, on_request: [purposes]}
    data:
      - {id: birthday, title: 生年月日, text: 生年月日, source: {kind: person}}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hoshin.check.laws.case import Case
from hoshin.check.laws.japan import name_of, or_on_request, recipients, without_exception
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Held, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.data import DataCategory
from hoshin.schema.purpose import Purpose

PROVISION: Final = "third_party_provision"


def judge(case: Case) -> Iterator[Outcome]:
    """Every category is used by some purpose; provision with consent or opt-out is a purpose."""
    purposes = case.facts(Purpose)
    if not purposes:
        yield Exempt()
    else:
        yield from or_on_request(case, "purposes", (*_unused(case), *_provision(case)))


def _unused(case: Case) -> Iterator[Outcome]:
    used = {use.data for fact in case.facts(Purpose) for use in fact.value.uses}
    general = any(not fact.value.uses for fact in case.facts(Purpose))
    for fact in case.facts(DataCategory):
        if general or used & {fact.id, *(item.id for item in fact.value.items)}:
            yield Held(fact.path)
        else:
            yield Breach("missing", fact.path, fact.raw, {"name": fact.value.title or fact.id})


def _provision(case: Case) -> Iterator[Outcome]:
    there = any(fact.value.kind == PROVISION for fact in case.facts(Purpose))
    for fact in recipients(case, "third_party"):
        if without_exception(fact) and not there:
            yield Breach("missing", fact.path, fact.raw, {"name": name_of(fact)}, "provision")


RULE = LawRule(
    id="APPI204",
    slug="purposes-of-all-retained",
    judge=judge,
    grounds=(
        Ground("APPI", "32(1)(ii)"),
        Ground("PPC guideline", "3-1-1", "guidance"),
    ),
    severity=Severity.ERROR,
    variants=("provision",),
)
