"""Every rule of a law on its own examples: the bad ones give exactly that rule, all others nothing at all."""

from __future__ import annotations

import inspect
import re
import sys
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from laws.patching import changed, complete, untranslated

from hoshin.check import rules
from hoshin.check.laws.days import Days
from hoshin.check.laws.lawrule import LawRule
from hoshin.check.laws.pack import Pack
from hoshin.check.laws.registry import PACKS, shipped
from hoshin.check.page import Example, Page, read_page
from hoshin.check.run import check_policy
from hoshin.kernel.finding import Finding, Severity
from hoshin.policy.load import load_document
from hoshin.policy.snapshot import Snapshot
from hoshin.policy.terms import project_terms
from hoshin.translations.catalogues import group, words
from hoshin.translations.messages import explain

TODAY = date(2026, 11, 22)
ID = re.compile(r"(GDPR|APPI|TBA|CCPA|UK)[0-9]{3}")
FOLDER = Path(inspect.getfile(rules)).parent


def own(name: str) -> tuple[LawRule, ...]:
    """The rules of a pack without those of its parent."""
    return tuple(rule for rule in shipped(name).rules if rule.id.startswith(name.upper()))


ALL = [(name, rule) for name in PACKS for rule in own(name)]


def title(value: object) -> str:
    return value.id if isinstance(value, LawRule) else getattr(value, "shows", None) or str(value)[:12]


def file_of(rule: LawRule) -> Path:
    """The file whose `RULE` it is: shared judgements lie elsewhere."""
    return FOLDER / rule.id.rstrip("0123456789").lower() / f"{rule.slug.replace('-', '_')}.py"


@cache
def page_of(rule: LawRule) -> Page:
    return read_page(file_of(rule).read_text(encoding="utf-8"))


def findings(name: str, example: str, today: date = TODAY) -> tuple[Finding, ...]:
    snapshot = Snapshot({"policy/example/policy.yaml": changed(complete(name), example)})
    reading = load_document(snapshot, "example")
    assert reading.findings == ()
    assert reading.loaded is not None
    return check_policy(reading.loaded, project_terms(snapshot), days=Days(today, None, untranslated(example)))


def examples(*headings: str) -> list[tuple[str, LawRule, Example]]:
    return [(name, rule, one) for name, rule in ALL for heading in headings for one in page_of(rule).of(heading)]


@pytest.mark.parametrize("name", PACKS)
def test_the_complete_policy_has_no_finding(name: str) -> None:
    assert findings(name, "retired_ids: []\n") == ()


@pytest.mark.parametrize(("name", "rule", "example"), examples("Bad"), ids=title)
def test_a_bad_example_gives_exactly_its_rule(name: str, rule: LawRule, example: Example) -> None:
    found = [item for item in findings(name, example.yaml) if item.law is not None]
    assert {item.rule for item in found} == {rule.id}
    for item in found:
        assert item.place is not None
        for language in ("en", "ja"):
            explained = explain(item, language)
            assert "{" not in re.sub(r"\{[a-z-]+:[a-z/-]+\}", "", explained.message + explained.help), explained
            assert explained.help


@pytest.mark.parametrize(("name", "rule", "example"), examples("Good", "Not applicable"), ids=title)
def test_other_examples_give_nothing_of_the_rule(name: str, rule: LawRule, example: Example) -> None:
    """Nothing at all, or exactly the rules that the heading names: there, what makes it not applicable is a gap."""
    found = findings(name, example.yaml)
    if speaking := {match.group() for match in ID.finditer(example.shows)}:
        assert rule.id not in speaking
        assert {item.rule for item in found if item.law is not None} == speaking
    else:
        assert found == (), rule.id


@pytest.mark.parametrize(("name", "rule"), ALL, ids=title)
def test_a_page_says_duty_reason_and_examples(name: str, rule: LawRule) -> None:
    page = page_of(rule)
    assert page.duty.endswith(".")
    assert page.why
    assert page.of("Bad")
    assert page.of("Good")
    assert rule.grounds
    assert ID.fullmatch(rule.id)


@pytest.mark.parametrize("name", PACKS)
@pytest.mark.parametrize("language", ["en", "ja"])
def test_catalogues_hold_exactly_what_the_rules_say(name: str, language: str) -> None:
    catalogue = words(language, f"laws/{name}")
    assert set(catalogue) == {message for rule in own(name) for message in rule.messages}
    for key in catalogue:
        wanted = {"message", "help"} if "." in key else {"title", "message", "help"}
        assert set(group(catalogue, key)) == wanted, key


@pytest.mark.parametrize("name", PACKS)
def test_the_list_holds_every_file_once_in_the_order_of_ids(name: str) -> None:
    there = {path for path in (FOLDER / name).glob("*.py") if path.stem not in {"__init__", "pack"}}
    assert {file_of(rule) for rule in own(name)} | _shared(name) == there
    ids = [rule.id for rule in own(name)]
    assert ids == sorted(set(ids))


def _shared(name: str) -> set[Path]:
    """Files of a pack that hold judgements for several of its rules: those without a RULE."""
    return {
        path
        for path in (FOLDER / name).glob("*.py")
        if path.stem not in {"__init__", "pack"} and "\nRULE = " not in path.read_text(encoding="utf-8")
    }


@pytest.mark.parametrize(("name", "rule"), ALL, ids=title)
def test_a_file_holds_the_rule_that_it_is_named_after(name: str, rule: LawRule) -> None:
    module = sys.modules[f"hoshin.check.rules.{name}.{rule.slug.replace('-', '_')}"]
    assert module.RULE.id == rule.id


@pytest.mark.parametrize("name", PACKS)
def test_no_pack_with_an_unconfirmed_rule_is_signed_off(name: str) -> None:
    pack: Pack = shipped(name)
    assert not (pack.confirmed_by and any(not rule.confirmed for rule in pack.rules))


@pytest.mark.parametrize(("name", "rule"), ALL, ids=title)
def test_a_heuristic_is_no_error_unless_its_list_is_closed(name: str, rule: LawRule) -> None:
    if not rule.certain and rule.id not in {"GDPR402", "GDPR706"}:
        assert Severity.ERROR not in {rule.severity, rule.unclear}
