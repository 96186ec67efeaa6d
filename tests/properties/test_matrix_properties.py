"""The expansion against a nested-loop reading of the authored statements (model.md P03, P12)."""

from __future__ import annotations

import itertools
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from hoshin.policy.index import build_index
from hoshin.policy.matrix import Cell, expand
from hoshin.schema.policy import Policy

PURPOSES = ("pa", "pb", "pc")
ITEMS = {"ca": ("ia", "ib"), "cb": ("ic",), "cc": ()}
LEAVES = ("ia", "ib", "ic", "cc")
DATA = (*ITEMS, "ia", "ib", "ic")
RECIPIENTS = ("ra", "rb")


def subset(words: tuple[str, ...]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(words), unique=True, max_size=len(words))


def selector(words: tuple[str, ...]) -> st.SearchStrategy[Any]:
    return st.one_of(st.just("any"), subset(words))


@st.composite
def policies(draw: st.DrawFn) -> dict[str, Any]:
    return {
        "document": {"title": "T", "source_locale": "en"},
        "data": [{"id": name, "items": [{"id": item} for item in items]} for name, items in ITEMS.items()],
        "purposes": [{"id": name, "uses": [{"data": item} for item in draw(subset(DATA))]} for name in PURPOSES],
        "recipients": [
            {"id": name, "purposes": draw(subset(PURPOSES)), "data": draw(selector(DATA))} for name in RECIPIENTS
        ],
        "legal_bases": [
            {
                "id": f"b{number}",
                "basis": draw(st.sampled_from(["eu-gdpr:A6-1-a", "eu-gdpr:A6-1-f"])),
                "purposes": draw(selector(PURPOSES)),
                "data": draw(selector(DATA)),
                "recipients": draw(selector(RECIPIENTS)),
                "except": draw(subset(PURPOSES)),
            }
            for number in range(draw(st.integers(0, 3)))
        ],
        "retention": [
            {
                "id": f"k{number}",
                "default": draw(st.booleans()),
                "of": [
                    *(f"data/{name}" for name in draw(subset(DATA))),
                    *(f"purpose/{name}" for name in draw(subset(PURPOSES))),
                ],
            }
            for number in range(draw(st.integers(0, 3)))
        ],
    }


def leaves(names: Any) -> set[str]:
    if names == "any":
        return set(LEAVES)
    return {leaf for name in names for leaf in (ITEMS.get(name) or (name,))}


def passes(wanted: Any, value: str) -> bool:
    return wanted == [] or (value != "" if wanted == "any" else value in wanted)


def data_passes(wanted: Any, value: str) -> bool:
    return wanted == [] or (value != "" if wanted == "any" else value in leaves(wanted))


def oracle(policy: dict[str, Any]) -> set[tuple[str, ...]]:
    """Nested loops over everything that could be a row, keeping what the statements say."""
    own = {(p["id"], leaf) for p in policy["purposes"] for use in p["uses"] for leaf in leaves([use["data"]])}
    links = {(p, d, "") for p, d in own}
    for r in policy["recipients"]:
        if r["purposes"] == [] and r["data"] == []:
            links.add(("", "", r["id"]))
            continue
        match = {(p, d) for p, d in own if passes(r["purposes"], p) and (r["data"] == [] or d in leaves(r["data"]))}
        links |= {(p, d, r["id"]) for p, d in match}
        for p in r["purposes"]:
            if p not in {q for q, _ in match}:
                links |= {(p, d, r["id"]) for d in (leaves(r["data"]) or {""})}
        if r["purposes"] == []:
            links |= {("", d, r["id"]) for d in leaves(r["data"]) if d not in {e for _, e in match}}
    links |= {(p, "", "") for p in PURPOSES if p not in {q for q, _, _ in links}}
    links |= {("", d, "") for d in LEAVES if d not in {e for _, e, _ in links}}
    rows = set()
    for p, d, r in links:
        bases = {
            (b["id"], b["basis"])
            for b in policy["legal_bases"]
            if (b["purposes"] or b["data"] or b["recipients"])
            and p not in b["except"]
            and passes(b["purposes"], p)
            and data_passes(b["data"], d)
            and passes(b["recipients"], r)
        } or {("", "")}
        special = {k["id"] for k in policy["retention"] if not k["default"] and rule_fits(k["of"], p, d)}
        kept = special or {k["id"] for k in policy["retention"] if k["default"]} or {""}
        rows |= {(p, d, r, *basis, keep) for basis, keep in itertools.product(bases, kept)}
    return rows


def rule_fits(of: list[str], purpose: str, item: str) -> bool:
    about_data = [ref.partition("/")[2] for ref in of if ref.startswith("data/")]
    about_purposes = [ref.partition("/")[2] for ref in of if ref.startswith("purpose/")]
    return (
        bool(of)
        and (not about_data or item in leaves(about_data))
        and (not about_purposes or purpose in about_purposes)
    )


def rows(cells: tuple[Cell, ...]) -> set[tuple[str, ...]]:
    return {(c.purpose, c.data, c.recipient, c.legal_basis, c.basis, c.retention) for c in cells}


@given(policies())
@settings(max_examples=300, deadline=None)
def test_expansion_equals_a_nested_loop_reading(policy: dict[str, Any]) -> None:
    assert rows(expand(build_index(Policy.model_validate(policy)))) == oracle(policy)


@given(policies())
@settings(max_examples=100, deadline=None)
def test_splitting_a_group_statement_leaves_the_matrix_equal(policy: dict[str, Any]) -> None:
    """Authored regrouping: every recipient with several purposes and listed data said as one statement a purpose."""
    split = {
        **policy,
        "purposes": [
            {**p, "uses": [{"data": leaf} for use in p["uses"] for leaf in sorted(leaves([use["data"]]))]}
            for p in policy["purposes"]
        ],
    }
    before = expand(build_index(Policy.model_validate(policy)))
    after = expand(build_index(Policy.model_validate(split)))
    assert rows(before) == rows(after)


@given(policies())
@settings(max_examples=50, deadline=None)
def test_every_row_names_the_facts_that_made_it(policy: dict[str, Any]) -> None:
    index = build_index(Policy.model_validate(policy))
    for cell in expand(index):
        assert cell.origins
        assert all(index.get(path) is not None for path in cell.origins)
        named = {f"purpose/{cell.purpose}", f"data/{cell.data}", f"recipient/{cell.recipient}"} - {
            "purpose/",
            "data/",
            "recipient/",
        }
        assert named <= set(cell.origins)
