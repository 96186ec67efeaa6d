"""A printed date says its day in ISO 8601 too; the words stay those of the language."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from hoshin.document.dated import dated
from hoshin.document.nodes import Inlines, Text, Time, plain
from hoshin.kernel.overlay import Overlay
from hoshin.schema.partial_date import PartialDate
from hoshin.schema.people import KindOfDate
from hoshin.translations.dates import format_date, kind_of_date
from hoshin.translations.locale import Locale, load_locale

EN, JA = (load_locale(lang, Overlay()) for lang in ("en", "ja"))
EARLIER = {"id": "day", "earlier_of": [{"event": "acceptance"}, {"value": "2026-12-01"}]}
AUDIENCES = {
    "id": "day",
    "by_audience": [{"subjects": ["readers"], "value": "2026-11-01"}, {"subjects": ["members"], "value": "2026-12"}],
}


def days(nodes: Inlines) -> list[tuple[str, str]]:
    return [(node.datetime, plain(node.children)) for node in nodes if isinstance(node, Time)]


@pytest.mark.parametrize(
    ("locale", "value", "expected"),
    [
        (EN, {"id": "day", "value": "2026-07-01"}, [("2026-07-01", "1 July 2026")]),
        (JA, {"id": "day", "value": "2026-07"}, [("2026-07", "2026年7月")]),
        (replace(JA, era=True), {"id": "day", "value": "2019-05-01"}, [("2019-05-01", "令和元年5月1日")]),
        (JA, EARLIER, [("2026-12-01", "2026年12月1日")]),
        (EN, AUDIENCES, [("2026-11-01", "1 November 2026"), ("2026-12", "December 2026")]),
    ],
)
def test_each_day_of_a_date(locale: Locale, value: dict[str, object], expected: list[tuple[str, str]]) -> None:
    date = KindOfDate.model_validate(value)
    text = kind_of_date(locale, date, ", ".join)
    made = dated(text, date, locale)
    assert days(made) == expected
    assert plain(made) == text


def test_a_day_of_a_field_and_what_is_no_date() -> None:
    day = PartialDate.parse("2026")
    assert dated(format_date(EN, day), day, EN) == (Time("2026", (Text("2026"),)),)
    assert dated("10 years", 10, EN) == (Text("10 years"),)
