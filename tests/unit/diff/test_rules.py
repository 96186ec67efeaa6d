"""The change rules as data: their sentences, their grounds on a day, and what each asks for."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from diff_sample import BASE, Data, changes, edited, first, loaded, only

from hoshin.diff.chg import CLASSES
from hoshin.diff.judgement import areas
from hoshin.diff.rules import CHG, RULES
from hoshin.diff.rules.cite import AREAS, cite
from hoshin.diff.rules.rule import ACTIONS, DEFAULT
from hoshin.diff.run import diff
from hoshin.translations.catalogues import group, words

UNCONFIRMED = {
    101, 102, 103, 104, 105, 108, 201, 202, 208, 210, 212, 301, 302, 303, 304, 409, 410, 411, 504, 602, 801, 807, 810
}  # fmt: skip
"""The rows with a dagger in rules.md 8.3."""


def test_ids_and_slugs_are_unique_and_well_formed() -> None:
    assert all(re.fullmatch("CHG[0-9]{3}", name) for name in RULES)
    assert len({rule.slug for rule in RULES.values()}) == len(RULES) == 76


def test_what_counsel_has_not_confirmed_says_so() -> None:
    assert {int(name[3:]) for name, rule in RULES.items() if not rule.confirmed} == UNCONFIRMED


@pytest.mark.parametrize("language", ["en", "ja"])
def test_every_rule_has_a_title_and_its_consequence_in_japan(language: str) -> None:
    catalogue = words(language, "change-rules")
    assert set(catalogue) == {*RULES, "actions"}
    assert set(group(catalogue, "actions")) == set(ACTIONS)
    for name, rule in RULES.items():
        assert set(group(catalogue, name)) >= ({"title", "japan"} if rule.japan else {"title"})


def test_every_instrument_counts_somewhere() -> None:
    grounds = [ground for rule in RULES.values() for ground in (*rule.grounds, *rule.japan)]
    assert {ground.instrument for ground in grounds} == set(AREAS)
    assert {AREAS[ground.instrument] for rule in RULES.values() for ground in rule.japan} == {"JP"}


def test_a_material_change_is_never_only_published() -> None:
    assert [name for name, rule in RULES.items() if CHG[name] == "material" and set(rule.actions) <= {"PUBLISH"}] == []
    assert [DEFAULT[class_][0] for class_ in CLASSES] == ["NONE", "PUBLISH", "PRIOR"]


def test_articles_of_the_appi_had_other_numbers_before_2022() -> None:
    refs = [(ground.provision, ground.in_force_from, ground.in_force_until) for ground in cite("APPI 27(5)(iii), 31")]
    assert refs == [
        ("27(5)(iii)", date(2022, 4, 1), None),
        ("23(5)(iii)", date(2017, 5, 30), date(2022, 3, 31)),
        ("31", date(2022, 4, 1), None),
    ]
    assert [ground.provision for ground in cite("APPI 28(1)")] == ["28(1)", "24"]


def judged_on(day: date) -> tuple[tuple[str, ...], str, list[str]]:
    swapped = edited(lambda data: data["legal_bases"][1].update(basis="eu-gdpr:A6-1-f"))
    (event,) = diff(loaded(BASE), loaded(swapped), as_of=day).events
    cited = [f"{ground.law} {ground.ref}" for rule in event.rules for ground in rule.citations]
    return event.rule_ids, event.class_, cited


def test_a_rule_counts_only_while_it_is_in_force() -> None:
    assert judged_on(date(2018, 5, 24)) == ((), "notable", [])
    assert judged_on(date(2018, 5, 25)) == (("CHG301",), "material", ["GDPR 5(1)(a)", "GDPR 7"])
    assert judged_on(date(2020, 5, 4))[2][-1] == "EDPB 05/2020 para 123"


def test_citations_follow_the_day_and_the_laws_that_the_policy_answers_to() -> None:
    def removed(law: str | None) -> list[str]:
        base = edited(lambda data: data.update(jurisdictions=[{"id": "law", "law": law}])) if law else BASE
        event = next(e for e in changes(lambda data: data["rights"].pop(), base).events if e.kind == "RIGHT_REMOVED")
        return [f"{ground.law} {ground.ref}" for rule in event.rules for ground in (*rule.citations, *rule.japan)]

    assert removed(None) == ["WP260 para 29", "GDPR 13(2)(b)", "APPI 33", "APPI 34", "APPI 35"]
    assert removed("legal-jp:law-APPI") == ["APPI 33", "APPI 34", "APPI 35"]
    assert removed("legal-eu:law-GDPR") == ["WP260 para 29", "GDPR 13(2)(b)"]
    assert removed("own:Mystery") == removed(None)


def test_an_area_is_read_off_the_law() -> None:
    assert areas([{"jurisdiction/a": {"law": "own:UKGDPR"}}, {}]) == {"EU"}
    assert areas([{"jurisdiction/a": {"law": "own:CCPA"}}, {"jurisdiction/b": {"law": "legal-jp:law-APPI"}}]) == {
        "US",
        "JP",
    }
    assert areas([{}, {}]) == {"EU", "JP", "US"}


def test_actions_follow_the_values() -> None:
    def asked(relation: str | None) -> tuple[str, ...]:
        body = {"id": "new", "title": "New", **({"relation": relation} if relation else {})}
        report = changes(lambda data: data["purposes"].append(body))
        return next(event.actions for event in report.events if event.kind == "PURPOSE_ADDED")

    assert asked("compatible") == ("PRIOR",)
    assert asked("incompatible") == ("CONSENT",)
    assert asked(None) == ("CONSENT", "BLOCK")
    assert only(changes(first("retention", period="P5Y"))).actions == ("PUBLISH",)
    assert only(changes(first("retention", period="P12Y"))).actions == ("PRIOR",)


CASES = Path(__file__).resolve().parents[2] / "cases" / "diff"


def test_every_rule_judges_a_change_in_a_golden_case() -> None:
    """One case is named after each rule, and the events that it expects name the rule."""
    for name in RULES:
        (case,) = CASES.glob(f"{name.lower()}-*.md")
        events = case.read_text(encoding="utf-8").partition("```text events\n")[2].partition("```")[0]
        assert re.search(rf"\(.*{name}.*\)$", events, re.MULTILINE), case.name


def test_an_item_that_moves_into_a_category_in_use_reaches_a_further_purpose() -> None:
    def moved(data: Data) -> None:
        data["data"][0]["items"].append({"id": "address", "title": "IP address"})
        data["data"][1]["items"].pop()

    base = edited(lambda data: data["data"][1].update(items=[{"id": "address", "title": "IP address"}]))
    event = next(event for event in changes(moved, base).events if event.path[-1] == "category")
    assert (event.rule_ids, event.class_) == (("CHG202",), "material")
    unused = edited(lambda data: data["purposes"][0].update(uses=[]), base)
    back = next(event for event in changes(moved, unused).events if event.path[-1] == "category")
    assert back.class_ == "notable"
