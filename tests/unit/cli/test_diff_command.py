"""`hoshin diff`: views, formats and audiences, files, exit codes, and input that cannot be compared."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from hoshin.cli.main import main

ROOT = Path(__file__).resolve().parents[3]
MOST = 20_000
"""Characters of a text that a policy may hold."""
OLD = """\
document: {title: Privacy Policy, source_locale: en, version: 1.0.0}
retention: [{id: default, title: Storage, period: P10Y, text: "Kept for {retention:default}."}]
sections:
  - id: storage
    title: Storage
    numbered: true
    blocks: [{id: par, kind: paragraph, units: [{of: retention/default}]}]
"""
NEW = OLD.replace("P10Y", "P7Y").replace("1.0.0", "1.1.0")


@pytest.fixture(autouse=True)
def _no_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOSHIN_CACHE", "off")


def project(folder: Path, text: str, document: str = "privacy") -> str:
    file = folder / "policy" / document / "policy.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    return str(folder)


@pytest.fixture
def pair(tmp_path: Path) -> tuple[str, str]:
    return project(tmp_path / "old", OLD), project(tmp_path / "new", NEW)


def call(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = main(["diff", *words])
    said = capsys.readouterr()
    return code, said.out, said.err


@pytest.mark.parametrize("view", ["changelog", "redline", "table"])
@pytest.mark.parametrize("name", ["text", "markdown", "html", "pdf", "docx"])
def test_every_view_in_every_format_is_a_file(
    view: str, name: str, pair: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    code, said, _ = call(capsys, *pair, "-C", pair[1], "--view", view, "--format", name, "--out", str(out))
    ending = {"text": "txt", "markdown": "md"}.get(name, name)
    file = out / f"privacy-{view}.en.{ending}"
    assert (code, said) == (0, f"{file}\n")
    data = file.read_bytes()
    starts = {"html": b"<!DOCTYPE html>", "pdf": b"%PDF-1.7", "docx": b"PK"}
    assert data.startswith(starts.get(name, b""))
    if name in ("text", "markdown", "html"):
        assert b"10" in data
        assert b"7" in data


def test_text_is_printed_with_words_in_signs(pair: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    code, said, _ = call(capsys, *pair, "-C", pair[1], "--view", "redline")
    assert code == 0
    assert "Kept for [-10-]{+7+} years.[1]" in said
    assert re.search(r"^1\. +We now keep data for a shorter time", said, re.MULTILINE)


def test_markdown_has_the_elements_that_hosts_show(pair: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    _, said, _ = call(capsys, *pair, "-C", pair[1], "--view", "redline", "--format", "markdown")
    assert "Kept for <del>10</del><ins>7</ins> years." in said
    _, said, _ = call(capsys, *pair, "-C", pair[1], "--view", "table", "--format", "markdown")
    assert "<u>10</u>" in said
    assert "| Before" in said


def test_audiences_see_what_is_theirs(pair: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    said = {
        name: call(capsys, *pair, "-C", pair[1], "--audience", name)[1] for name in ("public", "legal", "engineers")
    }
    assert "CHG602" not in said["public"]
    assert "CHG602" in said["legal"]
    assert "RETENTION_SHORTENED · retention/default/period" in said["engineers"]
    assert "No row of the matrix appeared or vanished." in said["engineers"]
    assert "matrix" not in said["legal"].lower()


def test_json_has_the_matrix_and_can_be_a_file(
    pair: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, said, _ = call(capsys, *pair, "-C", pair[1], "--format", "json")
    assert json.loads(said)["matrix"] == {"appeared": [], "vanished": []}
    call(capsys, *pair, "-C", pair[1], "--format", "json", "--out", str(tmp_path / "o"))
    assert (tmp_path / "o" / "privacy-changes.json").read_text(encoding="utf-8") == said


def test_a_binary_format_without_a_folder_is_a_wrong_call(
    pair: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    code, _, err = call(capsys, *pair, "-C", pair[1], "--format", "docx")
    assert (code, err.splitlines()[1].strip()) == (2, "Name a folder for the files: --out DIR.")


def test_fail_on_holds_for_every_view(
    pair: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = (*pair, "-C", pair[1], "--view", "redline", "--format", "html", "--out", str(tmp_path / "o"))
    assert call(capsys, *options, "--fail-on", "notable")[0] == 1
    assert call(capsys, *options, "--fail-on", "material")[0] == 0


# What cannot be compared


def test_a_broken_side_is_named_and_the_other_one_too(
    pair: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = project(tmp_path / "broken", "document: {title: [}\n")
    code, out, err = call(capsys, pair[0], broken, "-C", pair[1])
    assert (code, out) == (3, "")
    assert f"“{broken}” cannot be read" in err
    assert f"“{pair[0]}” can be read" in err
    code, out, err = call(capsys, broken, str(project(tmp_path / "second", "- 1\n")), "-C", pair[1])
    assert (code, out) == (3, "")
    assert "Neither side can be read" in err
    assert f"{broken}: policy/privacy/policy.yaml:1:" in err
    assert "second: policy/privacy/policy.yaml" in err


def test_a_file_of_another_schema_is_told_with_its_key(
    pair: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    later = project(tmp_path / "later", NEW + "future_facts: [{id: one}]\n")
    code, _, err = call(capsys, pair[0], later, "-C", pair[1])
    assert code == 3
    assert "policy/privacy/policy.yaml:8:1 DOC119" in err


@pytest.mark.parametrize("content", [None, "", "# nothing yet\n"])
def test_an_empty_side_is_not_the_same_as_no_changes(
    content: str | None, pair: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "empty"
    (empty / "policy").mkdir(parents=True)
    if content is not None:
        project(empty / "inner", content)
        empty = empty / "inner"
    code, out, err = call(capsys, str(empty), pair[1], "-C", pair[1])
    assert (code, out) == (3, "")
    assert "Traceback" not in err


def test_unrelated_documents_are_compared_and_said_to_be_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = OLD.replace("storage", "cookies").replace("default", "other").replace("Kept for", "Cookies live for")
    sides = project(tmp_path / "one", OLD), project(tmp_path / "two", other, "cookies")
    code, said, _ = call(capsys, *sides, "-C", sides[1])
    assert code == 0
    assert "These are two different documents: “privacy” and “cookies”." in said


# What is large


def test_a_huge_clause_is_bounded(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = " ".join(f"word{number}" for number in range(200_000))
    assert len(words) > 1_000_000
    texts = words, words.replace("word7 ", "other ")
    sides = [
        project(tmp_path / str(at), OLD.replace("Kept for {retention:default}.", text)) for at, text in enumerate(texts)
    ]
    code, said, err = call(capsys, *sides, "-C", sides[1], "--view", "redline")
    assert (code, said) == (3, "")  # no policy may hold such a text
    assert "policy/privacy/policy.yaml" in err


def test_a_clause_as_long_as_may_be_is_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = " ".join(f"word{number}" for number in range(MOST))[:MOST]
    texts = words, words.replace("word7 ", "other ")
    sides = [
        project(tmp_path / str(at), OLD.replace("Kept for {retention:default}.", text)) for at, text in enumerate(texts)
    ]
    code, said, _ = call(capsys, *sides, "-C", sides[1], "--view", "redline")
    assert code == 0
    assert said.count("[-word7") == said.count("{+other") == 1


def test_many_reworded_texts_each_get_their_mark(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    units = "\n".join(f"          - {{id: unit-{number}, text: The text number {number}.}}" for number in range(1_000))
    section = "  - id: many\n    title: Many\n    blocks:\n      - id: par\n        kind: paragraph\n        units:\n"
    text = f"{OLD}{section}{units}\n"
    sides = project(tmp_path / "a", text), project(tmp_path / "b", text.replace("The text", "This text"))
    code, said, _ = call(capsys, *sides, "-C", sides[1], "--view", "redline")
    assert code == 0
    assert said.count("[-The-]{+This+}") == 1_000
