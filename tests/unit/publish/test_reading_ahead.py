"""Reading ahead changes no answer: what is read, how much of it, and the same output with it and without."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from hoshin.cli.main import main
from hoshin.kernel import aside
from hoshin.kernel.ahead import noted
from hoshin.publish import reading_ahead
from hoshin.publish.reading_ahead import read_ahead

HOME = Path(__file__).resolve().parents[3]


def project(folder: Path, *names: str) -> Path:
    """A project whose files no other test has, since what was read once in a process is remembered."""
    home = folder / "policy" / "privacy"
    home.mkdir(parents=True)
    for name in names:
        (home / f"{name}.yaml").write_text(text_of(folder), encoding="utf-8")
    return folder


def text_of(folder: Path) -> str:
    return f"title: {folder}\n"


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", "-c", "user.name=A", "-c", "user.email=a@b.c", *arguments], cwd=folder, check=True)


def calls(home: Path, *words: str) -> list[tuple[str, str]]:
    """The name of each call that is made ahead, and its second argument: a file, or what git is asked."""
    return [(key[1], key[2][1]) for key in noted(lambda: read_ahead(str(home), words))]


def read(home: Path, *words: str) -> list[str]:
    """The files that are parsed."""
    return [told for name, told in calls(home, *words) if name == "_parse"]


def test_the_files_of_the_project_are_read(tmp_path: Path) -> None:
    home = project(tmp_path, "one", "two")
    assert read(home / "policy", "check") == ["policy/privacy/one.yaml", "policy/privacy/two.yaml"]


@pytest.mark.parametrize("words", [("--base", "git:HEAD"), ("--base=git:HEAD",), ("git:HEAD", "draft", "git:HEAD")])
def test_a_revision_that_is_named_is_read_too(words: tuple[str, ...], tmp_path: Path) -> None:
    home = project(tmp_path, "old")
    git(home, "init", "-q")
    git(home, "add", ".")
    git(home, "commit", "-qm", "x")
    git(home, "mv", "policy/privacy/old.yaml", "policy/privacy/new.yaml")
    assert calls(home, *words) == [
        ("_run", "ls-tree"),
        ("_run", "cat-file"),
        ("_parse", "policy/privacy/old.yaml"),
        ("_run", "rev-parse"),
        ("_parse", "policy/privacy/new.yaml"),
    ]


def test_another_project_that_is_named_is_read_too(tmp_path: Path) -> None:
    home, other = project(tmp_path / "a", "one"), project(tmp_path / "b", "two")
    words = ("--base", str(other), "--head=draft", str(other / "policy" / "privacy"), str(tmp_path))
    assert read(home, *words) == ["policy/privacy/one.yaml", "policy/privacy/two.yaml"]


def test_a_revision_that_is_not_there_stops_nothing(tmp_path: Path) -> None:
    home = project(tmp_path, "one")
    assert read(home, "git:nothing", "git:--upload-pack=x", "git:") == ["policy/privacy/one.yaml"]


def test_no_more_is_read_than_loading_the_libraries_takes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_ahead, "_MOST", 2 * len(text_of(tmp_path)))
    home = project(tmp_path, "one", "two", "three")
    assert read(home) == ["policy/privacy/one.yaml", "policy/privacy/three.yaml"]


COMMANDS = [
    ["check", "--fail-on", "never", "--today", "2026-11-22"],
    ["query", "purposes"],
    ["diff", "draft", "draft"],
    ["review", "--base", str(HOME), "--published", "2026-11-22"],
    ["translate", "status"],
    ["check", "--document", "nothing"],
    ["review", "--base", "git:nothing"],
]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_command_says_the_same(
    command: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOSHIN_CACHE", "off")
    said = []
    for can in (False, hasattr(os, "fork")):
        monkeypatch.setattr(aside, "_can_copy", lambda can=can: can)
        code = main(["-C", str(HOME), *command])
        said.append((code, *capsys.readouterr()))
    assert said[0] == said[1]
