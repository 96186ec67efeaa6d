"""Every rule on its own examples: the bad ones give exactly that rule, all others nothing."""

from __future__ import annotations

import inspect
import sys
from pathlib import Path

import pytest

from hoshin.check import rules
from hoshin.check.page import Example, Page, read_page
from hoshin.check.rule import Rule
from hoshin.check.rules import RULES
from hoshin.check.run import check_policy
from hoshin.kernel.finding import Severity
from hoshin.kernel.place import Place
from hoshin.policy.load import load_document
from hoshin.policy.snapshot import Snapshot
from hoshin.policy.terms import project_terms
from hoshin.policy.yaml_events import parse
from hoshin.translations.catalogues import words

MINIMAL = (Path(__file__).parent / "minimal.yaml").read_text(encoding="utf-8")
OF_VOCABULARY = (
    "shipped-id",
    "reserved-prefix",
    "duplicate-id",
    "broader-renamed",
    "broader-unknown",
    "broader-cycle",
)
"""What is said about a project's own words (policy/terms.py)."""
FOLDER = Path(inspect.getfile(rules)).parent


def file_of(rule: Rule) -> Path:
    return Path(inspect.getfile(sys.modules[rule.find.__module__]))


def page_of(rule: Rule) -> Page:
    return read_page(file_of(rule).read_text(encoding="utf-8"))


def completed(example: str) -> bytes:
    """The example and those top-level keys of the minimal policy that it does not have."""
    given = parse(example.encode(), "example.yaml").value
    assert isinstance(given, dict)
    kept: list[str] = []
    skipping = False
    for line in MINIMAL.splitlines():
        if line and line[0] not in " #":
            skipping = line.partition(":")[0] in given
        if not skipping:
            kept.append(line)
    return (example + "\n".join(kept) + "\n").encode()


def findings(example: str) -> set[tuple[str, str]]:
    snapshot = Snapshot({"policy/example/policy.yaml": completed(example)})
    reading = load_document(snapshot, "example")
    assert reading.findings == ()
    assert reading.loaded is not None
    found = check_policy(reading.loaded, project_terms(snapshot))
    assert all(item.place != Place("policy/example/policy.yaml", 1, 1) for item in found if item.path != "")
    return {(item.rule, item.message_id) for item in found}


def examples(heading: str) -> list[tuple[Rule, Example]]:
    return [(rule, example) for rule in RULES for example in page_of(rule).of(heading)]


def name(value: object) -> str:
    return value.id if isinstance(value, Rule) else getattr(value, "shows", "") or "example"


def test_the_minimal_policy_is_clean() -> None:
    assert findings("retired_ids: []\n") == set()


@pytest.mark.parametrize(("rule", "example"), examples("Bad"), ids=name)
def test_a_bad_example_gives_exactly_its_rule(rule: Rule, example: Example) -> None:
    assert {rule_id for rule_id, _ in findings(example.yaml)} == {rule.id}


@pytest.mark.parametrize(("rule", "example"), [*examples("Good"), *examples("Not applicable")], ids=name)
def test_other_examples_give_nothing(rule: Rule, example: Example) -> None:
    assert findings(example.yaml) == set(), rule.id


@pytest.mark.parametrize("rule", RULES, ids=name)
def test_a_page_says_duty_reason_and_examples(rule: Rule) -> None:
    page = page_of(rule)
    assert page.duty.endswith(".")
    assert page.why
    assert page.of("Bad")
    assert page.of("Good")


@pytest.mark.parametrize("rule", RULES, ids=name)
@pytest.mark.parametrize("language", ["en", "ja"])
def test_every_sentence_of_a_rule_stands_in_both_languages(rule: Rule, language: str) -> None:
    pack = file_of(rule).parent.name
    catalogue = words(language, f"findings/{pack}")
    assert [message for message in rule.messages if message not in catalogue] == []


@pytest.mark.parametrize("pack", ["integrity", "document"])
def test_catalogues_hold_no_sentence_that_no_rule_says(pack: str) -> None:
    said = {message for rule in RULES for message in rule.messages if file_of(rule).parent.name == pack}
    assert set(words("en", f"findings/{pack}")) - {f"DOC132.{key}" for key in OF_VOCABULARY} == said


def test_the_list_holds_every_file_once_in_the_order_of_ids() -> None:
    listed = [file_of(rule).relative_to(FOLDER).as_posix() for rule in RULES]
    folders = (FOLDER / "document", FOLDER / "integrity")
    files = (path for folder in folders for path in folder.glob("*.py") if path.name != "__init__.py")
    there = {path.relative_to(FOLDER).as_posix() for path in files}
    assert set(listed) == there
    assert len(listed) == len(there)
    ids = [rule.id for rule in RULES]
    assert ids == sorted(set(ids))


@pytest.mark.parametrize("rule", RULES, ids=name)
def test_a_file_is_named_after_its_rule(rule: Rule) -> None:
    assert file_of(rule).stem == rule.slug.replace("-", "_")


def test_severities_follow_the_catalogue() -> None:
    assert {rule.id: rule.severity for rule in RULES} == {
        "DOC101": Severity.WARNING,
        "DOC102": Severity.INFO,
        "DOC103": Severity.INFO,
        "DOC104": Severity.WARNING,
        "DOC105": Severity.INFO,
        "DOC106": Severity.ERROR,
        "DOC107": Severity.WARNING,
        "DOC108": Severity.ERROR,
        "DOC109": Severity.WARNING,
        "DOC110": Severity.INFO,
        "DOC111": Severity.INFO,
        "DOC112": Severity.ERROR,
        "DOC113": Severity.WARNING,
        "DOC114": Severity.INFO,
        "DOC115": Severity.INFO,
        "DOC116": Severity.INFO,
        "DOC117": Severity.INFO,
        "DOC118": Severity.WARNING,
        "DOC125": Severity.ERROR,
        "DOC126": Severity.ERROR,
        "DOC127": Severity.ERROR,
        "DOC128": Severity.WARNING,
        "DOC129": Severity.ERROR,
        "DOC130": Severity.WARNING,
        "DOC131": Severity.INFO,
        "DOC132": Severity.ERROR,
        "DOC133": Severity.WARNING,
        "DOC134": Severity.WARNING,
        "DOC135": Severity.ERROR,
        "DOC136": Severity.WARNING,
        "DOC137": Severity.ERROR,
        "DOC138": Severity.ERROR,
        "DOC139": Severity.ERROR,
        "DOC140": Severity.WARNING,
        "DOC141": Severity.WARNING,
    }
