"""The documentation holds: what it shows is run, what it links to is there, what it names exists."""

from __future__ import annotations

import os
import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from documentation import blocks as sorts
from documentation.commands import actions, parser_of
from documentation.reading import ROOT, Block, anchors, blocks, links, pages, spans, text_of, tokens, written
from documentation.sandbox import PageError, Sandbox

import hoshin
from hoshin.cli.main import VERBS
from hoshin.cli.options import common_options
from hoshin.cli.words import help_words
from hoshin.policy.load import Loaded
from hoshin.policy.placeholders import Placeholder, find
from hoshin.policy.places import places_in

UPDATE = bool(os.environ.get("UPDATE"))
NOT_RUN: dict[str, int] = {}
"""How many blocks of a page are shown and not run; each says why in its first line."""
RECORDS = frozenset({"bench/RESULTS.md"})
"""Pages that keep what was measured once."""
WITH_OPENWORK = ("README.md", "docs/legal.md", "docs/legal.ja.md")
WITH_BLOCKS = [page for page in written() if blocks(page) and page not in RECORDS]


@pytest.fixture(autouse=True)
def _no_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The same answers in every shell and repository."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "HOSHIN_TRACEBACK"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")


@pytest.mark.parametrize("page", WITH_BLOCKS)
def test_what_a_page_shows_holds(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`make docs` writes what the commands of a page print; edits and YAML are left to people."""
    if page.endswith(".ja.md"):
        monkeypatch.setenv("LANG", "ja_JP.UTF-8")
    root = tmp_path / "project"
    root.mkdir()
    box = Sandbox(root)
    names: dict[str, object] = {}
    faults: list[str] = []
    anew: list[tuple[Block, str]] = []
    for block in blocks(page):
        try:
            now = sorts.hold(block, box, names)
        except (PageError, OSError) as fault:
            faults.append(f"{page}:{block.line}: {fault}")
            continue
        if now != block.text and UPDATE:
            anew.append((block, now))
        elif now != block.text:
            faults.append(f"{page}:{block.line}: `make docs` writes it anew\n{now}")
    if anew:
        (ROOT / page).write_text(replaced(text_of(page), anew), encoding="utf-8", newline="\n")
    if faults:
        pytest.fail("\n\n".join(faults), pytrace=False)


def replaced(text: str, anew: list[tuple[Block, str]]) -> str:
    """The page with the text of these blocks in place of what stands there."""
    lines = text.splitlines(keepends=True)
    for block, now in reversed(anew):
        lines[block.line : block.line + block.text.count("\n")] = [now]
    return "".join(lines)


def test_few_blocks_are_not_run_and_say_why() -> None:
    found = {page: sum(map(sorts.not_run, blocks(page))) for page in written()}
    assert {page: count for page, count in found.items() if count} == NOT_RUN
    for page in written():
        for block in filter(sorts.not_run, blocks(page)):
            assert len(block.text.partition("\n")[0]) > len(sorts.NOT_RUN) + 10


@pytest.mark.parametrize("page", pages())
def test_links_lead_somewhere(page: str) -> None:
    """A link inside of the repository names a file that is there, and a heading that it has."""
    dead = []
    for target in links(page):
        if re.match(r"[a-z]+:", target):
            continue
        file, _, anchor = unquote(target).partition("#")
        path = (ROOT / page).parent / file if file else ROOT / page
        name = os.path.relpath(path, ROOT)
        if not path.exists() or name.startswith("..") or (anchor and anchor not in anchors(name)):
            dead.append(target)
    assert dead == []


@pytest.mark.parametrize("page", pages())
def test_tables_have_as_many_cells_as_heads(page: str) -> None:
    """A bar inside of a cell breaks its row without a word."""
    broken = []
    for line, text in enumerate(text_of(page).split("\n"), start=1):
        ruled = re.fullmatch(r"\s*\|(\s*:?-+:?\s*\|)+\s*", text)
        if ruled:
            wanted = text.count("|")
            rows = text_of(page).split("\n")[line:]
            for number, row in enumerate(rows, start=line + 1):
                if not row.startswith("|"):
                    break
                if len(re.findall(r"(?<!\\)\|", row)) != wanted:
                    broken.append(number)
    assert broken == []


def options_of(verb: str) -> set[str]:
    """Every option of a command."""
    parser = parser_of(verb)
    common_options(parser, help_words("en"))
    return {option for action in actions(parser) for option in action.option_strings}


def called(page: str) -> list[str]:
    """Commands in running text, in tables and in sessions."""
    sessions = [line[2:] for block in blocks(page) for line in block.text.split("\n") if line.startswith("$ ")]
    return [re.sub(r"\[|\]", " ", text) for text in (*spans(page), *sessions)]


@pytest.mark.parametrize("page", written())
def test_commands_in_running_text_exist(page: str) -> None:
    """`hoshin VERB --option` and `make TARGET` name what there is."""
    targets = set(re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    unknown = []
    for text in called(page):
        words = text.split()
        if words[:1] == ["make"] and len(words) > 1 and re.fullmatch("[a-z]+", words[1]) and words[1] not in targets:
            unknown.append(text)
        if words[:1] == ["hoshin"] and len(words) > 1:
            verb = next((word for word in words[1:] if word in VERBS), None)
            options = {word.partition("=")[0] for word in words if re.match(r"--?[A-Za-z]", word)}
            if verb is None:
                known = {"--help", "--version", "-C", "--messages"}
                unknown += [text] if options - known or re.fullmatch("[a-z]+", words[1]) else []
            elif options - options_of(verb):
                unknown.append(text)
    assert unknown == []


def test_placeholders_that_legal_is_shown_exist() -> None:
    """Each `{…}` of the pages for legal names a fact or an article of OpenWork's policy."""
    loaded = hoshin.load(ROOT, document="openwork").loaded
    shown = {item for page in WITH_OPENWORK for text in spans(page) for item in find(text)}
    assert {item.kind for item in shown} >= {"retention", "children", "controller", "contact", "article", "term"}
    assert [item.written for item in shown if not _is_there(item, loaded)] == []


def _is_there(item: Placeholder, loaded: Loaded) -> bool:
    *section, part = item.fact.split("/", 2)
    return item.fact in loaded.index.entries or part in places_in("/".join(section), loaded)


def test_every_command_is_documented() -> None:
    """A verb that no page for people names has nobody who finds it."""
    named = {word for page in written() for text in called(page) for word in text.split() if text.startswith("hoshin")}
    assert VERBS.keys() - named == set()


def test_every_page_is_reached_from_the_readme() -> None:
    reached, open_pages = set(), {"README.md"}
    while open_pages:
        page = open_pages.pop()
        reached.add(page)
        for target in links(page):
            name = os.path.relpath((ROOT / page).parent / unquote(target).partition("#")[0], ROOT)
            if name in pages() and name not in reached:
                open_pages.add(name)
    starters = {page for page in pages() if "/starters/" in page}
    assert set(pages()) - reached - starters == set()


def test_pictures_are_small_and_shown() -> None:
    """Every picture is on some page, has words in place of it, and is no burden to load."""
    shown = {
        os.path.relpath((ROOT / page).parent / str(token.attrGet("src")), ROOT): token.content
        for page in pages()
        for token in tokens(page)
        if token.type == "image"
    }
    there = {path.relative_to(ROOT).as_posix(): path.stat().st_size for path in (ROOT / "docs").rglob("*.png")}
    assert set(shown) == set(there)
    assert [name for name, words in shown.items() if len(words) < 20] == []
    assert {name: size for name, size in there.items() if size > 250_000} == {}
