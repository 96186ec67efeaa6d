"""Which edit gives which event: kind, class, rules; and which raw events another one explains."""

from __future__ import annotations

import pytest
from diff_sample import BASE, Data, Edit, add, changes, edited, first, gone, loaded, only, other_length, told, whole

from hoshin.diff.run import diff

ONE_EVENT: list[tuple[Edit, str, str, tuple[str, ...]]] = [
    (add("purposes", id="ads", relation="compatible"), "PURPOSE_ADDED", "material", ("CHG101",)),
    (add("purposes", id="ads"), "PURPOSE_ADDED", "material", ("CHG102",)),
    (first("purposes", kind="profiling"), "PURPOSE_KIND_CHANGED", "material", ("CHG108",)),
    (first("purposes", kind="support"), "PURPOSE_KIND_CHANGED", "notable", ("CHG108",)),
    (first("purposes", open_ended=True), "PURPOSE_OPENED", "material", ("CHG104",)),
    (first("purposes", completeness="exhaustive"), "PURPOSE_CLOSED", "notable", ("CHG105",)),
    (first("purposes", condition={"text": "if asked"}), "PURPOSE_CONDITION_TIGHTENED", "notable", ("CHG105",)),
    (first("purposes", scope={"region": ["JP"]}), "PURPOSE_SCOPE_NARROWED", "notable", ("CHG804",)),
    (first("purposes", modality="may"), "PURPOSE_MODALITY_CHANGED", "notable", ("CHG902",)),
    (first("purposes", uses=[]), "PURPOSE_DATA_CATEGORY_REMOVED", "notable", ("CHG205",)),
    (first("purposes", title="The service"), "PURPOSE_TITLE_CHANGED", "notable", ("CHG106",)),
    (first("purposes", text="Provision of a service"), "PURPOSE_TEXT_CHANGED", "notable", ("CHG106",)),
    (first("purposes", text="Provision of the **service**"), "PURPOSE_TEXT_CHANGED", "notable", ("CHG106",)),
    (first("purposes", text="Provision of the service "), "", "", ()),
    (first("purposes", dpv=["dpv:ServiceProvision"]), "PURPOSE_CHANGED", "notable", ()),
    (first("purposes", source_ref={"document": "x", "line": 3}), "METADATA_CHANGED", "editorial", ()),
    (first("data", special=True), "DATA_CATEGORY_SENSITIVITY_RAISED", "material", ("CHG206",)),
    (first("data", special=False), "DATA_CATEGORY_CHANGED", "notable", ()),
    (first("data", high_risk="location"), "DATA_CATEGORY_SENSITIVITY_RAISED", "material", ("CHG204",)),
    (first("data", source={"kind": "person"}), "DATA_SOURCE_ADDED", "notable", ("CHG208",)),
    (first("data", source={"kind": "third_party"}), "DATA_SOURCE_ADDED", "material", ("CHG208",)),
    (lambda d: d["data"][0]["items"][0].update(provision="required"), "PURPOSE_PROVISION_REQUIRED", "material",
     ("CHG209",)),
    (lambda d: d["data"][0]["items"].append({"id": "phone"}), "DATA_ITEM_ADDED", "notable", ("CHG203",)),
    (lambda d: d["data"][0]["items"].append({"id": "gps", "high_risk": "location"}), "DATA_ITEM_ADDED", "material",
     ("CHG204",)),
    (add("data", id="health", special=True), "DATA_CATEGORY_ADDED", "material", ("CHG206",)),
    (add("technologies", id="tag", kind="tag", third_party=True), "TRACKER_ADDED", "material", ("CHG210",)),
    (add("technologies", id="basket", kind="cookie", essential=True), "TRACKER_ADDED", "notable", ("CHG211",)),
    (first("legal_bases", basis="eu-gdpr:A6-1-f"), "PURPOSE_LEGAL_BASIS_CHANGED", "material", ("CHG303",)),
    (first("legal_bases", basis="eu-gdpr:A6-1-c"), "PURPOSE_LEGAL_BASIS_CHANGED", "material", ("CHG304",)),
    (first("legal_bases", basis="eu-gdpr:A6-1-a-explicit"), "PURPOSE_LEGAL_BASIS_CHANGED", "material", ("CHG302",)),
    (first("legal_bases", basis="eu-gdpr:A6-1-e"), "PURPOSE_LEGAL_BASIS_CHANGED", "material", ("CHG305",)),
    (first("legal_bases", purposes=["service", "news"]), "PURPOSE_LEGAL_BASIS_ADDED", "material", ("CHG305",)),
    (first("legal_bases", art9_condition="eu-gdpr:A9-2-a"), "PURPOSE_SPECIAL_CONDITION_CHANGED", "material",
     ("CHG309",)),
    (first("legal_bases", interests=["safety"]), "PURPOSE_INTEREST_CHANGED", "material", ("CHG307",)),
    (add("legal_bases", id="more", basis="eu-gdpr:A6-1-f", purposes=["news"]), "PURPOSE_LEGAL_BASIS_ADDED", "material",
     ("CHG305",)),
    (add("recipients", id="bank", country="JP"), "RECIPIENT_ADDED", "material", ("CHG401",)),
    (add("recipients", id="bank", country="IN"), "RECIPIENT_ADDED", "material", ("CHG401", "CHG501")),
    (first("recipients", country="US"), "RECIPIENT_COUNTRY_CHANGED", "material", ("CHG501",)),
    (gone("recipients", "country"), "RECIPIENT_COUNTRY_REMOVED", "notable", ("CHG502",)),
    (first("recipients", role="controller"), "RECIPIENT_ROLE_CHANGED", "material", ("CHG404",)),
    (gone("recipients", "role"), "RECIPIENT_ROLE_CHANGED", "material", ("CHG404",)),
    (first("recipients", members=["Aoba Print Kyoto"]), "RECIPIENT_ADDED", "notable", ("CHG402",)),
    (first("recipients", purposes=["service", "news"]), "PURPOSE_RECIPIENT_ADDED", "material", ("CHG401",)),
    (first("recipients", data=["name", "email"]), "RECIPIENT_SCOPE_WIDENED", "material", ("CHG804",)),
    (first("recipients", data=[]), "RECIPIENT_SCOPE_WIDENED", "material", ("CHG804",)),
    (first("recipients", triggers=["law"]), "RECIPIENT_TRIGGER_ADDED", "material", ("CHG411",)),
    (first("recipients", safeguards=[]), "RECIPIENT_SAFEGUARD_REMOVED", "notable", ("CHG412",)),
    (add("transfers", id="to-india", country="IN"), "TRANSFER_ADDED", "material", ("CHG501",)),
    (first("retention", period="P11Y"), "RETENTION_EXTENDED", "material", ("CHG601",)),
    (first("retention", period="P3652D"), "RETENTION_PERIOD_CHANGED", "material", ("CHG601",)),
    (first("retention", period="indefinite"), "RETENTION_EXTENDED", "material", ("CHG601",)),
    (first("retention", period="not_stored"), "RETENTION_SHORTENED", "notable", ("CHG602",)),
    (gone("retention", "period"), "RETENTION_PERIOD_DROPPED", "material", ("CHG603",)),
    (gone("retention", "modality"), "RETENTION_FIRMED", "notable", ("CHG606",)),
    (first("retention", modality="may"), "RETENTION_HEDGED", "notable", ("CHG606",)),
    (first("retention", bound="about"), "RETENTION_HEDGED", "notable", ("CHG606",)),
    (first("retention", bound="max"), "RETENTION_FIRMED", "notable", ("CHG606",)),
    (first("retention", bound="min"), "RETENTION_EXTENDED", "material", ("CHG601",)),
    (first("retention", starts_from="account_closed"), "RETENTION_TRIGGER_CHANGED", "notable", ("CHG605",)),
    (other_length(max="P12Y"), "RETENTION_PERIOD_CHANGED", "material", ("CHG601",)),
    (other_length(min="P11Y", max="P12Y"), "RETENTION_EXTENDED", "material", ("CHG601",)),
    (other_length(range=["P1Y", "P2Y"]), "RETENTION_SHORTENED", "notable", ("CHG602",)),
    (
        other_length(stages=[{"state": "hidden", "period": "P8Y"}, {"state": "backup", "period": "P3Y"}]),
        "RETENTION_EXTENDED",
        "material",
        ("CHG601",),
    ),
    (
        other_length(longest_of=[{"period": "P10Y"}, {"until": "claims_settled"}]),
        "RETENTION_EXTENDED",
        "material",
        ("CHG601",),
    ),
    (
        other_length(earliest_of=[{"period": "P10Y"}, {"until": "withdrawal"}]),
        "RETENTION_SHORTENED",
        "notable",
        ("CHG602",),
    ),
    (other_length(business_days=10), "RETENTION_SHORTENED", "notable", ("CHG602",)),
    (first("retention", until="withdrawal"), "RETENTION_TRIGGER_CHANGED", "notable", ("CHG605",)),
    (first("retention", until={"end_of": "fiscal_year"}), "RETENTION_TRIGGER_CHANGED", "notable", ("CHG605",)),
    (first("retention", then="delete"), "RETENTION_FIRMED", "notable", ("CHG606",)),
    (first("retention", review={"regularly": True}), "RETENTION_FIRMED", "notable", ("CHG606",)),
    (first("retention", criteria=["tax_law"]), "RETENTION_EXTENDED", "material", ("CHG601",)),
    (first("retention", **{"except": [{"of": ["data/logs"], "period": "P1Y"}]}), "RETENTION_SHORTENED", "notable",
     ("CHG602",)),
    (add("retention", id="logs", of=["data/logs"], period="P1Y"), "RETENTION_ADDED", "notable", ("CHG602",)),
    (add("retention", id="logs", of=["data/logs"], period="P20Y"), "RETENTION_ADDED", "material", ("CHG601",)),
    (add("rights", id="portability", right="eu-gdpr:A20"), "RIGHT_ADDED", "notable", ("CHG702",)),
    (first("rights", condition={"text": "once a year"}), "RIGHT_CONDITION_TIGHTENED", "material", ("CHG703",)),
    (gone("rights", "channel"), "RIGHT_CHANNEL_CHANGED", "material", ("CHG705",)),
    (first("rights", authority="ppc"), "COMPLAINT_BODY_CHANGED", "notable", ("CHG706",)),
    (first("contacts", email="other@aoba.example"), "CONTACT_CHANGED", "material", ("CHG705",)),
    (first("contacts", handles=["questions", "security"]), "CONTACT_CHANGED", "notable", ("CHG802",)),
    (lambda d: d["controller"].update(legal_name="Aoba Holdings Inc."), "CONTROLLER_CHANGED", "material", ("CHG801",)),
    (lambda d: d["controller"]["address"].update(city="Kyoto"), "CONTROLLER_DETAILS_CHANGED", "notable", ("CHG802",)),
    (add("parties", id="sister", name="Sister", role="joint_controller"), "JOINT_CONTROLLER_CHANGED", "material",
     ("CHG407",)),
    (add("officers", id="dpo", role="dpo", name="A. Person"), "OFFICER_ADDED", "notable", ("CHG802",)),
    (add("officers", id="dpo", role="dpo", status="not_required"), "APPLICABILITY_STATED", "notable", ("CHG508",)),
    (add("officers", id="dpo", role="dpo", status="unknown"), "METADATA_CHANGED", "editorial", ()),
    (whole("transfers", {"status": "none", "reason": "There is none."}), "APPLICABILITY_STATED", "notable",
     ("CHG508",)),
    (whole("transfers", {"status": "unknown"}), "METADATA_CHANGED", "editorial", ()),
    (add("jurisdictions", id="gdpr"), "JURISDICTION_ADDED", "notable", ("CHG805",)),
    (add("sites", id="main", url="https://aoba.example"), "SCOPE_WIDENED", "material", ("CHG804",)),
    (lambda d: d["children"].update(min_age=12), "MIN_AGE_LOWERED", "material", ("CHG806",)),
    (lambda d: d["children"].update(min_age=16), "MIN_AGE_RAISED", "notable", ("CHG806",)),
    (add("automated_decisions", id="score"), "AUTOMATED_DECISION_ADDED", "material", ("CHG807",)),
    (add("security_measures", id="training"), "SECURITY_MEASURE_ADDED", "notable", ("CHG809",)),
    (add("security_measures", id="none", disclaimer=True), "SECURITY_MEASURE_ADDED", "notable", ("CHG808",)),
    (lambda d: d["amendments"]["notice"].update(period="P14D"), "NOTICE_PERIOD_SHORTENED", "material", ("CHG810",)),
    (lambda d: d["amendments"].pop("notice"), "NOTICE_PERIOD_SHORTENED", "material", ("CHG810",)),
    (lambda d: d["amendments"].update(methods=["post_on_page", "email"]), "NOTICE_METHOD_CHANGED", "notable",
     ("CHG810",)),
    (lambda d: d["amendments"].update(reader_duty="check_back"), "NOTICE_METHOD_CHANGED", "material", ("CHG810",)),
    (first("commitments", qualifier="for money"), "COMMITMENT_QUALIFIED", "material", ("CHG405",)),
    (first("commitments", acts=["sell"]), "COMMITMENT_SCOPE_NARROWED", "material", ("CHG405",)),
    (first("commitments", acts=["sell", "rent", "lend"]), "COMMITMENT_SCOPE_WIDENED", "notable", ("CHG406",)),
    (lambda d: d.pop("commitments"), "COMMITMENT_REMOVED", "material", ("CHG405",)),
    (first("definitions", means="anyone"), "TERM_DEFINITION_CHANGED", "material", ("CHG901",)),
    (add("definitions", id="guest", term="Guest"), "TERM_ADDED", "notable", ()),
    (add("choices", id="stop", kind="opt_out", of="purpose/news"), "CHOICE_ADDED", "notable", ()),
    (add("choices", id="stop", kind="opt_out", of="recipient/printer"), "OPT_OUT_PROVISION_CHANGED", "material",
     ("CHG410",)),
    (add("joint_uses", id="group", data=["name"]), "JOINT_USE_ADDED", "material", ("CHG408",)),
    (add("references", id="list", title="List"), "REFERENCE_CHANGED", "notable", ("CHG902",)),
    (add("precedence", id="forum", other="list", relation="supplements"), "PRECEDENCE_CHANGED", "notable", ("CHG902",)),
    (lambda d: d["document"].update(locales=["ja", "fr"]), "TRANSLATION_ADDED", "editorial", ("CHG904",)),
    (lambda d: d["document"].update(version="1.0.0"), "METADATA_CHANGED", "editorial", ()),
    (lambda d: d["sections"][0].update(title="Our purposes"), "SECTION_TITLE_CHANGED", "editorial", ("CHG903",)),
    (lambda d: d["sections"][0].update(title="When we may use data"), "SECTION_TITLE_CHANGED", "notable",
     ("CHG903", "CHG902")),
    (lambda d: d["sections"][0]["blocks"][0].update(numbering="decimal"), "CLAUSE_LAYOUT_CHANGED", "editorial",
     ("CHG903",)),
    (lambda d: d["sections"][2].update(numbered=False), "SECTIONS_RENUMBERED", "editorial", ("CHG903",)),
    (lambda d: d["sections"][1]["blocks"][0]["units"].pop(), "CLAUSE_REMOVED", "notable", ("CHG902",)),
    (lambda d: d["sections"][1]["blocks"][0]["units"][1].update(text="We care for your data."), "CLAUSE_TEXT_CHANGED",
     "notable", ()),
    (lambda d: d["sections"][1]["blocks"][0]["units"][1].update(text="We may care about your data."),
     "CLAUSE_TEXT_CHANGED", "notable", ("CHG902",)),
    (lambda d: d["sections"][1]["blocks"][0]["units"].reverse(), "ENTITY_MOVED", "editorial", ("CHG903",)),
    (lambda d: d["sections"][2]["blocks"][0]["order"].pop(), "CLAUSE_REMOVED", "notable", ("CHG902",)),
    (lambda d: d.update(retired_ids=["purpose/old"]), "METADATA_CHANGED", "editorial", ()),
]  # fmt: skip


