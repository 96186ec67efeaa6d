"""Where facts hold: regions in regions, products that include others, contexts that add to others."""

from __future__ import annotations

import pytest
from scoped_policy import scoped

from hoshin.kernel.errors import UsageError
from hoshin.policy.inherited import Inherited, inherited
from hoshin.policy.scopes import holds, meet, overlays, read_situation
from hoshin.schema.modifiers import Scope
from hoshin.schema.regions import EEA, EU, lies_in

INDEX = scoped().index
KNOWN = overlays(INDEX)


def test_regions_lie_in_regions() -> None:
    assert len(EU) == 27
    assert len(EEA) == 30
    assert [lies_in(inner, "EEA") for inner in ("DE", "NO", "EU", "EEA", "GB", "CH", "US-CA")] == [True] * 4 + [
        False
    ] * 3
    assert [lies_in("US-CA", outer) for outer in ("US", "US-CA", "US-NY", "CA")] == [True, True, False, False]
    assert not lies_in("EEA", "EU")
    assert not lies_in("US", "US-CA")


@pytest.mark.parametrize(
    ("scope", "situation", "expected"),
    [
        ({}, {"region": "DE"}, True),
        ({"region": ["EEA"]}, {}, True),
        ({"region": ["EEA"]}, {"region": "DE"}, True),
        ({"region": ["EEA"]}, {"region": "GB"}, False),
        ({"region": ["EEA", "GB"]}, {"region": "GB"}, True),
        ({"region": ["US-CA"]}, {"region": "US"}, False),
        ({"tier": ["silver"]}, {"tier": "gold"}, True),
        ({"tier": ["gold"]}, {"tier": "silver"}, False),
        ({"context": ["website"]}, {"context": "app"}, True),
        ({"context": ["app"]}, {"context": "website"}, False),
        ({"region": ["DE"], "tier": ["gold"]}, {"region": "DE"}, True),
        ({"region": ["DE"], "tier": ["gold"]}, {"region": "DE", "tier": "silver"}, False),
        ({"subjects": ["riders"]}, {"subjects": "applicants"}, False),
        ({"language": ["ja"]}, {"language": "ja"}, True),
    ],
)
def test_a_scope_in_a_situation(scope: dict[str, list[str]], situation: dict[str, str], expected: bool) -> None:
    assert holds(Scope.model_validate(scope), situation, KNOWN) is expected


def test_a_fact_without_scope_holds_everywhere() -> None:
    assert holds(None, {"region": "JP"}, KNOWN)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ({"region": ["EEA"]}, {"region": ["DE"]}, True),
        ({"region": ["EEA"]}, {"region": ["GB"]}, False),
        ({"region": ["EEA"]}, {"tier": ["gold"]}, True),
        ({"tier": ["silver"]}, {"tier": ["gold"]}, True),
        ({"region": ["DE"], "tier": ["gold"]}, {"region": ["EEA"], "tier": ["bikes"]}, False),
    ],
)
def test_two_facts_can_hold_at_once(one: dict[str, list[str]], other: dict[str, list[str]], expected: bool) -> None:
    first, second = Scope.model_validate(one), Scope.model_validate(other)
    assert meet(first, second, KNOWN) is expected
    assert meet(second, first, KNOWN) is expected
    assert meet(first, None, KNOWN)


def test_overlays_have_what_they_extend() -> None:
    assert inherited(INDEX, KNOWN, "product/gold") == Inherited(
        ("silver",), ("offers", "rides"), ("history", "name"), ("partner",)
    )
    assert inherited(INDEX, KNOWN, "context/app") == Inherited(
        ("website",), ("tracking", "rides"), ("place", "name"), ()
    )
    assert inherited(INDEX, KNOWN, "purpose/rides") is None


def test_any_data_stays_any() -> None:
    index = scoped("{id: silver, kind: tier, title: Silver, data: [name]", "{id: silver, kind: tier, data: any").index
    found = inherited(index, overlays(index), "product/gold")
    assert found == Inherited(("silver",), ("offers", "rides"), "any", ("partner",))


def test_a_circle_ends_where_it_began() -> None:
    known = overlays(scoped("{id: silver,", "{id: silver, includes: gold,").index)
    assert known.chain("tier", "gold") == ("gold", "silver")
    assert known.chain("tier", "silver") == ("silver", "gold")
    assert known.chain("region", "DE") == ("DE",)


def test_a_situation_is_read() -> None:
    assert read_situation(["region=US-CA, tier=gold", "context=app"], INDEX) == {
        "region": "US-CA",
        "tier": "gold",
        "context": "app",
    }
    assert read_situation([], INDEX) == {}


@pytest.mark.parametrize(
    ("given", "message", "near"),
    [
        ("regio=DE", "bad-situation", "region"),
        ("region", "bad-situation", "region"),
        ("tier=golt", "unknown-situation", "gold"),
        ("tier=bikes", "unknown-situation", ""),
        ("subjects=nobody", "unknown-situation", ""),
    ],
)
def test_a_situation_that_cannot_be_read(given: str, message: str, near: str) -> None:
    with pytest.raises(UsageError) as caught:
        read_situation([given], INDEX)
    assert caught.value.message == message
    assert caught.value.args_["near"] == near


def test_a_situation_of_a_kind_that_the_policy_does_not_have() -> None:
    with pytest.raises(UsageError) as caught:
        read_situation(["platform=app"], INDEX)
    assert caught.value.message == "situation-of-none"
    assert caught.value.args_ == {"dimension": "platform", "value": "app"}
