"""Limits of time in both languages: inside a sentence, and in full."""

from __future__ import annotations

from typing import Any

import pytest

from hoshin.schema.keeping import Deadline, Retention
from hoshin.schema.money import Amount
from hoshin.schema.people import KindOfDate
from hoshin.translations.dates import kind_of_date
from hoshin.translations.limits import event, full_time_limit, state, time_limit
from hoshin.translations.locale import read_locale
from hoshin.translations.money import money

EN, JA = read_locale("en", None), read_locale("ja", None)


@pytest.mark.parametrize(
    ("fields", "english", "japanese"),
    [
        ({"period": "P2W", "bound": "about"}, "2 weeks", "2週間"),
        ({"min": "P6M", "max": "P18M"}, "at least 6 months, at most 18 months", "少なくとも6か月間、最長18か月間"),
        ({"max": "P1Y"}, "at most 1 year", "最長1年間"),
        ({"min": "P1Y"}, "at least 1 year", "少なくとも1年間"),
        ({"range": ["P2D", "P5D"]}, "2 to 5 days", "2〜5日間"),
        ({"business_days": 10}, "10 working days", "10営業日"),
        ({"period": "indefinite"}, "indefinitely", "無期限"),
        ({"until": "withdrawal"}, "until the withdrawal of your consent", "同意の撤回まで"),
        ({"until": "own_event"}, "until own event", "own eventまで"),
        ({"until": {"end_of": "calendar_year"}}, "until the end of the calendar year", "当該暦年の末日まで"),
        (
            {"until": {"end_of": "fiscal_year", "plus": "P7Y"}},
            "7 years after the end of the fiscal year",
            "当該事業年度の末日から7年間",
        ),
        (
            {"longest_of": [{"period": "P3Y"}, {"until": "claims_settled"}]},
            "3 years or until the settlement of all claims, whichever is longer",
            "3年間またはすべての請求の解決までの期間のいずれか長い方",
        ),
        (
            {"earliest_of": [{"business_days": 5}, {"until": "withdrawal"}]},
            "5 working days or until the withdrawal of your consent, whichever comes first",
            "5営業日または同意の撤回までの期間のいずれか短い方",
        ),
        (
            {"stages": [{"state": "hidden", "period": "P10D"}, {"state": "backup", "period": "P45D"}]},
            "10 days hidden, then 45 days in backups (55 days in total)",
            "非表示の状態で10日間、その後バックアップ内で45日間（合計55日間）",
        ),
        (
            {"stages": [{"state": "hidden", "period": "P10D"}, {"state": "own-state", "period": "P1M"}]},
            "10 days hidden, then 1 month own state (1 month and 10 days in total)",
            "非表示の状態で10日間、その後own stateで1か月間（合計1か月10日間）",
        ),
        ({"stages": [{"state": "hidden", "period": "P10D"}]}, "10 days hidden", "非表示の状態で10日間"),
        ({"criteria": ["tax_law"]}, "", ""),
    ],
)
def test_inside_a_sentence(fields: dict[str, Any], english: str, japanese: str) -> None:
    rule = Retention.model_validate({"id": "rule", **fields})
    assert (time_limit(EN, rule), time_limit(JA, rule)) == (english, japanese)


