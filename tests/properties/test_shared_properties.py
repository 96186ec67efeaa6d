"""Laws of facts that two revisions share: taking them from the other side changes nothing but where they live."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy

from diff_sample import BASE, Data
from hypothesis import given
from hypothesis import strategies as st
from policy_variants import leaves, mutants, policies, put, without
from pydantic import BaseModel

from hoshin.policy.load import Loaded, Reading, load_document
from hoshin.policy.snapshot import Snapshot


def files(data: Data) -> Snapshot:
    return Snapshot({"policy/shop/a.yaml": json.dumps(data, ensure_ascii=False).encode()})


def read(data: Data) -> Loaded:
    loaded = load_document(files(data), "shop").loaded
    assert loaded is not None
    return loaded


def beside(data: Data, other: Data) -> Reading:
    return load_document(files(data), "shop", like=(files(other), read(other)))


def given_keys(value: object) -> Iterator[tuple[str, ...]]:
    """What each part of a policy says, which equality of models does not look at."""
    if isinstance(value, BaseModel):
        yield tuple(sorted(value.model_fields_set))
        for part in dict(value).values():
            yield from given_keys(part)
    elif isinstance(value, tuple):
        for part in value:
            yield from given_keys(part)


def assert_same(beside_it: Reading, alone: Reading) -> None:
    assert beside_it.findings == alone.findings
    assert (beside_it.loaded is None) is (alone.loaded is None)
    if beside_it.loaded and alone.loaded:
        assert beside_it.loaded.policy == alone.loaded.policy
        assert list(given_keys(beside_it.loaded.policy)) == list(given_keys(alone.loaded.policy))
        assert beside_it.loaded.index == alone.loaded.index
        assert beside_it.loaded.units == alone.loaded.units
        assert beside_it.loaded.places == alone.loaded.places


@given(policies(), policies())
def test_a_policy_beside_another_is_what_it_is_alone(one: Data, other: Data) -> None:
    assert_same(beside(one, other), load_document(files(one), "shop"))


@given(policies(), st.data())
def test_so_is_one_that_differs_in_a_place_and_so_are_its_faults(data: Data, choice: st.DataObject) -> None:
    place = choice.draw(st.sampled_from(list(leaves(data))))
    broken = (without(data, place), put(data, place, {"x": "1"}), put(data, place, ""))
    for other in (*mutants(data, place), *broken):
        assert_same(beside(other, data), load_document(files(other), "shop"))


@given(policies())
def test_an_unknown_key_anywhere_is_told_as_it_is_alone(data: Data) -> None:
    for key in ("model_fields", "copy", "titel"):
        assert_same(
            beside({**data, key: [{"id": "x1"}]}, data), load_document(files({**data, key: [{"id": "x1"}]}), "shop")
        )


def test_what_is_said_in_the_same_words_is_one_object_and_the_rest_is_not() -> None:
    changed = deepcopy(BASE)
    changed["purposes"][0]["title"] = "Another"
    changed["data"][0]["items"][1]["title"] = "Mail"
    changed["rights"].reverse()
    before = read(BASE)
    after = load_document(files(changed), "shop", like=(files(BASE), before)).loaded
    assert after is not None
    own = {path for path, entry in after.index.entries.items() if entry.value is not before.index.entries[path].value}
    single = {"document", "controller", "children", "amendments"}
    assert own == {"purpose/service", "data/account", "data/email", *single}


def test_two_facts_with_one_id_are_still_two() -> None:
    twice = {**BASE, "interests": [{"id": "safety", "title": "Safe operation"}, {"id": "safety", "title": "Other"}]}
    assert_same(beside(twice, BASE), load_document(files(twice), "shop"))
    assert_same(beside(twice, twice), load_document(files(twice), "shop"))
