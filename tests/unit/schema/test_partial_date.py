import json
from datetime import date
from typing import Literal

import pytest
from pydantic import BaseModel, ValidationError

from hoshin.schema.partial_date import PartialDate, PartialDateError


class Dated(BaseModel):
    value: PartialDate | Literal["to_be_set"]


def parse(text: str) -> PartialDate:
    return PartialDate.parse(text)


@pytest.mark.parametrize(
    ("text", "parts", "precision", "first", "last"),
    [
        ("2026", (2026, None, None), "year", date(2026, 1, 1), date(2026, 12, 31)),
        ("2026-03", (2026, 3, None), "month", date(2026, 3, 1), date(2026, 3, 31)),
        ("2026-02", (2026, 2, None), "month", date(2026, 2, 1), date(2026, 2, 28)),
        ("2024-02-29", (2024, 2, 29), "day", date(2024, 2, 29), date(2024, 2, 29)),
        ("2026-07-01", (2026, 7, 1), "day", date(2026, 7, 1), date(2026, 7, 1)),
    ],
)
def test_a_date_is_as_precise_as_it_is_written(
    text: str, parts: tuple[int, int | None, int | None], precision: str, first: date, last: date
) -> None:
    value = parse(text)
    assert (value.year, value.month, value.day) == parts
    assert (value.precision, value.first, value.last) == (precision, first, last)
    assert str(value) == text


@pytest.mark.parametrize(
    ("text", "code", "remedy"),
    [
        ("2026-02-30", "calendar", ""),
        ("2025-02-29", "calendar", ""),
        ("2026/02/30", "calendar", ""),
        ("2026-13", "calendar", ""),
        ("2026-7-1", "spelling", "2026-07-01"),
        ("2026/7/1", "spelling", "2026-07-01"),
        ("2026.07", "spelling", "2026-07"),
        ("2026年7月1日", "spelling", "2026-07-01"),
        ("2026年3月", "spelling", "2026-03"),
        ("2026年", "spelling", "2026"),
        ("２０２６年３月", "spelling", "2026-03"),
        (" 2026-07-01", "spelling", "2026-07-01"),
        ("2026-07-01\n", "spelling", "2026-07-01"),
        ("", "form", ""),
        ("26-07-01", "form", ""),
        ("0000", "form", ""),
        ("2026-07-01T00:00", "form", ""),
        ("1 July 2026", "form", ""),
        ("01/07/2026", "form", ""),
    ],
)
def test_a_wrong_date_is_refused(text: str, code: str, remedy: str) -> None:
    with pytest.raises(PartialDateError) as caught:
        parse(text)
    assert (caught.value.code, caught.value.remedy) == (code, remedy)


def test_an_error_reads_as_code_and_remedy() -> None:
    assert str(PartialDateError("spelling", "2026-07-01")) == "spelling: 2026-07-01"
    assert str(PartialDateError("form")) == "form"


def test_a_day_needs_its_month() -> None:
    with pytest.raises(PartialDateError):
        PartialDate(2026, None, 1)


@pytest.mark.parametrize(
    ("a", "b", "order"),
    [
        ("2026-07-01", "2026-07-02", -1),
        ("2026-07-02", "2026-07-01", 1),
        ("2026-07-01", "2026-07-01", 0),
        ("2026-06", "2026-07-01", -1),
        ("2026-07", "2026-07-01", None),
        ("2026-07", "2026-07", None),
        ("2026", "2026-07", None),
        ("2025", "2026-01", -1),
        ("2027", "2026-12-31", 1),
    ],
)
def test_dates_are_compared_where_that_can_be_decided(a: str, b: str, order: Literal[-1, 0, 1] | None) -> None:
    assert parse(a).compare(parse(b)) == order


def test_a_date_that_is_known_to_the_day() -> None:
    assert PartialDate.of(date(2026, 7, 1)) == parse("2026-07-01")


def test_a_field_writes_back_what_was_read() -> None:
    dated = Dated.model_validate({"value": "2026-03"})
    assert dated.value == parse("2026-03")
    assert json.loads(dated.model_dump_json()) == {"value": "2026-03"}
    assert dated.model_dump() == {"value": parse("2026-03")}
    assert Dated(value=parse("2026")) == Dated.model_validate({"value": "2026"})
    assert Dated.model_validate({"value": "to_be_set"}).value == "to_be_set"
    assert len({parse("2026"), parse("2026"), parse("2026-01")}) == 2


@pytest.mark.parametrize(
    ("value", "kind", "context"),
    [("2026-02-30", "date_calendar", {"remedy": ""}), ("2026/7/1", "date_spelling", {"remedy": "2026-07-01"})],
)
def test_a_field_explains_a_fault(value: str, kind: str, context: dict[str, str]) -> None:
    with pytest.raises(ValidationError) as caught:
        Dated.model_validate({"value": value})
    error = caught.value.errors()[0]
    assert (error["type"], error.get("ctx")) == (kind, context)


def test_a_field_takes_no_number() -> None:
    with pytest.raises(ValidationError) as caught:
        Dated.model_validate({"value": 2026})
    assert caught.value.errors()[0]["type"] == "string_type"


def test_the_json_schema_gives_the_form() -> None:
    field = Dated.model_json_schema()["properties"]["value"]["anyOf"][0]
    assert field["type"] == "string"
    assert field["examples"] == ["2026-07-01", "2026-03", "2026"]
