"""Every sentence that the program can say stands in both languages, with the same arguments."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import hoshin
from hoshin.check.rules import RULES
from hoshin.kernel.finding import Severity, finding
from hoshin.translations.catalogues import group, words
from hoshin.translations.lints import LINTS
from hoshin.translations.messages import FAMILIES, explain

SOURCE = Path(hoshin.__file__).parent
MESSAGE = re.compile(r"(?:DOC\d{3}|tr-[a-z-]+|ja-[a-z]+)(?:\.[a-z0-9-]+)?")


def catalogue(language: str) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for family in FAMILIES:
        entries = words(language, f"findings/{family}")
        assert not found.keys() & entries.keys(), family
        found.update({key: dict(group(entries, key)) for key in entries})
    return found


def written() -> set[str]:
    """Message ids that stand whole in the program, and rules that are told without a variant."""
    constants = (
        node.value
        for path in SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )
    return {value for value in constants if MESSAGE.fullmatch(value) and "." in value}


def arguments(text: str) -> set[str]:
    return set(re.findall(r"\{([a-z][a-z0-9_]*)\}", text))


def test_families_are_all_there_are() -> None:
    for language in ("en", "ja"):
        folder = SOURCE / "translations" / language / "findings"
        assert {path.stem for path in folder.glob("*.yaml")} == {*FAMILIES, "report"}


def test_both_languages_have_the_same_entries() -> None:
    assert set(catalogue("en")) == set(catalogue("ja"))
    assert set(words("en", "findings/report")) == set(words("ja", "findings/report"))


def test_every_entry_says_what_is_wrong_and_what_to_do() -> None:
    for language in ("en", "ja"):
        for key, entry in catalogue(language).items():
            assert set(entry) == {"message", "help"}, key
            assert all(text.strip() for text in entry.values()), key


def test_messages_take_the_same_arguments_in_both_languages() -> None:
    english, japanese = catalogue("en"), catalogue("ja")
    for key, entry in english.items():
        for part in ("message", "help"):
            assert arguments(entry[part]) == arguments(japanese[key][part]), (key, part)


def test_every_message_of_the_program_has_its_sentences() -> None:
    said = written() | {message for rule in (*RULES, *LINTS) for message in rule.messages}
    assert said - set(catalogue("en")) == set()
    assert {"DOC120.size", "DOC121.root", "DOC126.near", "tr-missing.unit", "ja-number.differ"} <= said


@pytest.mark.parametrize(
    ("language", "message", "help_"),
    [
        ("en", "No vocabulary has the term “x:y”, so rules and exports cannot understand it.", "Did you mean “x:z”?"),
        (
            "ja",
            "「x:y」という語はどの語彙にもないため、規則やエクスポートが理解できません。",
            "「x:z」ではありませんか。",
        ),
    ],
)
def test_sentences_are_filled(language: str, message: str, help_: str) -> None:
    explained = explain(
        finding("DOC132", Severity.ERROR, "data/x", None, message="DOC132.near", term="x:y", near="x:z"), language
    )
    assert (explained.message, explained.help) == (message, help_)


def test_lists_are_joined_as_the_language_joins_them() -> None:
    item = finding("DOC126", Severity.ERROR, "x", None, message="DOC126.kind", field="of", id="a/b", kinds=("c", "d"))
    assert explain(item, "en").help == "Kinds that may stand here: c, d."
    assert explain(item, "ja").help == "ここに書ける種類：c、d。"


def test_nothing_is_shown_as_a_dash() -> None:
    item = finding(
        "DOC132", Severity.ERROR, "x", None, message="DOC132.broader-unknown", id="a", broader="b", nearest=""
    )
    assert explain(item, "en").help == "Name a known term. The nearest one: –"


def test_an_unknown_message_keeps_its_id_and_a_missing_argument_its_name() -> None:
    assert explain(finding("DOC999", Severity.ERROR, "x"), "en").message == "DOC999"
    assert "{term}" in explain(finding("DOC102", Severity.INFO, "x"), "en").message
