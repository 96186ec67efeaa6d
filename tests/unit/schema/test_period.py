import json
import pickle
from datetime import date
from typing import Literal

import pytest
from jsonschema import Draft202012Validator
from pydantic import BaseModel, ValidationError

from hoshin.schema.period import Duration, DurationError, DurationText, add, bounds_in_days, compare


class Kept(BaseModel):
    period: DurationText
    otherwise: DurationText | Literal["indefinite", "not_stored"] = "indefinite"


def parse(text: str) -> Duration:
    return Duration.parse(text)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("P10Y", (10, 0, 0, 0, 0, 0, 0)),
        ("P6M", (0, 6, 0, 0, 0, 0, 0)),
        ("P2W", (0, 0, 2, 0, 0, 0, 0)),
        ("P30D", (0, 0, 0, 30, 0, 0, 0)),
        ("PT72H", (0, 0, 0, 0, 72, 0, 0)),
        ("PT5M", (0, 0, 0, 0, 0, 5, 0)),
        ("P1Y2M3DT4H5M6S", (1, 2, 0, 3, 4, 5, 6)),
        ("P0D", (0, 0, 0, 0, 0, 0, 0)),
        ("P1Y0M", (1, 0, 0, 0, 0, 0, 0)),
        ("P010Y", (10, 0, 0, 0, 0, 0, 0)),
    ],
)
def test_a_duration_keeps_its_text_and_its_parts(text: str, parts: tuple[int, ...]) -> None:
    value = parse(text)
    assert (value.years, value.months, value.weeks, value.days, value.hours, value.minutes, value.seconds) == parts
    assert str(value) == value.text == text


@pytest.mark.parametrize(
    ("text", "code", "remedy"),
    [
        ("p1y", "spelling", "P1Y"),
        (" P1Y", "spelling", "P1Y"),
        ("P1Y\n", "spelling", "P1Y"),
        ("Ｐ１０Ｙ", "spelling", "P10Y"),  # noqa: RUF001 - full width is the example
        ("-P1Y", "sign", "P1Y"),
        ("+P1Y", "sign", "P1Y"),
        ("P-1Y", "sign", "P1Y"),
        ("P1.5Y", "fraction", "P18M"),
        ("P1,5Y", "fraction", "P18M"),
        ("P1.5Y6M", "fraction", "P24M"),
        ("PT1.5H", "fraction", "PT90M"),
        ("PT0.5M", "fraction", "PT30S"),
        ("P0.5M", "inexact-fraction", ""),
        ("P1.5D", "inexact-fraction", ""),
        ("P0.5W", "inexact-fraction", ""),
        ("PT0.5S", "inexact-fraction", ""),
        ("P1W2D", "weeks-mixed", "P9D"),
        ("P1M2W", "weeks-mixed", "P1M14D"),
        ("P1D1Y", "order", "P1Y1D"),
        ("P6M1Y", "order", "P1Y6M"),
        ("P10H", "time-part", "PT10H"),
        ("P1H30M", "time-part", "PT1H30M"),
        ("PT5D", "time-part", "P5D"),
        ("P1YT", "time-part", "P1Y"),
        ("P5M10S", "form", ""),
        ("P1Y1Y", "form", ""),
        ("", "empty", ""),
        ("P", "empty", ""),
        ("PT", "empty", ""),
        ("P9999999999Y", "too-large", ""),
        ("10 years", "words", "P10Y"),
        ("1 month", "words", "P1M"),
        ("72 hours", "words", "PT72H"),
        ("5 minutes", "words", "PT5M"),
        ("10年間", "words", "P10Y"),
        ("6か月", "words", "P6M"),
        ("6ヶ月間", "words", "P6M"),
        ("72時間", "words", "PT72H"),
        ("10Y", "form", ""),
        ("forever", "form", ""),
        ("P1Y!", "form", ""),
        ("P" + "1" * 100_000 + "Y", "form", ""),
    ],
)
def test_a_wrong_duration_is_refused_with_a_remedy(text: str, code: str, remedy: str) -> None:
    with pytest.raises(DurationError) as caught:
        parse(text)
    assert (caught.value.code, caught.value.remedy) == (code, remedy)
    assert isinstance(caught.value, ValueError)
    assert not remedy or parse(remedy).text == remedy


def test_an_error_reads_as_code_and_remedy() -> None:
    assert str(DurationError("fraction", "P18M")) == "fraction: P18M"
    assert str(DurationError("empty")) == "empty"


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("P12M", "P1Y"),
        ("P18M", "P1Y6M"),
        ("P1Y0M", "P1Y"),
        ("P2W", "P14D"),
        ("P52W", "P364D"),
        ("PT60M", "PT1H"),
        ("PT3661S", "PT1H1M1S"),
        ("PT24H", "PT24H"),
        ("P30D", "P30D"),
        ("PT0S", "P0D"),
        ("P0Y", "P0D"),
        ("P1DT1H", "P1DT1H"),
    ],
)
def test_canonical_merges_only_what_the_calendar_makes_exact(text: str, canonical: str) -> None:
    assert parse(text).canonical == canonical
    assert parse(canonical).canonical == canonical


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("P1M", (28, 31)),
        ("P2M", (59, 62)),
        ("P11M", (334, 337)),
        ("P1Y", (365, 366)),
        ("P12M", (365, 366)),
        ("P4Y", (1_460, 1_461)),
        ("P10Y", (3_651, 3_653)),
        ("P100Y", (36_524, 36_525)),
        ("P400Y", (146_097, 146_097)),
        ("P401Y", (146_462, 146_463)),
        ("P1M10D", (38, 41)),
        ("P2W", (14, 14)),
        ("PT72H", (3, 3)),
        ("PT36H", (1, 2)),
        ("PT1S", (0, 1)),
        ("P0D", (0, 0)),
    ],
)
def test_bounds_in_days(text: str, bounds: tuple[int, int]) -> None:
    assert bounds_in_days(parse(text)) == bounds


