"""The notice period: how long, from when, kept or not."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from diff_sample import BASE, edited, first, loaded

from hoshin.diff.notice import Notice, after, earliest, notice, release_findings
from hoshin.diff.run import diff
from hoshin.policy.load import Loaded
from hoshin.schema.period import Duration

TODAY = date(2026, 1, 31)


@pytest.mark.parametrize(
    ("period", "end"),
    [
        ("P0D", date(2026, 1, 31)),
        ("P30D", date(2026, 3, 2)),
        ("P2W", date(2026, 2, 14)),
        ("P1M", date(2026, 2, 28)),
        ("P1Y1M", date(2027, 2, 28)),
        ("P1MT1H", date(2026, 3, 1)),
        ("P9999Y", date.max),
    ],
)
def test_a_period_later(period: str, end: date) -> None:
    assert after(TODAY, Duration.parse(period)) == end or (
        period == "P9999Y" and after(TODAY, Duration.parse(period)).year == 9999
    )


def test_the_longer_of_the_projects_days_and_the_promise_counts() -> None:
    assert earliest(TODAY, 30, None) == date(2026, 3, 2)
    assert earliest(TODAY, 30, Duration.parse("P14D")) == date(2026, 3, 2)
    assert earliest(TODAY, 30, Duration.parse("P2M")) == date(2026, 3, 31)
    assert earliest(TODAY, 0, Duration.parse("P0D")) == TODAY


def versions(
    effective: str | None, period: str = "P12Y", version: str = "2.0.0", **dates: str
) -> tuple[Loaded, Loaded]:
    def stamped(data: dict[str, Any], number: str, day: str | None, **more: str) -> None:
        data["document"]["version"] = number
        days = {**({"effective": day} if day else {}), **more}
        if days:
            data["dates"] = [{"id": name, "value": value} for name, value in days.items()]

    old = edited(lambda data: stamped(data, "1.0.0", "2025-06-01" if effective else None))
    new = edited(lambda data: (first("retention", period=period)(data), stamped(data, version, effective, **dates)))
    return loaded(old), loaded(new)


def gate(sides: tuple[Loaded, Loaded], given: date | None = None, published: date | None = TODAY) -> Notice:
    return notice(diff(*sides), *sides, 30, published=published, effective=given)


@pytest.mark.parametrize(
    ("effective", "verdict"), [("2026-03-01", "too-short"), ("2026-03-02", "kept"), ("2026-04-01", "kept")]
)
def test_a_material_release_is_held(effective: str, verdict: str) -> None:
    made = gate(versions(effective))
    assert (made.verdict, made.earliest, made.promise) == (verdict, date(2026, 3, 2), "P30D")


def test_only_material_releases_are_held() -> None:
    assert gate(versions("2026-02-01", period="P5Y")).verdict == "not-needed"


def test_without_an_effective_date_nothing_is_called_kept() -> None:
    sides = versions(None)
    assert gate(sides).verdict == "undetermined"
    assert gate(sides, date(2026, 3, 1)).verdict == "too-short"
    assert gate(sides, date(2026, 3, 2)).verdict == "kept"
    assert gate(sides, date(2026, 3, 2), None).verdict == "undetermined"


def test_what_the_document_states_counts_before_what_was_given_and_a_later_announcement_before_publication() -> None:
    assert gate(versions("2026-03-01"), date(2027, 1, 1)).verdict == "too-short"
    announced = gate(versions("2026-03-02", announced="2026-02-10"))
    assert (announced.verdict, announced.published) == ("too-short", date(2026, 2, 10))


def found(sides: tuple[Loaded, Loaded], published: date = TODAY) -> list[str]:
    report = diff(*sides)
    made = notice(report, *sides, 30, published=published, effective=None)
    return [item.message_id for item in release_findings(report, made, *sides)]


def test_what_keeps_a_version_from_being_released() -> None:
    assert found(versions("2026-04-01")) == []
    assert found(versions("2026-02-15")) == ["REL102"]
    assert found(versions("2026-04-01", version="1.1.0")) == ["REL101.major"]
    assert found(versions("2026-04-01", period="P5Y", version="1.0.1")) == ["REL101.minor"]
    assert found(versions("2026-04-01", period="P5Y", version="1.1.0")) == []
    assert found(versions("2025-06-01")) == ["REL102", "REL104.order"]
    assert found(versions("2026-01-30", period="P5Y", version="1.1.0")) == ["REL104.past"]
    assert found((loaded(BASE), loaded(BASE))) == []
