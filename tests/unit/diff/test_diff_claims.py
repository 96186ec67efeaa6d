"""What one edit explains, renames, texts and translations: one edit, one event, nothing lost."""

from __future__ import annotations

from diff_sample import BASE, Data, Edit, add, changes, edited, first, loaded, only, told

from hoshin.diff.change import Report, Side, event_id, fingerprint
from hoshin.diff.run import diff


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
    assert event.rule_ids == ()


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


def test_a_translation_that_says_it_follows_the_new_text_is_not_behind() -> None:
    """Its file holds the source that it was made from: whoever looked at it again brought that up to date."""
    unit = "section/keeping/how-long"
    now = {item.id: item.text for item in loaded(edited(reworded)).units}[unit]
    sides = loaded(BASE), loaded(edited(reworded))
    report = diff(*sides, old_texts={"ja": JA}, new_texts={"ja": JA}, made_from={"ja": {unit: now}})
    assert only(report).locales == {"en": "changed", "ja": "unchanged"}
    before = {item.id: item.text for item in loaded(BASE).units}[unit]
    report = diff(*sides, old_texts={"ja": JA}, new_texts={"ja": JA}, made_from={"ja": {unit: before}})
    assert told(report) == ["CLAUSE_TEXT_CHANGED", "TRANSLATION_STALE"]


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
