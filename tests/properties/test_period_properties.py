"""P20 of model.md: the order of periods is a partial order, and their bounds are those of the calendar."""

from calendar import monthrange
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoshin.schema.period import Duration, add, bounds_in_days, compare

_small = st.integers(0, 40)
_DURATIONS = st.builds(
    lambda years, months, days, hours: Duration.of(years=years, months=months, days=days, hours=hours),
    st.integers(0, 3), _small, st.integers(0, 800), st.integers(0, 60),
) | st.builds(lambda weeks: Duration.of(weeks=weeks), _small)  # fmt: skip


def later(start: date, months: int, days: int) -> date:
    """The day so many months, then days, after `start`: clamped to the end of a month that lacks the day."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1])) + timedelta(days)


def lengths(value: Duration, first_year: int, years: int = 8) -> list[int]:
    start = date(first_year, 1, 1)
    days = [start + timedelta(number) for number in range((date(first_year + years, 1, 1) - start).days)]
    months, rest = 12 * value.years + value.months, 7 * value.weeks + value.days
    return [(later(day, months, rest) - day).days for day in days]


@pytest.mark.parametrize("months", [0, 1, 2, 5, 6, 7, 11, 12, 13, 18, 23, 24, 30, 36])
def test_bounds_up_to_three_years_are_those_of_any_eight_years(months: int) -> None:
    value = Duration.of(months=months)
    found = lengths(value, 2021)
    assert bounds_in_days(value) == (min(found), max(found))


@pytest.mark.parametrize("months", [47, 48, 60, 84, 120, 121])
def test_bounds_of_longer_periods_are_those_of_eight_years_around_a_century_without_leap_day(months: int) -> None:
    value = Duration.of(months=months)
    found = lengths(value, 2096)
    assert bounds_in_days(value) == (min(found), max(found))


@pytest.mark.parametrize("text", ["P100Y", "P99Y11M", "P25Y", "P12Y1M"])
def test_bounds_hold_on_every_day_of_the_cycle_and_are_reached(text: str) -> None:
    value = Duration.parse(text)
    found = lengths(value, 1900, 400)
    assert bounds_in_days(value) == (min(found), max(found))


@given(st.integers(0, 2000), st.integers(0, 60), st.sampled_from([1897, 1997, 2021, 2096]))
def test_no_start_day_of_eight_years_lies_outside_the_bounds(months: int, days: int, year: int) -> None:
    value = Duration.of(months=months, days=days)
    least, greatest = bounds_in_days(value)
    found = lengths(value, year)[::13]
    assert least <= min(found)
    assert max(found) <= greatest


@given(_DURATIONS, _DURATIONS)
def test_the_order_is_antisymmetric(a: Duration, b: Duration) -> None:
    forth, back = compare(a, b), compare(b, a)
    assert (forth is None) == (back is None)
    assert forth is None or back is None or forth == -back


@given(_DURATIONS, _DURATIONS)
def test_zero_means_the_same_canonical_writing(a: Duration, b: Duration) -> None:
    assert (compare(a, b) == 0) == (a.canonical == b.canonical)


@given(st.lists(_DURATIONS, min_size=3, max_size=3))
def test_the_order_is_transitive_where_comparable(values: list[Duration]) -> None:
    a, b, c = values
    if compare(a, b) in {-1, 0} and compare(b, c) in {-1, 0}:
        assert compare(a, c) == (0 if compare(a, b) == compare(b, c) == 0 else -1)


@given(_DURATIONS, _DURATIONS)
def test_an_order_in_days_holds_on_every_start_day(a: Duration, b: Duration) -> None:
    if a.hours or b.hours or compare(a, b) != -1:
        return
    for year in (2021, 2096):
        assert all(x < y for x, y in zip(lengths(a, year)[::29], lengths(b, year)[::29], strict=True))


@given(_DURATIONS)
def test_canonical_is_a_fixed_point_and_the_same_length(value: Duration) -> None:
    canonical = Duration.parse(value.canonical)
    assert canonical.canonical == value.canonical
    assert bounds_in_days(canonical) == bounds_in_days(value)


@given(_DURATIONS, _DURATIONS)
def test_adding_is_commutative_and_never_shortens(a: Duration, b: Duration) -> None:
    total = add(a, b)
    assert total.canonical == add(b, a).canonical
    assert compare(a, total) == (0 if b.canonical == "P0D" else -1)


def test_a_longer_number_of_months_is_longer() -> None:
    chain = [Duration.of(months=months) for months in range(1, 400)]
    assert all(compare(a, b) == -1 for a, b in pairwise(chain))
