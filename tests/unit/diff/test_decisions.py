"""What people decide about changes: when it counts, when it lapses, what is missing."""

from __future__ import annotations

import json
from typing import Any

import pytest
from diff_sample import BASE, Edit, changes, edited, first, gone

from hoshin.diff.change import Change, Report
from hoshin.diff.decisions.decide import Decided, decide
from hoshin.diff.decisions.needs import needs
from hoshin.diff.decisions.read import Decisions, read_decisions
from hoshin.policy.snapshot import Snapshot

BOTH = {"en": "We keep your data longer.", "ja": "データの保存期間を延ばします。"}


def swap_words(text: str) -> Edit:
    def edit(data: dict[str, Any]) -> None:
        data["sections"][1]["blocks"][0]["units"][1]["text"] = text

    return edit


LONGER = changes(first("retention", period="P12Y"))
REWORDED = changes(swap_words("We really care about your data."))
SWAPPED = changes(swap_words("Buy now, pay later!"))
TO_INTERESTS = changes(lambda data: data["legal_bases"][1].update(basis="eu-gdpr:A6-1-f"))


def only(report: Report) -> Change:
    (event,) = report.events
    return event


def told(report: Report, *languages: str, **entry: Any) -> Decided:
    """The report with one entry for its only event."""
    event = only(report)
    if entry.get("approved") is True:
        entry["approved"] = event.fingerprint
    return decide(report, written({"event": event.event_id, **entry}), languages or ("en", "ja"))


def written(*entries: dict[str, Any]) -> Decisions:
    return read_decisions(Snapshot({"policy/x/changes.yaml": json.dumps(entries).encode()}), "x")


def found(decided: Decided) -> list[str]:
    return [item.message_id for item in decided.findings]


def test_what_each_change_asks_for() -> None:
    asked = {
        name: [needs(event, report.events) for event in report.events]
        for name, report in {
            "longer": LONGER,
            "reworded": REWORDED,
            "swapped": SWAPPED,
            "basis": TO_INTERESTS,
            "shorter": changes(first("retention", period="P5Y")),
            "moved": changes(lambda data: data["sections"].reverse()),
        }.items()
    }
    assert asked["longer"] == [("note",)]
    assert asked["reworded"] == [("meaning",)]
    assert asked["swapped"] == [("second", "meaning")]
    assert asked["basis"] == [("decision", "note")]
    assert asked["shorter"] == [()]
    assert {need for event in asked["moved"] for need in event} == set()


def test_without_entries_everything_asked_for_is_missing() -> None:
    decided = decide(LONGER, Decisions("f"), ("en",))
    assert [(item.needs, item.entry) for item in decided.missing] == [(("note",), False)]
    assert decided.report == LONGER
    assert decided.findings == ()


def test_a_note_counts_when_it_stands_in_every_language() -> None:
    assert told(LONGER, note=BOTH, approved=True).findings == told(LONGER, note=BOTH).missing == ()
    assert found(told(LONGER, note=BOTH)) == ["DOC163"]  # a material change is approved as it stands
    half = told(LONGER, note={"en": "Longer.", "ja": None})
    assert [(item.needs, item.entry) for item in half.missing] == [(("note",), True)]
    blank = told(LONGER, note={"en": "Longer.", "ja": "  "})
    assert [item.needs for item in blank.missing] == [("note",)]
    note = only(told(LONGER, note=BOTH, by="legal").report).note
    assert note is not None
    assert (note.texts, note.by) == (BOTH, "legal")


def test_an_attested_rewording_is_editorial() -> None:
    decided = told(REWORDED, meaning="editorial", approved=True)
    event = only(decided.report)
    assert (event.class_, event.computed, event.actions) == ("editorial", "notable", ())
    assert (decided.report.bump, dict(decided.report.counts)["editorial"]) == ("patch", 1)
    assert (decided.missing, decided.findings) == ((), ())


@pytest.mark.parametrize("meaning", ["clarifying", "substantive"])
def test_another_meaning_lowers_nothing(meaning: str) -> None:
    decided = told(REWORDED, meaning=meaning, approved=True)
    assert (only(decided.report).class_, decided.missing) == ("notable", ())


def test_an_attestation_counts_for_the_change_that_was_read_alone() -> None:
    unbound = told(REWORDED, meaning="editorial")
    assert (only(unbound.report).class_, found(unbound)) == ("notable", ["DOC163"])
    moved = told(REWORDED, meaning="editorial", approved="f1:0000000000000000")
    assert (only(moved.report).class_, found(moved)) == ("notable", ["DOC162"])


def test_a_swapped_meaning_needs_two_people() -> None:
    one = told(SWAPPED, meaning="editorial", approved=True, by="Aoki")
    assert only(one.report).class_ == "notable"
    assert [item.needs for item in one.missing] == [("second",)]
    same = told(SWAPPED, meaning="editorial", approved=True, by="Aoki", attested_by="Aoki")
    assert [item.needs for item in same.missing] == [("second",)]
    two = told(SWAPPED, meaning="editorial", approved=True, by="Aoki", attested_by="Mori")
    assert (only(two.report).class_, two.missing) == ("editorial", ())


def test_a_change_of_facts_cannot_be_attested_away() -> None:
    decided = told(LONGER, meaning="editorial", note=BOTH, approved=True)
    assert only(decided.report).class_ == "material"


