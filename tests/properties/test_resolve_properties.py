"""The resolved view against a plain reading of the scopes (model.md P11), on random overlays and situations."""

from __future__ import annotations

import itertools
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from hoshin.kernel.place import Places
from hoshin.policy.inherited import inherited
from hoshin.policy.load import Loaded, assemble
from hoshin.policy.matrix import expand
from hoshin.policy.resolve import resolve
from hoshin.policy.scopes import overlays
from hoshin.schema.policy import Policy

PRODUCTS = ("pa", "pb", "pc", "pd")
REGIONS = ("EEA", "DE", "FR", "GB", "US", "US-CA")
INSIDE = {"DE": {"DE", "EEA"}, "FR": {"FR", "EEA"}, "US-CA": {"US-CA", "US"}}
PURPOSES = ("qa", "qb", "qc", "qd")
DATA = ("da", "db", "dc")
PLACES: Places = {}


def some(words: tuple[str, ...]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(words), unique=True, max_size=3)


@st.composite
def scopes(draw: st.DrawFn) -> dict[str, list[str]]:
    return {"region": draw(some(REGIONS)), "product": draw(some(PRODUCTS))}


@st.composite
def policies(draw: st.DrawFn) -> dict[str, Any]:
    """Overlays form a tree: each may extend an earlier one."""
    products = [
        {
            "id": name,
            "kind": "product",
            "includes": draw(st.sampled_from((None, *PRODUCTS[:at]))),
            "data": draw(some(DATA)),
        }
        for at, name in enumerate(PRODUCTS)
    ]
    return {
        "document": {"title": "T", "source_locale": "en"},
        "products": draw(st.permutations([{k: v for k, v in item.items() if v} for item in products])),
        "data": [{"id": name, "scope": draw(scopes())} for name in DATA],
        "purposes": [
            {"id": name, "scope": draw(scopes()), "uses": [{"data": item} for item in draw(some(DATA))]}
            for name in PURPOSES
        ],
        "legal_bases": [
            {"id": name, "basis": "eu-gdpr:A6-1-f", "scope": draw(scopes()), "purposes": draw(some(PURPOSES))}
            for name in ("ba", "bb")
        ],
    }


def loaded(data: dict[str, Any]) -> Loaded:
    return assemble("p", Policy.model_validate(data), PLACES)


def chain(data: dict[str, Any], name: str) -> set[str]:
    above = {item["id"]: item.get("includes") for item in data["products"]}
    found = set()
    here: str | None = name
    while here:
        found.add(here)
        here = above[here]
    return found


def plainly_holds(data: dict[str, Any], fact: dict[str, Any], situation: dict[str, str]) -> bool:
    scope = fact["scope"]
    region, product = situation.get("region"), situation.get("product")
    in_region = not scope["region"] or region is None or bool(INSIDE.get(region, {region}) & set(scope["region"]))
    in_product = not scope["product"] or product is None or bool(chain(data, product) & set(scope["product"]))
    return in_region and in_product


def joined(policy: Loaded) -> set[tuple[str, str, str]]:
    cells = expand(policy.index)
    return {(cell.purpose, cell.data, cell.legal_basis) for cell in cells if cell.legal_basis and cell.data}


situations = st.fixed_dictionaries(
    {}, optional={"region": st.sampled_from(REGIONS), "product": st.sampled_from(PRODUCTS)}
)


@given(policies(), situations)
@settings(max_examples=150, deadline=None)
def test_what_holds_is_what_a_plain_reading_finds(data: dict[str, Any], situation: dict[str, str]) -> None:
    made = resolve(loaded(data), situation)
    for kind, key in (("data", "data"), ("purpose", "purposes")):
        expected = [fact["id"] for fact in data[key] if plainly_holds(data, fact, situation)]
        assert list(made.index.ids(kind)) == expected
    data_left = set(made.index.ids("data"))
    for fact in data["purposes"]:
        if fact["id"] in made.index.ids("purpose"):
            uses = getattr(made.index.entries[f"purpose/{fact['id']}"].value, "uses", ())
            assert [use.data for use in uses] == [use["data"] for use in fact["uses"] if use["data"] in data_left]


@given(policies(), situations)
@settings(max_examples=100, deadline=None)
def test_resolving_twice_changes_nothing(data: dict[str, Any], situation: dict[str, str]) -> None:
    once = resolve(loaded(data), situation)
    assert resolve(once, situation).policy == once.policy


@given(policies())
@settings(max_examples=60, deadline=None)
def test_overlays_have_the_lists_of_all_that_they_extend(data: dict[str, Any]) -> None:
    index = loaded(data).index
    by_id = {item["id"]: item for item in data["products"]}
    for name in PRODUCTS:
        found = inherited(index, overlays(index), f"product/{name}")
        assert found is not None
        wanted = {item for one in chain(data, name) for item in by_id[one].get("data", ())}
        assert set(found.data) == wanted


@given(policies())
@settings(max_examples=60, deadline=None)
def test_the_order_of_overlays_does_not_matter(data: dict[str, Any]) -> None:
    first = loaded(data)
    turned = loaded({**data, "products": data["products"][::-1]})
    for region, product in itertools.product(("DE", "US-CA"), PRODUCTS):
        situation = {"region": region, "product": product}
        assert set(resolve(first, situation).index.entries) == set(resolve(turned, situation).index.entries)


@given(policies(), situations)
@settings(max_examples=60, deadline=None)
def test_rows_in_a_situation_are_rows_of_the_whole(data: dict[str, Any], situation: dict[str, str]) -> None:
    """Nothing new appears; and what a row joins there, it joins in the authored policy."""
    whole = loaded(data)
    assert joined(resolve(whole, situation)) <= joined(whole)