@pytest.mark.parametrize(
    ("a", "b", "order"),
    [
        ("P3Y", "P10Y", -1),
        ("P10Y", "P3Y", 1),
        ("P12M", "P1Y", 0),
        ("P2W", "P14D", 0),
        ("PT60M", "PT1H", 0),
        ("P52W", "P1Y", -1),
        ("P27D", "P1M", -1),
        ("P32D", "P1M", 1),
        ("P30D", "P1M", None),
        ("P28D", "P1M", None),
        ("P365D", "P1Y", None),
        ("PT24H", "P1D", None),
        ("PT22H", "P1D", -1),
        ("PT26H", "P1D", 1),
        ("PT1H", "PT2H", -1),
        ("P1Y1D", "P1Y", 1),
        ("P1M30D", "P2M", None),
        ("P0D", "PT1S", -1),
        ("PT0S", "P0Y", 0),
        ("P4Y", "P1461D", None),
        ("P4Y", "P1462D", -1),
    ],
)
def test_the_order_is_partial(a: str, b: str, order: Literal[-1, 0, 1] | None) -> None:
    assert compare(parse(a), parse(b)) == order


@pytest.mark.parametrize(
    ("a", "b", "total"),
    [
        ("P10D", "P45D", "P55D"),
        ("P10D", "P1M", "P1M10D"),
        ("P1W", "P2W", "P3W"),
        ("P1W", "P3D", "P10D"),
        ("P6M", "P6M", "P12M"),
        ("PT30M", "PT45M", "PT75M"),
        ("P0D", "P0D", "P0D"),
        ("P1Y", "PT1H", "P1YT1H"),
    ],
)
def test_stages_add_like_units(a: str, b: str, total: str) -> None:
    assert add(parse(a), parse(b)).text == total


def test_a_sum_that_cannot_be_written_is_refused() -> None:
    with pytest.raises(DurationError) as caught:
        add(parse("P999999999Y"), parse("P1Y"))
    assert caught.value.code == "too-large"


def test_a_duration_is_made_of_parts() -> None:
    assert Duration.of(years=1, months=6).text == "P1Y6M"
    assert Duration.of(hours=72).text == "PT72H"
    assert Duration.of() == parse("P0D")
    with pytest.raises(DurationError):
        Duration.of(days=-1)


def test_durations_differ_where_their_writing_differs() -> None:
    assert parse("P12M") != parse("P1Y")
    assert parse("P1Y") == parse("P1Y")
    assert len({parse("P1Y"), parse("P1Y"), parse("P12M")}) == 2
    assert pickle.loads(pickle.dumps(parse("P1Y"))) == parse("P1Y")  # noqa: S301 - our own bytes


@pytest.mark.parametrize("text", ["P1M", "P6M", "P1W", "PT36H", "P0D", "P100Y", "P12M"])
def test_a_field_writes_back_what_was_read(text: str) -> None:
    kept = Kept(period=text)  # type: ignore[arg-type]  # what YAML gives
    assert kept.period == parse(text)
    assert json.loads(kept.model_dump_json()) == {"period": text, "otherwise": "indefinite"}
    assert kept.model_dump()["period"] is kept.period
    assert Kept.model_validate_json(kept.model_dump_json()) == kept
    assert Kept(period=kept.period) == kept


@pytest.mark.parametrize(
    ("value", "kind", "context"),
    [
        ("P1.5Y", "duration_fraction", {"remedy": "P18M"}),
        ("P", "duration_empty", {"remedy": ""}),
        (3, "string_type", None),
        (None, "string_type", None),
        (date(2026, 1, 1), "string_type", None),
    ],
)
def test_a_field_explains_a_fault(value: object, kind: str, context: dict[str, str] | None) -> None:
    with pytest.raises(ValidationError) as caught:
        Kept.model_validate({"period": value})
    [error] = caught.value.errors()
    assert (error["type"], error["loc"], error.get("ctx")) == (kind, ("period",), context)


def test_a_field_may_be_a_duration_or_a_word() -> None:
    assert Kept.model_validate({"period": "P1Y", "otherwise": "not_stored"}).otherwise == "not_stored"
    assert Kept.model_validate({"period": "P1Y", "otherwise": "P2Y"}).otherwise == parse("P2Y")


@pytest.mark.parametrize(
    "text", ["P1Y", "PT1H", "P1Y2M3DT4H5M6S", "P2W", "P", "PT", "P1YT", "P1W1D", "p1y", "P1.5Y", "-P1Y", "P1D1Y", ""]
)
def test_the_json_schema_agrees_with_the_parser(text: str) -> None:
    validator = Draft202012Validator(Kept.model_json_schema())
    try:
        parse(text)
    except DurationError:
        assert not validator.is_valid({"period": text})
    else:
        assert validator.is_valid({"period": text})
