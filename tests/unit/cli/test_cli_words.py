"""Every error that the code can raise has its sentence, in both languages, with the arguments that it is given."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from hoshin.cli.words import error_lines, help_words
from hoshin.kernel.errors import HoshinError

SOURCE = Path(__file__).resolve().parents[3] / "src" / "hoshin"
FAMILY = {"HoshinError", "UsageError", "NotThereError", "PolicyError"}


def raised() -> list[tuple[str, frozenset[str]]]:
    found = set()
    for file in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in FAMILY and node.args:
                given = frozenset(word.arg for word in node.keywords if word.arg)
                more = {"first"} if node.func.id == "PolicyError" else set()
                for text in ast.walk(node.args[0]):
                    if isinstance(text, ast.Constant) and isinstance(text.value, str):
                        found.add((text.value, given | more))
    return sorted(found, key=lambda pair: (pair[0], sorted(pair[1])))


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize(("message", "given"), raised(), ids=lambda value: value if isinstance(value, str) else "")
def test_the_sentence_is_there_and_can_be_filled(message: str, given: frozenset[str], language: str) -> None:
    lines = error_lines(HoshinError(message, **dict.fromkeys(given, "X")), language)
    assert message not in lines[0].split(": ", 1)[-1].split()[:1], "no sentence in cli.json"
    assert not re.search(r"\{[a-z]+\}", " ".join(lines))


def test_both_languages_have_the_same_help() -> None:
    assert set(help_words("en")) == set(help_words("ja"))
