"""Members of an accredited organisation tell its name and where it takes complaints.

Why:
    A business that belongs to an accredited personal information protection organisation makes its name and its
    desk for complaints knowable (APPI Art. 32(1)(iv), Cabinet Order Art. 10(iii)). Most belong to none; a declared
    no is enough.

Bad (not stated)::

    jurisdictions:
      - {id: appi, title: 個人情報保護法, law: "legal-jp:law-APPI", ground: establishment}

Bad (no organisation)::

    jurisdictions:
      - {id: appi, title: 個人情報保護法, law: "legal-jp:law-APPI", ground: establishment, accredited_organisation: {status: declared}}

Bad (no way to reach it)::

    jurisdictions:
      - {id: appi, title: 個人情報保護法, law: "legal-jp:law-APPI", ground: establishment, accredited_organisation: {status: declared, party: body}}
    parties:
      - {id: body, title: 認定個人情報保護団体, name: 一般社団法人見本協会, role: authority}
    sections:
      - id: body
        title: 認定個人情報保護団体
        blocks:
          - {kind: paragraph, id: organisation, units: [{id: member, states: [party/body, jurisdiction/appi/accredited-organisation], text: "当社の認定個人情報保護団体は{party:body/name}です。"}]}

Good::

    jurisdictions:
      - {id: appi, title: 個人情報保護法, law: "legal-jp:law-APPI", ground: establishment, accredited_organisation: {status: declared, party: body}}
    parties:
      - {id: body, title: 認定個人情報保護団体, name: 一般社団法人見本協会, role: authority, phone: "+81 3 0000 0000"}
    sections:
      - id: body
        title: 認定個人情報保護団体
        blocks:
          - {kind: paragraph, id: organisation, units: [{id: member, states: [party/body, jurisdiction/appi/accredited-organisation], text: "当社の認定個人情報保護団体は{party:body/name}です。"}]}

Not applicable::

    jurisdictions:
      - {id: appi, title: 個人情報保護法, law: "legal-jp:law-APPI", ground: establishment, accredited_organisation: {status: none, reason: 加入していません}}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Answer, Case, answer_of
from hoshin.check.laws.japan import declaration, or_on_request, reachable
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.party import Party


def judge(case: Case) -> Iterator[Outcome]:
    """The answer at the law; of a member the organisation, with a way to reach it."""
    yield from or_on_request(case, "accredited_organisation", _told(case))


def _told(case: Case) -> Iterator[Outcome]:
    law = declaration(case)
    membership = law.value.accredited_organisation
    path = f"{law.path}/accredited-organisation"
    raw = (*law.raw, "accredited_organisation") if membership else law.raw
    answer = answer_of(membership, path, raw)
    yield from answer.outcomes(_organisation(case, membership.party if membership else None, answer))


def _organisation(case: Case, party: str | None, answer: Answer) -> Iterator[Outcome]:
    for fact in case.facts(Party):
        if fact.id == party and reachable(fact.value):
            yield from case.held(fact)
            return
    yield Breach("missing", answer.path, answer.raw)


RULE = LawRule(
    id="APPI611",
    slug="accredited-organisation",
    judge=judge,
    grounds=(
        Ground("APPI", "32(1)(iv)"),
        Ground("APPI Order", "10(iii)"),
    ),
    severity=Severity.ERROR,
    unknown=Severity.INFO,
    variants=("unknown",),
)
