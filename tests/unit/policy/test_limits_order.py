"""Limits of time in one notation, and which of two is longer (model.md 7, P20)."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoshin.policy.limit_notation import day, end, length, read_day, read_end, read_length
from hoshin.policy.limit_order import longer
from hoshin.schema.people import KindOfDate
from hoshin.schema.time_limit import TimeLimit

LENGTHS: tuple[tuple[dict[str, Any], str], ...] = (
    ({"period": "P10Y"}, "P10Y"),
    ({"period": "P12M"}, "P1Y"),
    ({"period": "indefinite"}, "indefinite"),
    ({"period": "not_stored"}, "not_stored"),
    ({"business_days": 10}, "business_days=10"),
    ({"min": "P6M", "max": "P18M"}, "min=P6M max=P1Y6M"),
    ({"max": "P1Y"}, "max=P1Y"),
    ({"min": "P1Y"}, "min=P1Y"),
    ({"range": ["P2D", "P5D"]}, "range=P2D..P5D"),
    ({"longest_of": [{"until": "claims_settled"}, {"period": "P3Y"}]}, "longest_of=P3Y|until:claims_settled"),
    ({"earliest_of": [{"period": "P3Y"}, {"business_days": 5}]}, "earliest_of=P3Y|business_days:5"),
    (
        {"longest_of": [{"until": {"end_of": "fiscal_year", "plus": "P7Y"}}, {"period": "P1Y"}]},
        "longest_of=P1Y|until:end_of:fiscal_year+P7Y",
    ),
    (
        {"stages": [{"state": "hidden", "period": "P10D"}, {"state": "backup", "period": "P45D"}]},
        "stages=hidden:P10D+backup:P45D",
    ),
)


@pytest.mark.parametrize(("fields", "text"), LENGTHS)
def test_a_length_is_written_and_read(fields: dict[str, Any], text: str) -> None:
    assert length(TimeLimit.model_validate(fields)) == text
    assert length(read_length(text)) == text


def test_no_length_is_no_text() -> None:
    assert length(TimeLimit(criteria=("tax_law",))) == ""


@pytest.mark.parametrize("text", ["withdrawal", "end_of:calendar_year", "end_of:fiscal_year+P7Y"])
def test_an_end_is_written_and_read(text: str) -> None:
    assert end(read_end(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "2026-07-01",
        "2026-03",
        "to_be_set",
        "earlier_of=2026-07-01|event:acceptance",
        "by_audience=old-users,guests:2026-08-01|others:2026-07-01",
    ],
)
def test_a_date_is_written_and_read(text: str) -> None:
    assert day(read_day(text)) == text


def test_the_order_of_alternatives_means_nothing() -> None:
    there = KindOfDate.model_validate(
        {"id": "effective", "earlier_of": [{"event": "acceptance"}, {"value": "2026-07-01"}]}
    )
    assert day(there) == "earlier_of=2026-07-01|event:acceptance"


@pytest.mark.parametrize(
    ("before", "after", "order"),
    [
        ("P1Y", "P2Y", 1),
        ("P1Y", "P12M", 0),
        ("P1M", "P30D", None),
        ("P1Y", "indefinite", 1),
        ("not_stored", "P1D", 1),
        ("min=P6M max=P1Y6M", "P2Y", 1),
        ("min=P6M max=P1Y6M", "P1Y", None),
        ("max=P1Y", "max=P2Y", 1),
        ("min=P1Y", "min=P2Y", 1),
        ("max=P1Y", "min=P1Y", 1),
        ("range=P2D..P5D", "range=P2D..P7D", 1),
        ("range=P2D..P5D", "range=P1D..P7D", None),
        ("business_days=10", "business_days=20", 1),
        ("business_days=10", "P14D", None),
        ("stages=hidden:P10D+backup:P45D", "P55D", None),
        ("stages=hidden:P10D+backup:P45D", "stages=hidden:P10D+backup:P50D", 1),
        ("stages=hidden:P10D+backup:P45D", "stages=hidden:P20D+backup:P35D", None),
        ("P3Y", "longest_of=P3Y|until:claims_settled", 1),
        ("P3Y", "earliest_of=P3Y|until:withdrawal", -1),
    ],
)
def test_which_is_longer(before: str, after: str, order: int | None) -> None:
    assert longer(before, after) == order
    assert longer(after, before) == (None if order is None else -order)


@given(*[st.sampled_from([text for _, text in LENGTHS])] * 3)
def test_the_order_is_transitive_where_there_is_one(one: str, two: str, three: str) -> None:
    if longer(one, two) == 1 and longer(two, three) == 1:
        assert longer(one, three) == 1


def test_the_order_has_two_sides() -> None:
    texts = [text for _, text in LENGTHS]
    for one, two in product(texts, texts):
        there, back = longer(one, two), longer(two, one)
        assert (there, back) in {(0, 0), (None, None), (1, -1), (-1, 1)}