@pytest.mark.parametrize(
    ("fields", "english", "japanese"),
    [
        ({"period": "P2W", "bound": "about"}, "about 2 weeks", "約2週間"),
        ({"business_days": 10, "bound": "max"}, "at most 10 working days", "最長10営業日"),
        ({"period": "P1Y", "starts_from": "visit"}, "1 year from the visit", "閲覧から1年間"),
        (
            {"max": "P1Y", "until": "objection"},
            "at most 1 year, but only until your objection",
            "最長1年間（ただし、異議の申立てまでに限る）",
        ),
        (
            {"earliest_of": [{"period": "P13M"}, {"until": "erasure_requested"}], "starts_from": "return_completed"},
            "13 months from the completion of the return or until your request for erasure, whichever comes first",
            "返却の完了から13か月間または消去の請求までの期間のいずれか短い方",
        ),
        (
            {"longest_of": [{"until": "withdrawal"}, {"business_days": 5}], "starts_from": "recording"},
            "until the withdrawal of your consent or 5 working days from recording, whichever is longer",
            "同意の撤回までまたは記録から5営業日の期間のいずれか長い方",
        ),
        (
            {"longest_of": [{"until": "withdrawal"}, {"until": "objection"}], "starts_from": "recording"},
            "until the withdrawal of your consent or until your objection, whichever is longer from recording",
            "記録から同意の撤回までまたは異議の申立てまでの期間のいずれか長い方",
        ),
        (
            {"max": "P1Y", "until": "objection", "starts_from": "visit"},
            "at most 1 year from the visit, but only until your objection",
            "閲覧から最長1年間（ただし、異議の申立てまでに限る）",
        ),
        ({"criteria": ["tax_law"], "illustration": "P3Y"}, "for example 3 years", "例えば3年間"),
        (
            {"until": "contract_end", "illustration": "P3Y"},
            "until the end of the contract; for example 3 years",
            "契約の終了まで（例えば3年間）",
        ),
    ],
)
def test_in_full(fields: dict[str, Any], english: str, japanese: str) -> None:
    rule = Retention.model_validate({"id": "rule", **fields})
    assert (full_time_limit(EN, rule), full_time_limit(JA, rule)) == (english, japanese)


def test_a_deadline_that_can_be_extended() -> None:
    deadline = Deadline.model_validate({"period": "P1M", "extension": "P2M", "starts_from": "request_received"})
    assert full_time_limit(EN, deadline) == "1 month from the receipt of the request, which can be extended by 2 months"
    assert full_time_limit(JA, deadline) == "請求の受付から1か月間（2か月間の延長があり得る）"


def test_both_languages_know_the_same_events_and_states() -> None:
    assert set(EN.events) == set(JA.events)
    assert len(EN.events) > 25
    assert set(EN.states) == set(JA.states)
    assert event(EN, "posting") == "posting"
    assert state(JA, "backup") == "バックアップ内"


@pytest.mark.parametrize(
    ("fields", "english", "japanese"),
    [
        ({"value": "2026-07-01"}, "1 July 2026", "2026年7月1日"),
        ({"value": "2026-03"}, "March 2026", "2026年3月"),
        ({"value": "to_be_set"}, "", ""),
        (
            {"earlier_of": [{"value": "2026-07-01"}, {"event": "acceptance"}]},
            "1 July 2026 or the day of acceptance, whichever is earlier",
            "2026年7月1日または承諾の日のいずれか早い日",
        ),
        (
            {
                "by_audience": [
                    {"subjects": ["old"], "value": "2026-08-01"},
                    {"subjects": ["new"], "value": "2026-07-01"},
                ]
            },
            "1 August 2026 (old) and 1 July 2026 (new)",
            "2026年8月1日（old）および2026年7月1日（new）",
        ),
    ],
)
def test_dates(fields: dict[str, Any], english: str, japanese: str) -> None:
    value = KindOfDate.model_validate({"id": "effective", **fields})
    assert tuple(kind_of_date(locale, value, ", ".join) for locale in (EN, JA)) == (english, japanese)


def test_money() -> None:
    assert [money(EN, Amount(value=v, currency=c)) for v, c in ((1000, "JPY"), (5, "EUR"), (20, "CHF"))] == [
        "1,000 yen",
        "€5",
        "CHF 20",
    ]
    assert [money(JA, Amount(value=v, currency=c)) for v, c in ((1000, "JPY"), (5, "EUR"), (20, "CHF"))] == [
        "1,000円",
        "5ユーロ",
        "20 CHF",
    ]
