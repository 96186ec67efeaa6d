"""The pack “appi”: its rules in the order of their ids."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType

from hoshin.check.laws.items import APPI_ITEMS
from hoshin.check.laws.pack import Dated, Pack
from hoshin.check.rules.appi import (
    business_address,
    business_name,
    business_succession,
    employee_supervision,
    entrustee_supervision,
    entrustment_note,
    equivalent_measures,
    foreign_business_country,
    foreign_consent_info,
    foreign_environment,
    foreign_third_party,
    joint_use_notice,
    no_improper_use,
    opt_out_notice,
    personal_related_info,
    profiling_purpose,
    provision_records,
    purpose_beyond,
    purpose_change_clause,
    purpose_published,
    purpose_shown_at_form,
    purpose_specified,
    purposes_of_all_retained,
    representative_name,
    security_measures,
    third_party_consent,
    third_party_exceptions,
)

PACK = Pack(
    id="appi",
    version="1.0.0",
    as_of=date(2026, 11, 22),
    laws=("legal-jp:law-APPI",),
    regions=("JP",),
    rules=(
        business_name.RULE,
        business_address.RULE,
        representative_name.RULE,
        foreign_business_country.RULE,
        purpose_specified.RULE,
        purpose_published.RULE,
        purpose_shown_at_form.RULE,
        purposes_of_all_retained.RULE,
        purpose_beyond.RULE,
        purpose_change_clause.RULE,
        no_improper_use.RULE,
        profiling_purpose.RULE,
        security_measures.RULE,
        employee_supervision.RULE,
        entrustee_supervision.RULE,
        foreign_environment.RULE,
        third_party_consent.RULE,
        third_party_exceptions.RULE,
        opt_out_notice.RULE,
        joint_use_notice.RULE,
        entrustment_note.RULE,
        business_succession.RULE,
        foreign_third_party.RULE,
        foreign_consent_info.RULE,
        equivalent_measures.RULE,
        provision_records.RULE,
        personal_related_info.RULE,
    ),
    lists=MappingProxyType(
        {"equivalent": (Dated("EEA", first=date(2019, 1, 23)), Dated("GB", first=date(2019, 1, 23)))}
    ),
    sources=(
        "個人情報の保護に関する法律（平成15年法律第57号）",
        "個人情報の保護に関する法律施行令、同施行規則",
        "個人情報保護委員会 ガイドライン（通則編、外国にある第三者への提供編）、Q&A",
        "平成31年個人情報保護委員会告示第1号（同等の水準にあると認められる外国）",
        "個人情報の保護に関する法律等の一部を改正する法律（2026年7月17日公布、未施行）：16歳未満の者に関する規定など。施行までは規則にしない",
    ),
    items=APPI_ITEMS,
)
