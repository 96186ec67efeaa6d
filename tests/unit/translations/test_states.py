"""Every case of translations.md section 5: what an edit does to the state of a text, its approval and its entry."""

from __future__ import annotations

import pytest
from overlay_world import APPROVALS, ATTIC, FILE, IDS, OVERLAY, POLICY, World

from hoshin.translations.coverage import Amount, coverage
from hoshin.translations.restamped import restamped

ACCESS, RESTRICTION, KEEP = "right/access/text", "right/restriction/text", "retention/default/text"
ASK = "You may ask us for a copy of your data."


def all_(state: str, **other: str) -> dict[str, str]:
    return {name: other.get(name.split("/")[1], state) for name in IDS}


def test_a_translation_is_a_draft_until_somebody_confirms_it() -> None:
    assert World().states() == all_("draft")
    assert World().approved().states() == all_("approved")
    assert World().approved(role="reviewer").states() == all_("reviewed")


def test_nothing_or_an_empty_text_is_missing() -> None:
    assert World().edit("ja: |-\n      プライバシーポリシー", 'ja: ""', FILE).states() == all_("draft", title="missing")
    gone = World({"policy/x/p.yaml": POLICY})
    assert gone.states() == all_("missing")


def test_the_same_or_none_on_purpose_is_not_missing() -> None:
    same = World().edit("ja: |-\n      プライバシーポリシー", "same: true", FILE)
    none = World().edit("ja: |-\n      プライバシーポリシー", "omit: {reason: no title in print}", FILE)
    assert same.states() == none.states() == all_("draft")
    assert same.approved().states() == none.approved().states() == all_("approved")
    for world in (same, none):
        changed = world.edit("title: Privacy Policy", "title: Privacy Notice")
        assert changed.states() == all_("draft", title="stale substantive")


def test_a_text_with_an_error_is_broken_before_it_is_stale() -> None:
    broken = World().edit("請求することができます。\n    note", "請求することができる。\n    note", FILE)
    assert broken.states() == all_("draft", access="broken")
    assert broken.edit(ASK, "You can ask.").states() == all_("draft", access="broken")


@pytest.mark.parametrize(
    "again",
    [
        "You may ask us\n      for a copy of your data.",
        "You may  ask us for a copy   of your data.  ",
        "You may ask us for a\u00a0copy of your data.",
        "You may ask us for a copy of your data.\n\n",
        "You may ask us for a copy of\u2009your data.",
    ],
)
def test_white_space_changes_nothing(again: str) -> None:
    assert World().approved().edit(ASK, again).states() == all_("approved")


@pytest.mark.parametrize(
    ("now", "state"),
    [
        ("You may ask us for a copy of your data!", "cosmetic"),
        ("You may ask us for a “copy” of your data.", "cosmetic"),
        ("You May ask us, for a copy, of your data.", "cosmetic"),
        ("You may ask us for copies of your data.", "substantive"),
        ("You may ask us to fulfil a copy of your data.", "substantive"),
        ("You must ask us for a copy of your data.", "critical"),
        ("You may not ask us for a copy of your data.", "critical"),
        ("You may ask us for any copy of your data.", "critical"),
        ("You may ask us for 1 copy of your data.", "critical"),
        ("You may ask us for {retention:default} copy of your data.", "critical"),
        ("You may ask us for a copy of your data only.", "critical"),
    ],
)
def test_a_changed_source_is_stale(now: str, state: str) -> None:
    world = World().approved().edit(ASK, now)
    assert world.states() == all_("approved", access=f"stale {state}")
    assert world.edit(now, ASK).states() == all_("approved")


@pytest.mark.parametrize(
    ("before", "now", "state"),
    [
        ("We charge 1.5 per cent.", "We charge 15 per cent.", "critical"),
        ("We fulfil it.", "We fulfill it.", "substantive"),
        ("We may ask and will not sell.", "We will not ask and may sell.", "critical"),
        ("We keep Personal Data.", "We keep personal data.", "critical"),
        ("We keep personal files.", "We keep Personal Files.", "cosmetic"),
    ],
)
def test_classes_of_a_change(before: str, now: str, state: str) -> None:
    from hoshin.translations.staleness import classify  # noqa: PLC0415 the one test that asks it alone

    assert classify(before, now, "en", ("Personal Data",)) == state
    assert classify(now, before, "en", ("Personal Data",)) == state


