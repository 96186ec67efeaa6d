"""Which edit gives which event: kind, class, rules; and which raw events another one explains."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from diff_sample import BASE, Data, changes, edited, loaded, only, told

from hoshin.diff.change import Report, Side, event_id, fingerprint
from hoshin.diff.run import diff

Edit = Callable[[Data], object]


def add(key: str, **body: Any) -> Edit:
    return lambda data: data.setdefault(key, []).append(body)


def first(key: str, **fields: Any) -> Edit:
    return lambda data: data[key][0].update(fields)


def whole(key: str, value: Any) -> Edit:
    return lambda data: data.update({key: value})


def gone(key: str, field: str) -> Edit:
    return lambda data: data[key][0].pop(field)


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
    (first("retention", max="P12Y"), "RETENTION_PERIOD_STATED", "notable", ("CHG604",)),
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
    assert (event.kind, event.class_, event.rules) == (kind, class_, rules)


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


def explained(report: Report) -> list[tuple[str, str]]:
    return [(claim.kind, "/".join(claim.path)) for claim in report.claimed]


def test_a_purpose_that_goes_takes_its_links_along() -> None:
    def edit(data: Data) -> None:
        data["purposes"].pop(1)
        data["legal_bases"][0]["purposes"] = ["service"]
        data["legal_bases"].pop(1)
        data["sections"][0]["blocks"][0]["order"] = ["service"]

    base = edited(lambda d: d["recipients"][0].update(purposes=["service", "news"]))
    new = edited(edit)
    report = diff(loaded(base), loaded(new))
    assert told(report) == ["PURPOSE_LEGAL_BASIS_REMOVED", "PURPOSE_REMOVED"]
    assert explained(report) == [
        ("PURPOSE_RECIPIENT_REMOVED", "recipient/printer/purposes/news"),
        ("CLAUSE_REMOVED", "section/purposes/purpose-list/order/purpose/news"),
    ]
    assert report.events[1].claims == tuple(claim.event_id for claim in report.claimed)


def test_a_list_that_runs_empty_is_told_because_it_would_mean_all() -> None:
    def edit(data: Data) -> None:
        data["data"][0]["items"].pop(0)
        data["recipients"][0]["data"] = []

    assert told(changes(edit)) == ["RECIPIENT_SCOPE_WIDENED", "DATA_ITEM_REMOVED"]


def test_a_sensitive_item_is_told_beside_its_new_category() -> None:
    category = {"id": "health", "items": [{"id": "steps"}, {"id": "illness", "special": True}]}
    report = changes(add("data", **category))
    assert told(report) == ["DATA_CATEGORY_ADDED", "DATA_ITEM_ADDED"]
    assert report.events[1].path == ("data", "illness")
    assert explained(report) == [("DATA_ITEM_ADDED", "data/steps")]


def test_words_that_tell_a_changed_fact_go_with_it_unless_they_weigh_more() -> None:
    def edit(data: Data) -> None:
        data["retention"][0]["modality"] = "will"
        data["sections"][1]["blocks"][0]["units"][0]["text"] = (
            "We keep data of a {term:member} for {retention:default}."
        )

    event = only(changes(edit))
    assert event.kind == "RETENTION_FIRMED"
    assert event.units == ("section/keeping/how-long",)
    assert event.prose["en"] == (
        ("=", "We "),
        ("-", "usually "),
        ("=", "keep data of a {term:member} for {retention:default}."),
    )
    assert event.flags == ("modal",)


def test_a_new_title_explains_no_wording() -> None:
    report = changes(first("purposes", title="The service", text="Another text"))
    assert sorted(told(report)) == ["PURPOSE_TEXT_CHANGED", "PURPOSE_TITLE_CHANGED"]


def test_a_retired_id_goes_with_its_fact() -> None:
    def edit(data: Data) -> None:
        data["commitments"] = []
        data["retired_ids"] = ["commitment/no-sale"]

    report = changes(edit)
    assert told(report) == ["COMMITMENT_REMOVED"]
    assert explained(report) == [("METADATA_CHANGED", "document/retired-ids/commitment/no-sale")]


def test_a_section_takes_its_clauses_along() -> None:
    report = changes(lambda d: d["sections"].pop(1))
    assert told(report) == ["SECTION_REMOVED", "SECTIONS_RENUMBERED"]
    assert {kind for kind, _ in explained(report)} == {"CLAUSE_REMOVED"}
    assert report.events[1].before == Side(value={"rights": "3"})
    assert report.events[1].after == Side(value={"rights": "2"})


def test_a_clause_that_changes_its_paragraph_has_moved() -> None:
    def edit(data: Data) -> None:
        unit = data["sections"][1]["blocks"][0]["units"].pop()
        data["sections"][1]["blocks"].append({"kind": "paragraph", "id": "second", "units": [unit]})

    assert sorted(told(changes(edit))) == ["CLAUSE_ADDED", "ENTITY_MOVED"]


def test_a_declared_rename_is_told_alone() -> None:
    def edit(data: Data) -> None:
        data["purposes"][1].update(id="mailing", formerly=["news"])
        data["legal_bases"][1]["purposes"] = ["mailing"]
        data["sections"][0]["blocks"][0]["order"] = ["service", "mailing"]
        data["retired_ids"] = ["purpose/news"]

    event = only(changes(edit))
    assert (event.kind, event.before, event.after) == ("ENTITY_ID_RENAMED", Side(value="news"), Side(value="mailing"))
    assert event.rules == ()


def test_a_rename_moves_placeholders_and_sections_too() -> None:
    old = edited(lambda d: d["sections"][1]["blocks"][0]["units"][1].update(text="See {article:rights}."))

    def edit(data: Data) -> None:
        data["sections"][2].update(id="your-rights", formerly=["rights"])
        data["sections"][1]["blocks"][0]["units"][1]["text"] = "See {article:your-rights}."

    assert told(diff(loaded(old), loaded(edited(edit, old)))) == ["ENTITY_ID_RENAMED"]


def test_an_edit_beside_a_rename_is_still_told() -> None:
    def edit(data: Data) -> None:
        data["retention"][0].update(id="general", formerly=["default"], period="P11Y")
        text = "We usually keep data of a {term:member} for {retention:general}."
        data["sections"][1]["blocks"][0]["units"][0].update(text=text, states=["retention/general", "term/member"])

    report = changes(edit)
    assert told(report) == ["RETENTION_EXTENDED", "ENTITY_ID_RENAMED"]
    assert report.events[0].path == ("retention", "general", "period")


def test_purposes_are_merged_and_a_grown_part_is_still_told() -> None:
    def edit(data: Data) -> None:
        merged = {"id": "all", "formerly": ["service", "news"], "uses": [{"data": "account"}, {"data": "logs"}]}
        data["purposes"] = [merged]

    report = changes(edit)
    assert "PURPOSES_MERGED" in told(report)
    assert "PURPOSE_ADDED" in told(report)
    assert "PURPOSE_REMOVED" not in told(report)


def test_alike_facts_that_went_and_came_are_noted_not_guessed() -> None:
    report = changes(lambda d: d["purposes"][1].update(id="mailing"))
    assert {"PURPOSE_ADDED", "PURPOSE_REMOVED"} <= set(told(report))
    (pair,) = report.suspected_renames
    assert (pair.type, pair.before, pair.after, pair.ratio) == ("purpose", "purpose/news", "purpose/mailing", 1.0)


def test_unlike_facts_are_not_suspected() -> None:
    other = {"id": "survey", "title": "Research among students", "text": "We ask students about their first job."}
    assert changes(lambda d: d["purposes"].__setitem__(1, other)).suspected_renames == ()


def test_a_changed_value_names_the_texts_that_print_it_and_whom_it_reaches() -> None:
    event = only(changes(first("retention", period="P7Y")))
    assert event.units == ("section/keeping/how-long",)
    assert event.locales == {"en": "changed"}
    assert [(one.type, one.id) for one in event.affects] == [("section", "keeping")]
    reached = only(changes(first("recipients", country="US"))).affects
    assert [(one.type, one.id) for one in reached] == [("data", "name"), ("purpose", "service")]


def test_ids_and_fingerprints() -> None:
    event = only(changes(first("retention", period="P7Y")))
    path = ("retention", "default", "period")
    entity = ("retention", "default")
    assert event.event_id == event_id("RETENTION_SHORTENED", entity, path) == "chg_50fc581ebfbd28d2"
    assert event.fingerprint == fingerprint("RETENTION_SHORTENED", entity, path, event.before, event.after)
    polished = only(changes(first("purposes", text="Provision of a service")))
    again = only(changes(first("purposes", text="Provision of that service")))
    assert polished.event_id == again.event_id
    assert polished.fingerprint != again.fingerprint


def test_the_report_counts_orders_and_tells_the_version() -> None:
    def edit(data: Data) -> None:
        data["purposes"].append({"id": "ads"})
        data["rights"].append({"id": "portability", "right": "eu-gdpr:A20"})
        data["rights"].reverse()

    report = changes(edit)
    assert [event.class_ for event in report.events] == ["material", "notable", "editorial"]
    assert report.counts == {"material": 1, "notable": 1, "editorial": 1}
    assert (report.bump, report.declared_bump) == ("major", None)
    assert '"schema": "hoshin-changes/1"' in report.json_text()


def test_revisions_are_named_as_they_were_asked_for() -> None:
    report = diff(loaded(BASE), loaded(edited(first("retention", period="P7Y"))), old_revision="1.0.0")
    source = only(report).source
    assert (source.before.rev, source.after.rev, source.after.file) == ("1.0.0", "new", None)
    assert report.from_.revision == "1.0.0"


def test_another_source_language_is_told_with_the_text_that_is_gone() -> None:
    report = changes(lambda d: d["document"].update(source_locale="fr"))
    assert told(report) == ["AUTHORITATIVE_LANGUAGE_CHANGED", "TRANSLATION_REMOVED"]


JA = {"retention/default/title": "保存", "section/keeping/how-long": "{retention:default}間保存します。"}
JA_OTHER = {**JA, "section/keeping/how-long": "{retention:default}間だけ保存します。"}


def in_japanese(edit: Edit, old: dict[str, str], new: dict[str, str]) -> Report:
    return diff(loaded(BASE), loaded(edited(edit)), old_texts={"ja": old}, new_texts={"ja": new})


def reworded(data: Data) -> None:
    data["sections"][1]["blocks"][0]["units"][0]["text"] = "Data of a {term:member} are kept for {retention:default}."


def test_a_translation_that_follows_belongs_to_the_event() -> None:
    event = only(in_japanese(reworded, JA, JA_OTHER))
    assert event.locales == {"en": "changed", "ja": "changed"}
    assert event.prose["ja"] == (
        ("=", "{retention:default}"),
        ("-", "間保存"),
        ("+", "間だけ保存"),
        ("=", "します。"),
    )


def test_a_translation_that_stays_behind_is_told_once() -> None:
    report = in_japanese(reworded, JA, JA)
    assert told(report) == ["CLAUSE_TEXT_CHANGED", "TRANSLATION_STALE"]
    assert report.events[0].locales == {"en": "changed", "ja": "stale"}
    assert report.events[1].units == ("section/keeping/how-long",)


def test_a_missing_translation_is_missing() -> None:
    without = {key: text for key, text in JA.items() if "keeping" not in key}
    assert only(in_japanese(reworded, without, without)).locales == {"en": "changed", "ja": "missing"}


def test_translations_come_change_and_go_by_themselves() -> None:
    nothing: Edit = len
    updated = only(in_japanese(nothing, JA, JA_OTHER))
    assert (updated.kind, updated.class_) == ("TRANSLATION_UPDATED", "notable")
    assert updated.path == ("section", "keeping", "how-long", "ja")
    assert updated.locales == {"ja": "changed"}
    wide = only(in_japanese(nothing, {"purpose/news/title": "メール (A)"}, {"purpose/news/title": "メール（A）"}))
    assert wide.kind == "TEXT_TYPOGRAPHY_CHANGED"
    one, both = {"purpose/news/title": "メール"}, {"purpose/news/title": "メール", "purpose/service/title": "役務"}
    assert only(in_japanese(nothing, one, both)).kind == "TRANSLATION_ADDED"
    assert only(in_japanese(nothing, both, one)).kind == "TRANSLATION_REMOVED"
    assert told(diff(loaded(BASE), loaded(BASE), new_texts={"ja": JA})) == ["TRANSLATION_ADDED"]
    assert told(diff(loaded(BASE), loaded(BASE), old_texts={"ja": JA})) == ["TRANSLATION_REMOVED"]