@pytest.mark.parametrize(
    ("override", "class_", "findings"),
    [
        ({"to": "notable", "reason": "same duty", "approved_by": "Mori"}, "notable", []),
        ({"to": "notable", "reason": "same duty"}, "material", ["REL107"]),
        ({"to": "notable", "approved_by": "Mori"}, "material", ["REL107"]),
        ({"to": "material"}, "material", []),
    ],
)
def test_lowering_needs_a_reason_and_a_person(override: dict[str, str], class_: str, findings: list[str]) -> None:
    decided = told(LONGER, note=BOTH, override=override, approved=True)
    event = only(decided.report)
    assert (event.class_, found(decided)) == (class_, findings)
    assert event.actions == (("PUBLISH",) if class_ == "notable" else ("PRIOR",))


def test_lowering_is_bound_to_the_change() -> None:
    override = {"to": "notable", "reason": "same duty", "approved_by": "Mori"}
    decided = told(LONGER, note=BOTH, override=override)
    assert (only(decided.report).class_, found(decided)) == ("material", ["DOC163"])


def test_raising_is_free_and_then_asks_for_a_note() -> None:
    shorter = changes(first("retention", period="P5Y"))
    decided = told(shorter, override={"to": "material"})
    event = only(decided.report)
    assert (event.class_, event.actions, decided.report.bump) == ("material", ("PRIOR",), "major")
    assert ([item.needs for item in decided.missing], decided.findings) == ([("note",)], ())


def test_a_block_waits_for_a_decision() -> None:
    assert only(TO_INTERESTS).actions == ("PRIOR", "BLOCK")
    made = {"text": "New contracts only.", "by": "Mori"}
    decided = told(TO_INTERESTS, note=BOTH, decision=made, approved=True)
    assert (only(decided.report).actions, decided.missing, decided.findings) == (("PRIOR",), (), ())
    for half in ({"text": "New contracts only."}, {"by": "Mori"}):
        assert [item.needs for item in told(TO_INTERESTS, note=BOTH, decision=half, approved=True).missing] == [
            ("decision",)
        ]
    assert only(told(LONGER, approved=True, override={"to": "editorial"}).report).class_ == "material"
    unbound = told(TO_INTERESTS, note=BOTH, decision=made)
    assert (only(unbound.report).actions, found(unbound)) == (("PRIOR", "BLOCK"), ["DOC163"])


def test_no_dead_entries() -> None:
    event = only(LONGER)
    near = f"{event.event_id[:-1]}{'0' if event.event_id[-1] != '0' else '1'}"
    decided = decide(LONGER, written({"event": near}, {"event": "chg_" + "f" * 16}), ("en",))
    assert found(decided) == ["DOC161.near", "DOC161.gone"]


def test_the_report_is_ordered_by_the_classes_as_decided() -> None:
    both = changes(lambda data: (first("retention", period="P12Y")(data), swap_words("We really care.")(data)))
    reworded = next(event for event in both.events if event.kind == "CLAUSE_TEXT_CHANGED")
    raised = decide(both, written({"event": reworded.event_id, "override": {"to": "material"}}), ("en",))
    assert [event.class_ for event in raised.report.events] == ["material", "material"]
    assert dict(raised.report.counts) == {"material": 2, "notable": 0, "editorial": 0}


def test_an_interest_in_other_words_can_be_attested_another_one_cannot() -> None:
    reworded = changes(lambda data: data["interests"][0].update(title="Secure operation"))
    other = changes(lambda data: data["legal_bases"][0].update(interests=["safety"]))
    for report, class_ in ((reworded, "editorial"), (other, "material")):
        event = next(e for e in report.events if "CHG307" in e.rule_ids or e.kind.startswith("INTEREST"))
        entry = {"event": event.event_id, "meaning": "editorial", "approved": event.fingerprint, "note": BOTH}
        made = decide(report, written(entry), ("en",)).report
        assert next(e for e in made.events if e.event_id == event.event_id).class_ == class_, event.kind


def test_faults_of_the_file_have_places() -> None:
    text = b"""\
- event: chg_0123456789abcdef
  meaning: wording
- event: nonsense
- event: chg_0123456789abcdee
  approved: "x"
  extra: 1
- event: chg_0123456789abcded
- event: chg_0123456789abcded
"""
    read = read_decisions(Snapshot({"policy/x/changes.yaml": text}), "x")
    assert [(item.message_id, item.place.line if item.place else 0) for item in read.findings] == [
        ("DOC124.choice", 2),
        ("DOC124.event-id", 3),
        ("DOC124.fingerprint", 5),
        ("DOC119.unknown", 6),
        ("DOC167", 8),
    ]
    assert (list(read.entries), read.readable) == (["chg_0123456789abcded"], False)


def test_what_is_no_list_decides_nothing() -> None:
    read = read_decisions(Snapshot({"policy/x/changes.yaml": b"event: x\n"}), "x")
    assert [item.message_id for item in read.findings] == ["DOC121.root-list"]
    assert read_decisions(Snapshot({"policy/x/changes.yaml": b"# nothing yet\n"}), "x").findings == ()
    assert read_decisions(Snapshot({}), "x") == Decisions("policy/x/changes.yaml")


def test_a_retired_id_confirms_that_a_fact_is_gone() -> None:
    def rename(data: dict[str, Any]) -> None:
        data["purposes"][0].update(id="serving", uses=[])

    base = edited(lambda data: data["purposes"][0].update(uses=[]))
    (pair,) = changes(rename, base).suspected_renames
    assert (pair.before, pair.after) == ("purpose/service", "purpose/serving")
    confirmed = changes(lambda data: (rename(data), data.update(retired_ids=["purpose/service"])), base)
    assert confirmed.suspected_renames == ()


def test_the_base_has_what_is_lost_here() -> None:
    assert "period" in BASE["retention"][0]
    assert [event.kind for event in changes(gone("retention", "period")).events] == ["RETENTION_PERIOD_DROPPED"]
