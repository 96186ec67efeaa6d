"""What the command line remembers: only the same call on the same files, and never at the price of a wrong answer."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from hoshin.cli import memory
from hoshin.cli.answer import Answer
from hoshin.cli.arguments import messages_language, project_folder, split_verb
from hoshin.cli.main import main

DOCUMENT = "document:\n  title: Privacy Policy\n  source_locale: en\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "company"
    (folder / "policy" / "shop").mkdir(parents=True)
    (folder / "policy" / "shop" / "all.yaml").write_text(DOCUMENT, encoding="utf-8")
    monkeypatch.setenv("HOSHIN_CACHE", str(tmp_path / "memory"))
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The commands that were really run."""
    done: list[str] = []
    run = __import__("hoshin.cli.main", fromlist=["_run"])._run  # noqa: SLF001 the point where work begins

    def noted(verb: str, rest: list[str], language: str) -> Answer:
        done.append(verb)
        answer: Answer = run(verb, rest, language)
        return answer

    monkeypatch.setattr("hoshin.cli.main._run", noted)
    return done


def test_the_same_question_is_answered_from_memory(
    project: Path, runs: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    first = main(["query", "document"]), capsys.readouterr()
    second = main(["query", "document"]), capsys.readouterr()
    assert first == second
    assert runs == ["query"]


Edit = Callable[[Path], object]
EDITS: dict[str, Edit] = {
    "the policy": lambda at: (at / "policy/shop/all.yaml").write_text(DOCUMENT.replace("Privacy", "Cookie"), "utf-8"),
    "a further file": lambda at: (at / "policy/shop/more.yaml").write_text("rights: []\n", "utf-8"),
    "a file that goes": lambda at: (at / "policy/shop/all.yaml").rename(at / "policy/shop/other.yaml"),
    "a theme": lambda at: ((at / "renderers").mkdir(), (at / "renderers/theme.css").write_text("x", "utf-8")),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_any_change_of_the_project_asks_again(project: Path, runs: list[str], edit: Edit) -> None:
    main(["query", "document"])
    edit(project)
    main(["query", "document"])
    assert runs == ["query", "query"]


@pytest.mark.parametrize("other", [["--messages", "ja"], ["--format", "json"], ["--lang", "en"]])
def test_another_call_is_another_question(project: Path, runs: list[str], other: list[str]) -> None:
    main(["query", "document"])
    main(["query", "document", *other])
    assert len(runs) == 2


def test_another_version_of_a_package_asks_again(
    project: Path, runs: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Typst, pandoc and the fonts decide the bytes of what is remembered."""
    packages = tmp_path / "site-packages"
    (packages / "typst-0.15.2.dist-info").mkdir(parents=True)
    monkeypatch.syspath_prepend(str(packages))
    main(["query", "document"])
    (packages / "typst-0.15.2.dist-info").rename(packages / "typst-0.16.0.dist-info")
    main(["query", "document"])
    assert runs == ["query", "query"]


def test_files_are_written_again_only_where_they_differ(project: Path, runs: list[str]) -> None:
    main(["render", "--to", "json", "--out", "out"])
    made = project / "out" / "shop.en.json"
    wanted, stamp = made.read_bytes(), made.stat().st_mtime_ns
    main(["render", "--to", "json", "--out", "out"])
    assert made.stat().st_mtime_ns == stamp
    made.write_bytes(b"spoilt")
    main(["render", "--to", "json", "--out", "out"])
    assert made.read_bytes() == wanted
    made.unlink()
    main(["render", "--to", "json", "--out", "out"])
    assert made.read_bytes() == wanted
    assert runs == ["render"]


def test_another_revision_is_never_remembered(project: Path, runs: list[str], tmp_path: Path) -> None:
    for _ in range(2):
        main(["query", "document", str(project)])
    assert runs == ["query", "query"]
    assert not (tmp_path / "memory").exists()


def test_errors_are_never_remembered(project: Path, runs: list[str]) -> None:
    for _ in range(2):
        assert main(["query", "nothing"]) == 2
    assert runs == ["query", "query"]


@pytest.mark.parametrize("spoil", [b"", b"x" * 100, None])
def test_a_spoilt_entry_costs_time_only(
    project: Path, runs: list[str], tmp_path: Path, spoil: bytes | None, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["query", "document"])
    wanted = capsys.readouterr().out
    (entry,) = (tmp_path / "memory").iterdir()
    data = entry.read_bytes()
    entry.write_bytes(data[:-40] + b"?" + data[-39:] if spoil is None else spoil)
    main(["query", "document"])
    assert capsys.readouterr().out == wanted
    assert runs == ["query", "query"]


def test_a_memory_that_cannot_be_written_is_no_fault(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    monkeypatch.setenv("HOSHIN_CACHE", str(tmp_path / "file" / "below"))
    assert main(["query", "document"]) == 0


def test_it_can_be_switched_off(project: Path, runs: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOSHIN_CACHE", "off")
    assert memory.key_of(["check"], ".", "en") is None
    for _ in range(2):
        main(["query", "document"])
    assert runs == ["query", "query"]


def test_the_oldest_answers_go(project: Path, tmp_path: Path) -> None:
    for number in range(70):
        memory.remember(f"{number:064}", Answer(0, str(number)))
    assert len(list((tmp_path / "memory").iterdir())) == 64


def test_an_answer_comes_back_whole(project: Path) -> None:
    given = Answer(1, "文\n", (("a/é.pdf", bytes(range(256))), ("b", b"")))
    memory.remember("k" * 64, given)
    back = memory.recall("k" * 64)
    assert back is not None
    assert (back.code, back.out, back.files) == (given.code, given.out, given.files)


def test_a_remembered_answer_imports_no_library(project: Path) -> None:
    main(["check"])
    code = "import sys; from hoshin.cli.main import main; main(['check']); print(sorted(sys.modules))"
    # `env`: a library of this process may have told the system a width of the terminal that Python does not know of
    same = dict(os.environ)
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=same).stdout
    assert "hoshin.cli.memory" in loaded
    assert not [name for name in ("pydantic", "ruamel", "argparse", "hoshin.policy") if f"'{name}'" in loaded]


@pytest.mark.parametrize(
    ("arguments", "verb", "folder", "language"),
    [
        (["check"], "check", ".", "en"),
        (["-C", "there", "check"], "check", "there", "en"),
        (["check", "--project=there", "--messages=ja"], "check", "there", "ja"),
        (["--messages", "ja", "--version"], None, ".", "ja"),
        (["-Cthere", "query", "rights"], "query", "there", "en"),
        (["--messages", "fr", "check"], "check", ".", "en"),
    ],
)
def test_what_a_call_says_before_its_options_are_read(
    arguments: list[str], verb: str | None, folder: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    assert split_verb(arguments)[0] == verb
    assert (project_folder(arguments), messages_language(arguments)) == (folder, language)
