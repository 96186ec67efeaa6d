"""Statements by what they name; and that the matrix asks only those that can be about a row."""

from __future__ import annotations

from typing import Any

import pytest

from hoshin.policy import matrix
from hoshin.policy.index import build_index
from hoshin.policy.lookup import Lookup, named
from hoshin.schema.policy import Policy


def test_what_names_a_key_or_nothing_is_found_in_order_and_once() -> None:
    lookup = Lookup([("one", ("a", "b")), ("all", ()), ("two", ("b",)), ("three", ("c",))])
    assert lookup.about(("b", "a")) == ["one", "all", "two"]
    assert lookup.about(("d",)) == ["all"]
    assert lookup.all() == ["one", "all", "two", "three"]


def test_the_first_selector_that_names_something_gives_the_keys() -> None:
    assert list(named(purpose="any", recipient=(), data=("x", "y"))) == ["data/x", "data/y"]
    assert list(named(purpose=("p",), data=("x",))) == ["purpose/p"]
    assert list(named(purpose=None, data="any")) == []


def _comparisons(size: int, monkeypatch: pytest.MonkeyPatch) -> tuple[int, int]:
    """How often a statement was compared with a row, and how many rows came of it."""
    count = 0

    def counted(fits: Any) -> Any:
        def asked(*arguments: object) -> bool:
            nonlocal count
            count += 1
            return bool(fits(*arguments))

        return asked

    numbers = range(size)
    policy = Policy.model_validate(
        {
            "document": {"title": "T", "source_locale": "en"},
            "data": [{"id": f"d-{n}"} for n in numbers],
            "purposes": [{"id": f"p-{n}", "uses": [{"data": f"d-{n}"}]} for n in numbers],
            "recipients": [{"id": f"c-{n}", "purposes": [f"p-{n}"]} for n in numbers],
            "legal_bases": [{"id": f"b-{n}", "basis": "eu-gdpr:A6-1-f", "purposes": [f"p-{n}"]} for n in numbers],
            "retention": [{"id": f"k-{n}", "of": [f"data/d-{n}"], "period": "P1Y"} for n in numbers],
        }
    )
    with monkeypatch.context() as patch:
        patch.setattr(matrix, "_basis_fits", counted(matrix._basis_fits))  # noqa: SLF001 - what is counted
        patch.setattr(matrix, "_rule_fits", counted(matrix._rule_fits))  # noqa: SLF001 - as above
        cells = matrix.expand(build_index(policy))
    return count, len(cells)


def test_comparisons_grow_with_the_rows_not_with_their_square(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _comparisons(10, monkeypatch) == (40, 20)
    assert _comparisons(200, monkeypatch) == (800, 400)
