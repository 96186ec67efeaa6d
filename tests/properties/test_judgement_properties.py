"""Laws of the judgement of changes (rules.md 8.6), on generated policies."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from diff_sample import BASE, Data, edited, loaded
from hypothesis import given, settings
from hypothesis import strategies as st
from policy_variants import policies

from hoshin.diff.bump import BUMPS
from hoshin.diff.change import Report
from hoshin.diff.chg import CLASSES
from hoshin.diff.decisions.decide import decide
from hoshin.diff.decisions.read import read_decisions
from hoshin.diff.run import diff
from hoshin.policy.load import load_document
from hoshin.policy.snapshot import Snapshot


def report(old: Data, new: Data) -> Report:
    return diff(loaded(old), loaded(new))


def split(data: Data, parts: int) -> Report:
    """The policy read from one file, compared with the same read from several."""
    keys = list(data)
    one = {"policy/x/all.yaml": json.dumps(data, ensure_ascii=False).encode()}
    several = {
        f"policy/x/{number}.yaml": json.dumps({key: data[key] for key in keys[number::parts]}).encode()
        for number in range(min(parts, len(keys)))
    }
    sides = [load_document(Snapshot(files), "x").loaded for files in (one, several)]
    assert sides[0] is not None
    assert sides[1] is not None
    return diff(sides[0], sides[1])


@settings(max_examples=30)
@given(policies(), st.integers(2, 9))
def test_splitting_files_means_nothing(data: Data, parts: int) -> None:
    assert split(data, parts).events == ()


@settings(max_examples=40)
@given(policies(), st.randoms(use_true_random=False))
def test_lists_in_another_order_give_moves_only(data: Data, chance: Any) -> None:
    def shuffle(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: shuffle(part) for key, part in value.items()}
        if isinstance(value, list):
            parts = [shuffle(part) for part in value]
            if parts and all(isinstance(part, dict) and "id" in part for part in parts):
                chance.shuffle(parts)
            return parts
        return value

    kinds = {"ENTITY_MOVED", "SECTION_MOVED", "SECTIONS_RENUMBERED"}
    told = report(data, shuffle(data))
    assert {event.kind for event in told.events} <= kinds
    assert {event.class_ for event in told.events} <= {"editorial"}


@settings(max_examples=60)
@given(policies(), policies())
def test_the_class_of_an_event_is_that_of_its_highest_rule(one: Data, other: Data) -> None:
    for event in report(one, other).events:
        classes = [CLASSES.index(rule.class_) for rule in event.rules]
        assert not classes or max(classes) <= CLASSES.index(event.class_)
        assert not classes or event.flags or max(classes) == CLASSES.index(event.class_), event.kind
        assert all(rule.actions for rule in event.rules)


@settings(max_examples=60)
@given(policies(), policies())
def test_the_bump_is_that_of_the_highest_class(one: Data, other: Data) -> None:
    told = report(one, other)
    highest = max((CLASSES.index(event.class_) for event in told.events), default=-1)
    assert BUMPS.index(told.bump) == highest + 1


@settings(max_examples=40)
@given(policies(), policies(), st.data())
def test_no_class_falls_without_a_complete_override(one: Data, other: Data, choice: st.DataObject) -> None:
    told = report(one, other)
    entries = []
    for event in told.events:
        override = {"to": choice.draw(st.sampled_from(CLASSES)), "reason": "because"}
        fingerprint = choice.draw(st.sampled_from([event.fingerprint, "f1:" + "0" * 16]))
        entries.append({"event": event.event_id, "override": override, "approved": fingerprint})
    decisions = read_decisions(Snapshot({"policy/x/changes.yaml": json.dumps(entries).encode()}), "x")
    after = {event.event_id: event for event in decide(told, decisions, ("en",)).report.events}
    for event in told.events:
        assert CLASSES.index(after[event.event_id].class_) >= CLASSES.index(event.class_)


KNOWN = [
    ("purposes", "relation", "compatible"),
    ("retention", "modality", "will"),
    ("recipients", "role", "processor"),
    ("retention", "period", "P1Y"),
]


@pytest.mark.parametrize(("key", "field", "known"), KNOWN)
def test_a_known_answer_that_becomes_unknown_never_lowers_the_class(key: str, field: str, known: str) -> None:
    """From the base to the known answer is never worse than to no answer at all."""

    def with_answer(data: Data) -> None:
        data[key][0][field] = known

    def without(data: Data) -> None:
        data[key][0].pop(field, None)

    base = edited(with_answer)
    same, lost = report(base, edited(with_answer)), report(base, edited(without))
    assert same.events == ()
    worst = max(CLASSES.index(event.class_) for event in lost.events)
    assert worst >= CLASSES.index("notable")
    added = [{"id": "more", **({field: known} if answer else {}), **REST.get(key, {})} for answer in (True, False)]
    classes = [
        max(
            CLASSES.index(event.class_)
            for event in report(BASE, edited(lambda data, it=it: data[key].append(it))).events
        )
        for it in added
    ]
    assert classes[1] >= classes[0]


REST: dict[str, Data] = {"retention": {"of": ["data/logs"]}}


@settings(max_examples=40)
@given(policies(), policies())
def test_events_do_not_depend_on_the_language_of_what_is_printed(one: Data, other: Data) -> None:
    plain = Counter((event.event_id, event.fingerprint, event.class_) for event in report(one, other).events)
    texts = {"ja": {"purpose/service/title": "サービス"}}
    told = diff(loaded(one), loaded(other), old_texts=texts, new_texts=texts)
    with_japanese = Counter((event.event_id, event.fingerprint, event.class_) for event in told.events)
    assert plain - with_japanese == Counter()
    assert all(name.startswith("chg_") for name, _, _ in with_japanese)


def test_reports_are_the_same_for_every_hash_seed(tmp_path: Path) -> None:
    for name, data in (("old", BASE), ("new", edited(lambda data: (data["rights"].pop(), data["data"].pop())))):
        folder = tmp_path / name / "policy" / "x"
        folder.mkdir(parents=True)
        (folder / "policy.yaml").write_text(json.dumps(data), encoding="utf-8")
    command = [sys.executable, "-m", "hoshin", "diff", str(tmp_path / "old"), str(tmp_path / "new"), "--format", "json"]
    command += ["-C", str(tmp_path / "new")]
    outs = {
        subprocess.run(command, check=True, capture_output=True, env=os.environ | {"PYTHONHASHSEED": seed}).stdout
        for seed in ("0", "1", "2")
    }
    assert len(outs) == 1
