"""Laws of the comparison of two policies (changes.md 13), on generated policies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from diff_sample import BASE, Data, loaded
from hypothesis import given, settings
from hypothesis import strategies as st
from policy_variants import Place, leaves, mutants, policies, shuffled

from hoshin.diff.canonical import canonical
from hoshin.diff.change import Report
from hoshin.diff.compare import compare_facts
from hoshin.diff.kinds import KINDS
from hoshin.diff.run import diff


def report(old: Data, new: Data) -> Report:
    return diff(loaded(old), loaded(new))


def kinds(told: Report) -> Counter[str]:
    return Counter([event.kind for event in told.events] + [claim.kind for claim in told.claimed])


@given(policies())
def test_a_policy_does_not_differ_from_itself(data: Data) -> None:
    same = report(data, data)
    assert same.events == ()
    assert same.bump == "none"


@given(policies(), policies())
def test_backwards_gives_the_mirrors(one: Data, other: Data) -> None:
    there, back = kinds(report(one, other)), kinds(report(other, one))
    mirrored: Counter[str] = Counter()
    for kind, count in there.items():
        mirrored[KINDS[kind].mirror] += count
    assert mirrored == back


@given(policies(), st.data())
def test_order_of_keys_and_of_references_means_nothing(data: Data, choice: st.DataObject) -> None:
    other = choice.draw(shuffled({key: part for key, part in data.items() if key != "sections"}))
    other["sections"] = data["sections"]
    assert all(event.kind == "ENTITY_MOVED" for event in report(data, other).events)


@given(policies(), policies())
def test_the_report_is_the_same_every_time_and_ids_are_unique(one: Data, other: Data) -> None:
    told = report(one, other)
    assert told.json_text() == report(one, other).json_text()
    assert len({event.event_id for event in told.events}) == len(told.events)
    assert all(event.kind != "FIELD_CHANGED" for event in told.events)
    known = {event.event_id for event in told.events} | {claim.event_id for claim in told.claimed}
    assert all(claim in known for event in told.events for claim in event.claims)


@given(policies(), policies())
def test_the_comparison_agrees_with_a_plain_walk(one: Data, other: Data) -> None:
    old, new = canonical(loaded(one)).facts, canonical(loaded(other)).facts
    found = {(raw.path, raw.op, str(raw.before), str(raw.after)) for raw in compare_facts(old, new)}
    assert found == set(walk(old, new))


def walk(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], str, str, str]]:
    for name in old.keys() | new.keys():
        yield from differences(tuple(name.split("/")), old.get(name), new.get(name))


def differences(path: tuple[str, ...], old: Any, new: Any) -> Iterator[tuple[tuple[str, ...], str, str, str]]:
    if old == new and type(old) is type(new):
        return
    if isinstance(old, dict) and isinstance(new, dict):
        for key in old.keys() | new.keys():
            yield from differences((*path, key), old.get(key), new.get(key))
    else:
        yield path, "added" if old is None else "removed" if new is None else "changed", str(old), str(new)


@given(policies(), policies())
def test_raw_changes_make_the_new_side_of_the_old_one(one: Data, other: Data) -> None:
    old, new = canonical(loaded(one)).facts, canonical(loaded(other)).facts
    made: dict[str, Any] = {name: unfrozen(body) for name, body in old.items()}
    for raw in compare_facts(old, new):
        if not raw.inside:
            made.pop(raw.fact, None)
            if raw.op == "added":
                made[raw.fact] = unfrozen(raw.after)
            continue
        here = made[raw.fact]
        for step in raw.inside[:-1]:
            here = here[step]
        if raw.op == "removed":
            del here[raw.inside[-1]]
        else:
            here[raw.inside[-1]] = unfrozen(raw.after)
    assert made == dict(new)


def unfrozen(node: Any) -> Any:
    return {key: unfrozen(part) for key, part in node.items()} if isinstance(node, Mapping) else node


def test_the_base_can_be_mutated_in_almost_every_leaf() -> None:
    places = list(leaves(BASE))
    assert len(places) > 90
    assert sum(any(True for _ in mutants(BASE, place)) for place in places) > 0.9 * len(places)


@pytest.mark.parametrize("place", list(leaves(BASE)), ids=lambda place: "/".join(str(step) for step in place))
def test_no_edit_of_a_leaf_is_silent(place: Place) -> None:
    for mutant in mutants(BASE, place):
        told = report(BASE, mutant)
        assert told.events, mutant
        assert all(event.kind != "FIELD_CHANGED" for event in told.events)


@settings(max_examples=60)
@given(policies(), st.data())
def test_no_edit_of_a_leaf_of_a_generated_policy_is_silent(data: Data, choice: st.DataObject) -> None:
    place = choice.draw(st.sampled_from(list(leaves(data))))
    for mutant in mutants(data, place):
        if not equal_in_meaning(data, mutant):
            assert report(data, mutant).events, place


def equal_in_meaning(one: Data, other: Data) -> bool:
    """Whether two policies say the same: absent is the default, and two writings of a period are one."""
    sides = canonical(loaded(one)), canonical(loaded(other))
    return sides[0].facts == sides[1].facts and sides[0].orders == sides[1].orders


@settings(max_examples=60)
@given(policies(), policies(), policies())
def test_two_steps_are_never_milder_than_their_sum(one: Data, two: Data, three: Data) -> None:
    levels = {"none": 0, "patch": 1, "minor": 2, "major": 3}
    whole = levels[report(one, three).bump]
    assert whole <= max(levels[report(one, two).bump], levels[report(two, three).bump])
