"""Laws of translation work: sync is idempotent and keeps comments and translations; approvals bind a pair exactly."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from overlay_world import APPROVALS, ATTIC, FILE, POLICY, World

from hoshin.kernel.text import norm, pair_digest
from hoshin.policy.yaml_events import parse

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Zl", "Zp")), min_size=1, max_size=30)
SPACES = st.sampled_from([" ", "\n", "\t", "\u00a0", "\u2007", "\u2009", "\u202f", "\r\n", "  "])
EDITS = st.sampled_from(
    [
        ("a copy of your data", "any copy of your data"),
        ("You may ask us for a copy", "You may ask  us\n      for a copy"),
        ("id: access", "id: copying"),
        ("id: access", "id: copying\n    formerly: [access]"),
        ("id: restriction", "id: blocking"),
        ("id: restriction", "id: blocking\n    formerly: [restriction]"),
        (POLICY[POLICY.index("  - id: restriction") : POLICY.index("retention:")], ""),
        ("retention:\n", "retention:\n  - id: newest\n    text: New, and {retention:default}.\n"),
        ("title: Privacy Policy", "title: Privacy Notice"),
    ]
)  # fmt: skip


def edited(changes: list[tuple[str, str]]) -> World:
    world = World().approved()
    for old, new in changes:
        if old in world.files["policy/x/p.yaml"]:
            world = world.edit(old, new)
    return world


@given(st.lists(EDITS, max_size=6))
def test_sync_is_idempotent_keeps_every_comment_and_loses_no_translation(changes: list[tuple[str, str]]) -> None:
    world = edited(changes)
    once, _ = world.sync()
    twice, done = once.sync()
    assert done.files == {}
    assert twice.files == once.files
    kept = once.files[FILE] + once.files.get(ATTIC, "")
    for wanted in ("# Kept by hand.", "# The title", "# What people may ask for", "# as counsel said", "note: 写し"):
        assert wanted in kept
    for translation in re.findall(r"ja: \|-\n +(.+)", world.files[FILE]):
        assert translation in kept
    assert not parse(once.files[FILE].encode(), FILE).findings


@given(st.lists(EDITS, max_size=6))
def test_sync_makes_no_text_fresher_than_it_was(changes: list[tuple[str, str]]) -> None:
    world = edited(changes)
    once, done = world.sync()
    before, after = world.states(), once.states()
    assert {name: state for name, state in after.items() if name in before} == {
        name: state for name, state in before.items() if state != "orphan"
    }
    assert all(after[name] == "missing" for name in done.added)


@given(st.lists(EDITS, max_size=6))
def test_an_edit_that_is_taken_back_leaves_no_trace(changes: list[tuple[str, str]]) -> None:
    world = edited(changes)
    back = World({**world.files, "policy/x/p.yaml": World().files["policy/x/p.yaml"]})
    assert set(back.states().values()) == {"approved"}


@given(TEXTS, st.lists(SPACES, min_size=1, max_size=3), st.sampled_from(["en", "ja", "ko", "zh"]))
def test_norm_is_idempotent_and_blind_to_white_space_at_the_ends(text: str, spaces: list[str], language: str) -> None:
    once = norm(text, language)
    assert norm(once, language) == once
    assert norm("".join(spaces) + text + "".join(spaces), language) == once


@given(TEXTS, TEXTS, st.integers(0, 29), st.sampled_from("xあ9."))
def test_a_pair_digest_changes_with_any_character_of_either_side(source: str, target: str, at: int, new: str) -> None:
    pair = pair_digest(source, "en", target, "ja")
    assert re.fullmatch(r"p1:[0-9a-f]{64}", pair)
    for one, other in ((source[:at] + new + source[at:], target), (source, target[:at] + new + target[at:])):
        assert (norm(one, "en"), norm(other, "ja")) != (norm(source, "en"), norm(target, "ja"))
        assert pair_digest(one, "en", other, "ja") != pair


@given(st.lists(EDITS, max_size=4))
def test_every_digest_is_a_text_in_yaml(changes: list[tuple[str, str]]) -> None:
    world, _ = edited(changes).sync()
    read = parse(world.files[APPROVALS].encode(), APPROVALS).value
    assert isinstance(read, dict)
    bodies = read.get("x") or {}
    assert isinstance(bodies, dict)
    assert all(isinstance(body, dict) and isinstance(body["pair"], str) for body in bodies.values())