def test_a_value_that_changes_makes_nothing_stale() -> None:
    assert World().approved().edit("P10Y", "P7Y").states() == all_("approved")


def test_confirming_a_cosmetic_edit_lets_the_approval_lapse_unless_it_is_carried_on() -> None:
    edited = World().approved().edit(ASK, ASK.replace(".", "!"))
    world, done = edited.sync(confirm=(ACCESS,))
    assert (done.confirmed, done.lapsed) == ((ACCESS,), (ACCESS,))
    assert world.states() == all_("approved", access="draft")
    carried, done = edited.sync(confirm=(ACCESS,), by="B. Counsel", date="2026-11-23")
    assert done.lapsed == ()
    assert carried.states() == all_("approved")
    assert "by: B. Counsel, date: 2026-11-23, role: counsel" in carried.files[APPROVALS]
    assert world.files[FILE] == OVERLAY.replace(ASK, ASK.replace(".", "!"))


def test_a_declared_rename_carries_entry_and_approval() -> None:
    world = World().approved().edit("  - id: access\n", "  - id: copy\n    formerly: [access]\n")
    renamed = {name.replace("access", "copy"): "approved" for name in IDS}
    assert world.states() == renamed
    assert world.made.moved == {ACCESS: "right/copy/text"}
    synced, done = world.sync()
    assert done.moved == ((ACCESS, "right/copy/text"),)
    assert synced.states() == renamed
    assert synced.made.moved == {}
    assert synced.files[FILE] == OVERLAY.replace(ACCESS, "right/copy/text")
    assert synced.files[APPROVALS] == world.files[APPROVALS].replace(ACCESS, "right/copy/text")


def test_a_rename_without_a_word_looks_renamed_and_is_moved_on_demand_only() -> None:
    world = World().approved().edit("  - id: access\n", "  - id: copy\n")
    assert world.states() == {**all_("approved"), ACCESS: "orphan", "right/copy/text": "missing"}
    moved, done = world.sync(rename=((ACCESS, "right/copy/text"),))
    assert done.moved == ((ACCESS, "right/copy/text"),)
    assert moved.states() == {name.replace("access", "copy"): "approved" for name in IDS} | {"right/copy/text": "draft"}
    stored, done = world.sync()
    assert (done.stored, done.added, done.moved) == ((ACCESS,), ("right/copy/text",), ())
    assert stored.states()["right/copy/text"] == "missing"


def test_a_removed_text_goes_to_the_attic_with_its_comments_and_comes_back_as_a_draft() -> None:
    start = POLICY.index("  - id: restriction")
    right = POLICY[start : POLICY.index("retention:")]
    world = World().approved().edit(right, "")
    assert world.states() == {**all_("approved"), RESTRICTION: "orphan"}
    synced, done = world.sync()
    assert (done.stored, done.lapsed) == ((RESTRICTION,), (RESTRICTION,))
    assert synced.states() == {name: "approved" for name in IDS if name != RESTRICTION}
    entry = OVERLAY[OVERLAY.index("  right/restriction") : OVERLAY.index("  retention/default")]
    assert "# as counsel said" in entry
    assert synced.files[ATTIC].endswith(f"x:\n{entry}")
    assert synced.files[FILE] == OVERLAY.replace(entry, "")
    assert RESTRICTION not in synced.files[APPROVALS]
    back, done = synced.edit("retention:\n", f"{right}retention:\n").sync()
    assert done.restored == (RESTRICTION,)
    assert back.states() == all_("approved", restriction="draft")
    assert back.files[FILE] == OVERLAY
    assert RESTRICTION not in back.files[ATTIC]


def test_a_new_text_is_empty_and_never_a_neighbours() -> None:
    new = "  - id: withdrawal\n    right: eu-gdpr:A7-3\n    text: You may ask us to stop the processing of your data.\n"
    world, done = World().approved().edit("retention:\n", f"{new}retention:\n").sync()
    assert done.added == ("right/withdrawal/text",)
    assert world.states() == {**all_("approved"), "right/withdrawal/text": "missing"}
    entry = world.made.catalog.entries["right/withdrawal/text"]
    assert (entry.source, entry.target) == ("You may ask us to stop the processing of your data.", "")
    at = world.files[FILE].index("right/withdrawal")
    assert world.files[FILE].index("right/restriction") < at < world.files[FILE].index("retention/default")


