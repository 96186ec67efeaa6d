"""Every way to break a project that the table knows: what hoshin answers, and that it leaves everything as it is."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from pathlib import Path

import pytest
from errors.makers import MAKERS
from errors.page import PAGES, page, section, sections
from errors.running import Answer, ask, ask_child, broken_project, findings, picture, short
from errors.table import CASES, PROJECT, Case

CATALOGUE = Path(__file__).parents[2] / "src/hoshin/translations/en/cli.json"
ERRORS: dict[str, str] = json.loads(CATALOGUE.read_text(encoding="utf-8"))["errors"]
UPDATE = bool(os.environ.get("UPDATE"))
LINUX = sys.platform == "linux"


@pytest.fixture(autouse=True)
def _no_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same answers in every shell."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "HOSHIN_TRACEBACK"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)


def cases(chosen: list[Case]) -> pytest.MarkDecorator:
    here = [case for case in chosen if LINUX or not case.linux]
    return pytest.mark.parametrize("case", here, ids=lambda case: case.id)


def words(case: Case) -> tuple[str, ...]:
    """The call in English; findings of a check as JSON."""
    checks = case.call[0] == "check" and "--format" not in case.call
    return (*case.call, *(("--format", "json") if checks else ()), "--messages", "en")


def test_the_project_itself_has_no_fault() -> None:
    assert ask(PROJECT, "check", "--messages", "en") == Answer(0, "No problems found.\n", "")


def test_the_table_is_long_and_every_entry_has_its_own_name_and_titles() -> None:
    assert len(CASES) >= 100
    for name in ("id", "en", "ja"):
        titles = [getattr(case, name) for case in CASES]
        assert [title for title in titles if titles.count(title) > 1] == []


@cases(list(CASES))
def test_case(case: Case, tmp_path: Path) -> None:
    root = broken_project(case, tmp_path)
    before = picture(tmp_path)
    answer = ask(root, *words(case))
    assert "Traceback" not in answer.out + answer.err
    assert (answer.code, answer.err if answer.code == 70 else "") == (case.exit, "")
    after = picture(tmp_path)
    written = {name for name in after.keys() - before.keys() if not name.startswith("garden/out")}
    assert written == set() if case.exit == 0 else after == before
    if case.says:
        assert told(answer.err) == case.says
    else:
        assert answer.err == ""
    if case.call[0] == "check" and not case.says:
        hold(case, findings(answer))
    for name, piece in case.holds.items():
        assert piece in (root / name).read_text(encoding="utf-8")
    for name, piece in case.lacks.items():
        assert piece not in (root / name).read_text(encoding="utf-8")


def hold(case: Case, found: list[dict[str, str | int | None]]) -> None:
    """All findings, each with a place in the project, a sentence and a remedy."""
    listed = sorted([*case.finds, *case.also])
    shorts = sorted(map(short, found))
    if case.others:
        assert len(shorts) == len(listed) + case.others
        assert [entry for entry in listed if entry not in shorts] == []
    else:
        assert shorts == listed
    for item in found:
        assert item["file"]
        assert item["message"]
        assert item["help"]
        assert "DOC1" not in str(item["message"])


def told(err: str) -> str:
    """Which entry of the catalogue of errors was printed; it must say what to do."""
    first, _, remedy = err.removeprefix("hoshin: ").partition("\n")
    assert remedy.strip(), err
    fitting = [name for name, text in ERRORS.items() if re.fullmatch(pattern(text), first)]
    assert fitting, err
    return max(fitting, key=lambda name: len(re.sub(r"\{.*?\}", "", ERRORS[name].partition("\n")[0])))


def pattern(text: str) -> str:
    return re.sub(r"\\\{[a-z_]+\\\}", ".*", re.escape(text.partition("\n")[0]))


def test_every_error_of_the_catalogue_says_what_to_do() -> None:
    assert [name for name, text in ERRORS.items() if not text.partition("\n")[2].strip()] == []


@cases([case for case in CASES if case.child])
def test_case_as_a_process_of_its_own(case: Case, tmp_path: Path) -> None:
    root = broken_project(case, tmp_path)
    assert ask_child(root, *words(case)) == ask(root, *words(case))


@pytest.mark.parametrize("name", ["pipe-named-as-a-file", "link-to-a-folder-above", "link-to-nothing"])
@pytest.mark.skipif(not LINUX, reason="pipes and links of POSIX")
def test_the_memory_of_answers_neither_waits_nor_hides_a_fault(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = next(case for case in CASES if case.id == name)
    monkeypatch.setenv("HOSHIN_CACHE", str(tmp_path / "memory"))
    root = tmp_path / "garden"
    shutil.copytree(PROJECT, root)
    assert ask(root, *words(case)).code == 0
    MAKERS[case.do[0].make](root)
    for _ in range(2):
        hold(case, findings(ask(root, *words(case))))


# The page


@pytest.mark.skipif(not LINUX, reason="the page shows rights, pipes and bounds of memory as Linux has them")
def test_the_pages_hold_every_case_and_nothing_else(tmp_path_factory: pytest.TempPathFactory) -> None:
    for lang, file in PAGES.items():
        if UPDATE:
            text = page(
                lang, lambda case, lang=lang: section(case, lang, broken_project(case, tmp_path_factory.mktemp("page")))
            )
            file.write_text(text, encoding="utf-8", newline="\n")
        there = sections(file.read_text(encoding="utf-8"))
        assert file.read_text(encoding="utf-8") == page(
            lang, lambda case, lang=lang, there=there: there[title(case, lang)]
        )


def title(case: Case, lang: str) -> str:
    return f"### {case.en if lang == 'en' else case.ja}"


@cases(list(CASES) if LINUX else [])
def test_the_page_shows_what_hoshin_prints(case: Case, tmp_path: Path) -> None:
    """`UPDATE=1 pytest tests/errors` writes the pages anew."""
    root = broken_project(case, tmp_path)
    for lang, file in PAGES.items():
        assert sections(file.read_text(encoding="utf-8"))[title(case, lang)] == section(case, lang, root)
