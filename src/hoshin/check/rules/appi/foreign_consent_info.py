"""Who consents to provision abroad learns of the country, its law, and the recipient’s measures.

Why:
    Consent to provision abroad counts only if the name of the country, its system of protection and the measures of
    the recipient were told before (APPI Art. 28(2), Rules Art. 17(2)); what cannot be told is replaced by the
    reason (Rules Art. 17(3), (4)).

Bad::

    security_measures:
      - {id: abroad, title: 外的環境の把握, kind: abroad, countries: [SG], text: シンガポールにおける個人情報の保護に関する制度を把握した上で、安全管理措置を実施しています。}
    recipients:
      - {id: mailer, title: メール配信会社, kind: class, appi_role: entrustee, country: SG, data: [account], purposes: [shop], safeguards: [{id: contract, kind: contract}], text: 配信を委託しています。}
    without: [transfers]
    transfers:
      - {id: abroad, title: 外国への提供, country: SG, recipients: [mailer], safeguards: ["x-jp:ConsentToForeignProvision"], country_system: 包括的な法令があります, text: 配信のため、外国にある事業者に会員情報を提供します。}
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
      - {id: abroad, title: 外国への提供, country: SG, recipients: [mailer], safeguards: ["x-jp:ConsentToForeignProvision"], country_system: 包括的な法令があります, recipient_measures: OECDの8原則に対応する措置を講じています, text: 配信のため、外国にある事業者に会員情報を提供します。}
    sections:
      - id: abroad
        title: 外国にある第三者への提供
        blocks:
          - {kind: list, id: abroad, of: transfers}

Good (the reason why not)::

    security_measures:
      - {id: abroad, title: 外的環境の把握, kind: abroad, countries: [SG], text: シンガポールにおける個人情報の保護に関する制度を把握した上で、安全管理措置を実施しています。}
    recipients:
      - {id: mailer, title: メール配信会社, kind: class, appi_role: entrustee, country: SG, data: [account], purposes: [shop], safeguards: [{id: contract, kind: contract}], text: 配信を委託しています。}
    without: [transfers]
    transfers:
      - {id: abroad, title: 外国への提供, country: SG, recipients: [mailer], safeguards: ["x-jp:ConsentToForeignProvision"], country_system: 包括的な法令があります, unknown_because: 提供先が未定のため, text: 配信のため、外国にある事業者に会員情報を提供します。}
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
from typing import Final

from hoshin.check.laws.case import Case
from hoshin.check.laws.japan import CONSENT_ABROAD
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.recipient import Transfer

ITEMS: Final = ("country", "country_system", "recipient_measures")


def judge(case: Case) -> Iterator[Outcome]:
    """Each transfer that rests on consent: all items, or why they cannot be told."""
    found = [
        fact for fact in case.facts(Transfer) if any(case.is_a(term, CONSENT_ABROAD) for term in fact.value.safeguards)
    ]
    if not found:
        yield Exempt()
    for fact in found:
        lacking = tuple(name for name in ITEMS if not getattr(fact.value, name))
        if lacking and not fact.value.unknown_because:
            yield Breach("missing", fact.path, fact.raw, {"name": fact.value.title or fact.id, "keys": lacking})
        else:
            yield from case.held(fact)


RULE = LawRule(
    id="APPI508",
    slug="foreign-consent-info",
    judge=judge,
    grounds=(
        Ground("APPI", "28(2)"),
        Ground("APPI Rules", "17(2)"),
        Ground("APPI Rules", "17(3)"),
        Ground("APPI Rules", "17(4)"),
    ),
    severity=Severity.ERROR,
)
