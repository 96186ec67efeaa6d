"""The canonical form: what means nothing is gone, what means something stands under its id."""

from __future__ import annotations

import copy

import pytest
from diff_sample import BASE, edited, loaded

from hoshin.diff.bodies import leaf
from hoshin.diff.canonical import canonical
from hoshin.diff.compare import RawChange, compare
from hoshin.diff.moves import moved


def test_facts_are_keyed_and_references_are_sets() -> None:
    facts = canonical(loaded(BASE)).facts
    assert facts["purpose/service"] == {
        "title": "Service",
        "text": "Provision of the service",
        "uses": {"account": {"data": "account"}},
    }
    assert facts["data/email"] == {"title": "E-mail address", "category": "account"}
    assert facts["recipient/printer"]["purposes"] == {"service": True}
    assert facts["section/keeping/how-long"] == {
        "type": "unit",
        "in": "period",
        "text": "We usually keep data of a {term:member} for {retention:default}.",
        "states": {"retention/default": True, "term/member": True},
    }
    assert facts["section/keeping"] == {"title": "Keeping"}


def test_orders_stand_apart() -> None:
    side = canonical(loaded(BASE))
    assert side.orders["purpose"] == ("purpose/service", "purpose/news")
    assert side.orders["data/account"] == ("data/name", "data/email")
    assert side.orders["section/keeping/"] == ("section/keeping/period",)
    assert side.orders["section/keeping/period"] == ("section/keeping/how-long", "section/keeping/courtesy")
    assert side.inner["section", "rights", "rights-list", "order"] == ("right/access", "right/erasure")


def test_texts_are_known_by_their_unit() -> None:
    side = canonical(loaded(BASE))
    assert side.units["section/keeping/how-long"] == {
        ("section", "keeping", "how-long", "text"): "section/keeping/how-long"
    }
    units = {unit for of_fact in side.units.values() for unit in of_fact.values()}
    assert units == {unit.id for unit in loaded(BASE).units}


def test_absent_null_and_default_are_one() -> None:
    data = edited(lambda d: d["purposes"][0].update(catch_all=False, kind=None, items=[], scope=None))
    assert canonical(loaded(data)).facts == canonical(loaded(BASE)).facts


def test_a_stated_no_is_not_the_default() -> None:
    data = edited(lambda d: d["data"][1].update(special=False))
    assert canonical(loaded(data)).facts["data/logs"]["special"] is False


def test_texts_are_normalised_and_durations_have_one_writing() -> None:
    data = edited(lambda d: d["purposes"][0].update(text="Provision  of the\nservice\u00a0"))
    data["retention"][0]["period"] = "P120M"
    assert canonical(loaded(data)).facts == canonical(loaded(BASE)).facts


def test_a_list_without_order_prints_list_order() -> None:
    def no_order(data: dict[str, list[dict[str, list[dict[str, object]]]]]) -> None:
        del data["sections"][0]["blocks"][0]["order"]

    (raw,) = compare(canonical(loaded(BASE)), canonical(loaded(edited(no_order))))
    assert raw.path == ("section", "purposes", "purpose-list", "order-written")


def test_parts_without_id_are_known_by_what_they_are_about() -> None:
    rule = {"id": "logs", "except": [{"of": ["data/name", "data/logs"], "period": "P1Y"}, {"of": ["data/name"]}]}
    facts = canonical(loaded({**BASE, "retention": [rule]})).facts
    assert list(facts["retention/logs"]["exceptions"]) == ["data/logs+data/name", "data/name"]


def test_two_parts_about_the_same_are_both_kept() -> None:
    twice = [{"data": "name", "restriction": "once"}, {"data": "name", "restriction": "twice"}]
    facts = canonical(loaded(edited(lambda d: d["purposes"][1].update(uses=twice)))).facts
    assert list(facts["purpose/news"]["uses"]) == ["name", "name~2"]


def test_any_and_retired_ids_and_absences_have_their_place() -> None:
    data = {**BASE, "retired_ids": ["purpose/old"], "transfers": {"status": "unknown"}}
    data["recipients"] = [{"id": "printer", "data": "any"}]
    facts = canonical(loaded(data)).facts
    assert facts["recipient/printer"]["data"] == {"*": True}
    assert facts["document"]["retired-ids"] == {"purpose/old": True}
    assert facts["transfer"] == {"status": "unknown"}


def test_only_what_a_policy_can_hold_is_a_leaf() -> None:
    with pytest.raises(TypeError, match="float"):
        leaf(1.5)


def test_the_other_side_may_lend_its_bodies() -> None:
    old, data = loaded(BASE), copy.deepcopy(BASE)
    data["purposes"].reverse()
    data["purposes"][0]["title"] = "News"
    new = loaded(data)
    alone, lent = canonical(new), canonical(new, like=(old, canonical(old)))
    assert (lent.facts, lent.orders, lent.units) == (alone.facts, alone.orders, alone.units)


@pytest.mark.parametrize(
    ("before", "after", "fewest"),
    [
        ("abc", "abc", ""),
        ("abc", "cab", "c"),
        ("abcd", "dcba", "dcb"),
        ("abc", "xbyac", "b"),
        ("ab", "", ""),
        ("", "ab", ""),
    ],
)
def test_the_fewest_members_move(before: str, after: str, fewest: str) -> None:
    assert "".join(moved(before, after)) == fewest


def test_raw_changes_say_what_and_where() -> None:
    def edit(data: dict[str, list[dict[str, object]]]) -> None:
        data["purposes"].reverse()
        data["retention"][0]["period"] = "P7Y"
        del data["rights"][0]["channel"]
        data["data"].pop()

    raws = compare(canonical(loaded(BASE)), canonical(loaded(edited(edit))))
    assert raws == (
        RawChange("data/logs", ("data", "logs"), "removed", {"title": "Server logs"}, None),
        RawChange("purpose/news", ("purpose", "news"), "moved", 2, 1),
        RawChange("retention/default", ("retention", "default", "period"), "changed", "P10Y", "P7Y"),
        RawChange("right/access", ("right", "access", "channel"), "removed", "desk", None),
    )
    assert raws[2].inside == ("period",)
