"""Equivalent measures abroad are checked regularly, and people can ask about them.

Why:
    Who relies on equivalent measures must check them and the law there regularly, act where they fail, and inform
    people on request (APPI Art. 28(3), Rules Art. 18).

Bad::

    security_measures:
      - {id: abroad, title: 外的環境の把握, kind: abroad, countries: [SG], text: シンガポールにおける個人情報の保護に関する制度を把握した上で、安全管理措置を実施しています。}
    recipients:
      - {id: mailer, title: メール配信会社, kind: class, appi_role: entrustee, country: SG, data: [account], purposes: [shop], safeguards: [{id: contract, kind: contract}], text: 配信を委託しています。}
    without: [transfers]
    transfers:
      - {id: abroad, title: 外国への提供, country: SG, recipients: [mailer], safeguards: ["x-jp:EquivalentMeasures"], check_every: P1Y, text: 配信のため、外国にある事業者に会員情報を提供します。}
    sections:
      - id: abroad
        title: 外国にある第三者への提供
        blocks:
          - {kind: list, id: abroad, of: transfers}

Good::

    security_measures:
      - {id: abroad, title: 外的環境の把握, kind: abroad, countries: [SG], text: シンガポールにおける個人情報の保護に関する制度を把握した上で、安全管理措置を実施しています。}
    recipients:
      - {id: mailer, title: メール配信会社, kind: class, appi_role: entrustee, country: SG, data: [account], purposes: [shop], safeguards: [{id: contract, kind: contract}], text: 配信を委託しています。}
    without: [transfers]
    transfers:
      - {id: abroad, title: 外国への提供, country: SG, recipients: [mailer], safeguards: ["x-jp:EquivalentMeasures"], check_every: P1Y, copy_of: {on: request, channel: desk}, text: 配信のため、外国にある事業者に会員情報を提供します。}
    sections:
      - id: abroad
        title: 外国にある第三者への提供
        blocks:
          - {kind: list, id: abroad, of: transfers}

Not applicable::

    document: {title: プライバシーポリシー}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.laws.case import Case
from hoshin.check.laws.japan import EQUIVALENT_MEASURES
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.recipient import Transfer


def judge(case: Case) -> Iterator[Outcome]:
    """Each transfer that rests on them: how often they are checked, and how people get information."""
    found = [
        fact
        for fact in case.facts(Transfer)
        if any(case.is_a(term, EQUIVALENT_MEASURES) for term in fact.value.safeguards)
    ]
    if not found:
        yield Exempt()
    for fact in found:
        if lacking := tuple(name for name in ("check_every", "copy_of") if not getattr(fact.value, name)):
            yield Breach("missing", fact.path, fact.raw, {"name": fact.value.title or fact.id, "keys": lacking})
        else:
            yield from case.held(fact)


RULE = LawRule(
    id="APPI509",
    slug="equivalent-measures",
    judge=judge,
    grounds=(
        Ground("APPI", "28(3)"),
        Ground("APPI Rules", "18"),
    ),
    severity=Severity.WARNING,
)