def test_one_changed_character_on_either_side_lets_an_approval_lapse() -> None:
    world = World().approved()
    assert world.edit("請求することができます。\n    note", "請求できます。\n    note", FILE).states() == all_(
        "approved", access="draft"
    )
    snapshot = world.edit("copy of your data.\n    ja", "copy of the data.\n    ja", FILE)
    assert snapshot.states()[ACCESS] == "stale substantive"
    assert snapshot.edit("copy of your data.", "copy of the data.").states()[ACCESS] == "draft"


def test_coverage_never_counts_what_is_stale() -> None:
    whole = coverage(World().approved().made)
    assert (whole.all, whole.present, whole.fresh) == (Amount(4, 32),) * 3
    assert (whole.reviewed, whole.approved) == (Amount(4, 32),) * 2
    stale = coverage(World().approved().edit(ASK, "You must ask us for a copy of your data.").made)
    assert (stale.present.units, stale.fresh.units, stale.reviewed.units, stale.approved.units) == (4, 3, 3, 3)
    broken = coverage(World().edit("請求することができます。\n    note", "請求する。\n    note", FILE).made)
    assert (broken.present.units, broken.fresh.units, broken.reviewed.units) == (4, 3, 0)


def test_a_second_sync_changes_nothing() -> None:
    for world in (
        World(),
        World({"policy/x/p.yaml": POLICY}),
        World().approved().edit("  - id: access\n", "  - id: copy\n"),
    ):
        once, _ = world.sync()
        twice, done = once.sync()
        assert twice.files == once.files
        assert done.files == {}


def test_sync_of_a_language_that_was_not_begun() -> None:
    world, done = World({"policy/x/p.yaml": POLICY}).sync()
    assert done.added == tuple(unit.id for unit in world.made.loaded.units)
    assert world.states() == all_("missing")
    assert [name for name in world.files if name.startswith("translations")] == [FILE]


def _without_restriction(world: World) -> World:
    text = world.files["policy/x/p.yaml"]
    start, end = text.index("  - id: restriction"), text.index("retention:")
    return World({**world.files, "policy/x/p.yaml": text[:start] + text[end:]})


@pytest.mark.parametrize("what", ["removed", "back", "renamed"])
def test_a_run_that_is_killed_between_two_files_loses_no_translation(what: str) -> None:
    whole = World().approved()
    before = {
        "removed": _without_restriction(whole),
        "back": World({**_without_restriction(whole).sync()[0].files, "policy/x/p.yaml": POLICY}),
        "renamed": whole.edit("id: restriction", "id: limit\n    formerly: [restriction]"),
    }[what]
    after, done = before.sync()
    steps = list(done.to_write())
    assert len(steps) > 1
    for count in range(len(steps)):
        killed = World({**before.files, **{name: data.decode() for name, data in steps[:count]}})
        kept = killed.files[FILE] + killed.files.get(ATTIC, "")
        assert "データの取扱いの制限を請求" in kept
        again = killed.sync()[0].files
        assert (again[FILE], again[APPROVALS]) == (after.files[FILE], after.files[APPROVALS])


def _restamped(before: World, after: World) -> list[tuple[str, str, str]]:
    found = restamped(before.snapshot, after.snapshot, after.made.loaded)
    return [(item.rule, item.path, str(dict(item.args)["change"])) for item in found]


def test_a_source_that_was_renewed_by_hand_is_told_until_somebody_confirms_the_pair() -> None:
    before = World().approved()
    now = "You must ask us for a copy of your data."
    silenced = before.edit(ASK, now).edit(ASK, now, FILE)
    assert silenced.states() == all_("approved", access="draft")
    change = ("tr-restamped", ACCESS, "You [-may-]{+must+} ask us for a copy of your data.")
    assert _restamped(before, silenced) == [change]
    assert _restamped(before, silenced.approved(ACCESS, role="reviewer")) == []
    assert _restamped(before, silenced.edit("請求することができます。\n    note", "請求します。\n    note", FILE)) == []
    assert _restamped(before, before.edit(ASK, now)) == []
    assert _restamped(before, before.edit(ASK, ASK.replace(" copy", "\n      copy"), FILE)) == []
    renamed = silenced.edit("id: access", "id: copy\n    formerly: [access]")
    assert _restamped(before, renamed.sync()[0]) == [(change[0], "right/copy/text", change[2])]
