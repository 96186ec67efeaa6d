"""Provision to a third party abroad rests on consent, on equivalent measures, or on an equivalent country.

Why:
    A third party abroad, also an entrustee or a joint user, receives data only with consent to exactly that, unless
    its country is designated (the EEA and the United Kingdom) or it takes measures like those of the law (APPI Art.
    28(1)). Servers on which nobody handles the data are no provision.

Bad (no ground)::

    security_measures:
      - {id: abroad, title: 外的環境の把握, kind: abroad, countries: [SG], text: シンガポールにおける個人情報の保護に関する制度を把握した上で、安全管理措置を実施しています。}
    recipients:
      - {id: mailer, title: メール配信会社, kind: class, appi_role: entrustee, country: SG, data: [account], purposes: [shop], safeguards: [{id: contract, kind: contract}], text: 配信を委託しています。}
    without: [transfers]
    transfers:
      - {id: abroad, title: 外国への提供, country: SG, recipients: [mailer], text: 配信のため、外国にある事業者に会員情報を提供します。}
    sections:
      - id: abroad
        title: 外国にある第三者への提供
        blocks:
          - {kind: list, id: abroad, of: transfers}

Bad (a recipient abroad and no transfer)::

    security_measures:
      - {id: abroad, title: 外的環境の把握, kind: abroad, countries: [SG], text: シンガポールにおける個人情報の保護に関する制度を把握した上で、安全管理措置を実施しています。}
    recipients:
      - {id: mailer, title: メール配信会社, kind: class, appi_role: entrustee, country: SG, data: [account], purposes: [shop], safeguards: [{id: contract, kind: contract}], text: 配信を委託しています。}

Bad (a country that is not designated)::

    security_measures:
      - {id: abroad, title: 外的環境の把握, kind: abroad, countries: [SG], text: シンガポールにおける個人情報の保護に関する制度を把握した上で、安全管理措置を実施しています。}
    recipients:
      - {id: mailer, title: メール配信会社, kind: class, appi_role: entrustee, country: SG, data: [account], purposes: [shop], safeguards: [{id: contract, kind: contract}], text: 配信を委託しています。}
    without: [transfers]
    transfers:
      - {id: abroad, title: 外国への提供, country: SG, recipients: [mailer], safeguards: ["x-jp:EquivalentCountry"], text: 配信のため、外国にある事業者に会員情報を提供します。}
    sections:
      - id: abroad
        title: 外国にある第三者への提供
        blocks:
          - {kind: list, id: abroad, of: transfers}

Bad (not stated)::

    transfers: {status: unknown}

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

Good (an equivalent country)::

    security_measures:
      - {id: abroad, title: 外的環境の把握, kind: abroad, countries: [DE], text: ドイツにおける個人情報の保護に関する制度を把握した上で、安全管理措置を実施しています。}
    recipients:
      - {id: mailer, title: メール配信会社, kind: class, appi_role: entrustee, country: DE, data: [account], purposes: [shop], safeguards: [{id: contract, kind: contract}], text: 配信を委託しています。}
    without: [transfers]
    transfers:
      - {id: abroad, title: 外国への提供, country: DE, recipients: [mailer], text: 配信のため、外国にある事業者に会員情報を提供します。}
    sections:
      - id: abroad
        title: 外国にある第三者への提供
        blocks:
          - {kind: list, id: abroad, of: transfers}

Not applicable::

    transfers: {status: none, reason: 国内でのみ取り扱います}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hoshin.check.laws.case import Case
from hoshin.check.laws.japan import (
    CONSENT_ABROAD,
    EQUIVALENT_MEASURES,
    foreign,
    handlers,
    name_of,
    places_abroad,
    without_exception,
)
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.outcome import Breach, Exempt, Outcome
from hoshin.kernel.finding import Severity
from hoshin.kernel.ground import Ground
from hoshin.schema.recipient import Transfer

WAYS: Final = (CONSENT_ABROAD, EQUIVALENT_MEASURES)
EQUIVALENT_COUNTRY: Final = "x-jp:EquivalentCountry"


def judge(case: Case) -> Iterator[Outcome]:
    """Each transfer abroad with its ground; each recipient abroad has a transfer."""
    transfers = case.facts(Transfer)
    reached = {one for fact in transfers for one in fact.value.recipients}
    countries = {fact.value.country for fact in transfers}
    missed = [
        fact
        for fact in handlers(case)
        if places_abroad(case, fact.value)
        and without_exception(fact)
        and fact.id not in reached
        and not countries & set(places_abroad(case, fact.value))
    ]
    for fact in missed:
        yield Breach("missing", fact.path, fact.raw, {"name": name_of(fact)}, "recipient")
    if transfers or not missed:
        yield from case.answer("transfers").outcomes(_each(case))


def _each(case: Case) -> Iterator[Outcome]:
    for fact in case.facts(Transfer):
        value = fact.value
        if value.storage_only or (value.country is not None and not foreign(case, value.country)):
            yield Exempt()
        elif any(case.is_a(term, *WAYS) for term in value.safeguards):
            yield from case.held(fact)
        else:
            variant = "country" if EQUIVALENT_COUNTRY in value.safeguards else ""
            name = value.title or fact.id
            yield Breach("missing", f"{fact.path}/safeguards", fact.raw, {"name": name}, variant)


RULE = LawRule(
    id="APPI507",
    slug="foreign-third-party",
    judge=judge,
    grounds=(Ground("APPI", "28(1)"),),
    severity=Severity.ERROR,
    variants=("unknown", "recipient", "country"),
)
