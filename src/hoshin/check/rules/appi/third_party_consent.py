"""Data go to third parties with consent, or under a named exception.

Why:
    Without consent given before, data are not provided to third parties, except in the cases of the law (APPI Art.
    27(1), (2)). Entrustment, succession and joint use are no such provision (Art. 27(5)); so it must be told what
    each recipient is.

Bad::

    purposes:
      - {id: provision, title: 文具メーカーへの提供, kind: third_party_provision, text: 新商品の案内のための文具メーカーへの提供, uses: [{data: account}]}
    recipients:
      - {id: makers, title: 文具メーカー, kind: class, appi_role: third_party, data: [account], purposes: [provision], text: ご本人の同意を得て、文具メーカーに会員情報を提供します。}

Bad (neither entrustee nor third party)::

    purposes:
      - {id: provision, title: 文具メーカーへの提供, kind: third_party_provision, text: 新商品の案内のための文具メーカーへの提供, uses: [{data: account}]}
    recipients:
      - {id: makers, title: 文具メーカー, kind: class, data: [account], purposes: [provision], text: ご本人の同意を得て、文具メーカーに会員情報を提供します。}

Bad (not stated)::

    recipients: {status: unknown}

Good::

    purposes:
      - {id: provision, title: 文具メーカーへの提供, kind: third_party_provision, text: 新商品の案内のための文具メーカーへの提供, uses: [{data: account}]}
    recipients:
      - {id: makers, title: 文具メーカー, kind: class, appi_role: third_party, appi_grounds: [consent], data: [account], purposes: [provision], text: ご本人の同意を得て、文具メーカーに会員情報を提供します。}

Not applicable::

    recipients: {status: none, reason: 委託も提供もしません}

Not applicable (who entrusted the data gets them back)::

    parties:
      - {id: employer, title: 勤務先, name: 勤務先, role: other}
    contexts:
      - {id: benefits, title: 福利厚生, our_role: processor, controller: employer, purposes: [shop], data: [account], text: 勤務先の福利厚生でご利用の場合は、勤務先の委託を受けて取り扱います。}
    recipients:
      - {id: employers, title: 勤務先, kind: class, party: employer, data: [account], purposes: [shop], text: "ご利用の記録を、委託元である{party:employer}にお渡しします。"}
    sections:
      - {id: benefits, title: 福利厚生, blocks: [{kind: paragraph, id: benefits, units: [{of: context/benefits}]}]}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.japan import gets_data, name_of
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.party import Context
from hoshin.schema.recipient import Recipient


def judge(case: Case) -> Iterator[Outcome]:
    """Each recipient of data has its role; third parties have a ground."""
    yield from case.answer("recipients").outcomes(_each(case))


def _each(case: Case) -> Iterator[Outcome]:
    entrusted_by = {fact.value.controller for fact in case.facts(Context) if fact.value.our_role == "processor"}
    for fact in case.facts(Recipient):
        value = fact.value
        args = {"name": name_of(fact)}
        returned = value.party is not None and value.party in entrusted_by
        if value.role == "authority" or value.engaged_by or returned or not gets_data(case, fact):
            yield Exempt()
        elif value.appi_role is None:
            yield Breach("unknown", f"{fact.path}/appi-role", fact.raw, args, "role")
        elif value.appi_role != "third_party":
            yield Exempt()
        elif value.appi_grounds:
            yield from case.held(fact)
        else:
            yield Breach("missing", f"{fact.path}/appi-grounds", fact.raw, args)


RULE = LawRule(
    id="APPI501",
    slug="third-party-consent",
    judge=judge,
    grounds=(
        Ground("APPI", "27(1)"),
        Ground("APPI", "27(5)"),
    ),
    severity=Severity.ERROR,
    variants=("unknown", "role"),
)