@pytest.mark.parametrize(("edit", "kind", "class_", "rules"), ONE_EVENT)
def test_one_edit_is_one_event(edit: Edit, kind: str, class_: str, rules: tuple[str, ...]) -> None:
    report = changes(edit)
    if not kind:
        assert report.events == ()
        return
    event = only(report)
    assert (event.kind, event.class_, event.rule_ids) == (kind, class_, rules)


def test_a_stated_none_becomes_a_fact_and_back() -> None:
    none = {**BASE, "officers": [{"id": "dpo", "role": "dpo", "status": "none", "reason": "No duty."}]}
    there = {**BASE, "officers": [{"id": "dpo", "role": "dpo", "status": "declared", "reason": "No duty."}]}
    assert told(diff(loaded(none), loaded(there))) == ["OFFICER_ADDED"]
    assert told(diff(loaded(there), loaded(none))) == ["OFFICER_REMOVED"]
    assert told(diff(loaded(none), loaded(BASE))) == ["APPLICABILITY_UNSTATED"]


def test_typography_and_links_are_editorial() -> None:
    before = edited(first("purposes", text="See [our “list”](https://aoba.example/a)."))
    quotes = edited(first("purposes", text='See [our "list"](https://aoba.example/a).'))
    target = edited(first("purposes", text="See [our “list”](https://aoba.example/b)."))
    assert [event.class_ for event in diff(loaded(before), loaded(quotes)).events] == ["editorial"]
    assert told(diff(loaded(before), loaded(quotes))) == ["TEXT_TYPOGRAPHY_CHANGED"]
    assert told(diff(loaded(before), loaded(target))) == ["LINK_CHANGED"]


def test_an_effective_date_is_postponed_only_within_one_version() -> None:
    def dated(day: str, version: str) -> Data:
        document = {**BASE["document"], "version": version}
        return {**BASE, "document": document, "dates": [{"id": "effective", "value": day}]}

    same = diff(loaded(dated("2026-07-01", "1.0.0")), loaded(dated("2026-08-01", "1.0.0")))
    assert only(same).kind == "EFFECTIVE_DATE_POSTPONED"
    other = diff(loaded(dated("2026-07-01", "1.0.0")), loaded(dated("2026-08-01", "1.1.0")))
    assert told(other) == ["METADATA_CHANGED", "METADATA_CHANGED"]
    assert other.declared_bump == "minor"
