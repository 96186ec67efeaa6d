"""docs/reference.md and docs/commands.md are what the tool makes of itself, in both languages."""

from __future__ import annotations

import os
import re
from collections.abc import Callable

import pytest
from documentation import commands, reference
from documentation.reading import ROOT
from documentation.reference import model_of, page_words

from hoshin.cli.main import VERBS
from hoshin.schema.kinds import KINDS
from hoshin.schema.walk import yaml_keys

PAGES: dict[str, Callable[[str], str]] = {"reference": reference.page, "commands": commands.page}
UPDATE = bool(os.environ.get("UPDATE"))


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_what_the_tool_makes(name: str, lang: str) -> None:
    """`make docs` writes it anew."""
    path = ROOT / "docs" / (f"{name}.md" if lang == "en" else f"{name}.{lang}.md")
    now = PAGES[name](lang)
    if UPDATE:
        path.write_text(now, encoding="utf-8", newline="\n")
    assert path.read_text(encoding="utf-8") == now


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_the_reference_names_every_key_of_every_kind(lang: str) -> None:
    chapters = dict(re.findall(r"^## `(\w+)`\n(.*?)(?=^## )", reference.page(lang), re.MULTILINE | re.DOTALL))
    assert list(chapters) == [kind.key for kind in KINDS]
    common = set(re.findall(r"^\| `(\w+)` \|", reference.page(lang).partition("## `document`")[0], re.MULTILINE))
    for kind in KINDS:
        told = set(re.findall(r"^\| `([\w]+)` \|", chapters[kind.key], re.MULTILINE))
        assert {key for _, key in yaml_keys(model_of(kind))} - told - common == set()


def test_no_two_headings_of_the_reference_have_one_anchor() -> None:
    heads = [head.lower() for head in re.findall(r"^#+ (.*)$", reference.page("en"), re.MULTILINE)]
    assert [head for head in heads if heads.count(head) > 1] == []


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_every_command_has_a_chapter_with_all_of_its_options(lang: str) -> None:
    text = commands.page(lang)
    for verb in VERBS:
        chapter = text.partition(f"## `hoshin {verb}`")[2].partition("\n## ")[0]
        options = {option for action in commands.actions(commands.parser_of(verb)) for option in action.option_strings}
        assert {option for option in options if f"`{option}" not in chapter} == {"-h", "--help"}


def test_the_twins_have_the_same_words() -> None:
    english, japanese = page_words("en"), page_words("ja")
    assert list(english) == list(japanese)
    assert list(english["meanings"]) == list(japanese["meanings"])
