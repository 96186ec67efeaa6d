"""`hoshin schema`: one kind printed, all written, in both languages or one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hoshin.cli.main import main
from hoshin.publish.editor.files import KINDS

NAMES = [
    "hoshin.schema.json",
    "hoshin.translation.schema.json",
    "hoshin.locale.schema.json",
    "hoshin.glossary.schema.json",
    "hoshin.approvals.schema.json",
    "hoshin.changes.schema.json",
    "hoshin.vocabulary.schema.json",
    "hoshin.rules.schema.json",
    "hoshin.project.schema.json",
]


def titles(text: str) -> tuple[str, str]:
    made = json.loads(text)
    return made["title"], made["description"]


def test_the_policy_is_the_kind_that_is_meant(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    silent = capsys.readouterr().out
    assert main(["schema", "policy", "--lang", "en,ja"]) == 0
    assert capsys.readouterr().out == silent
    assert titles(silent)[0] == "document / 文書"


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", ("settings", "What holds for the whole project.")),
        ("ja", ("設定", "プロジェクト全体の設定。")),
        ("ja,en", ("設定 / settings", "プロジェクト全体の設定。\nWhat holds for the whole project.")),
    ],
)
def test_it_speaks_the_languages_that_were_asked_for(
    capsys: pytest.CaptureFixture[str], lang: str, said: tuple[str, str]
) -> None:
    assert main(["schema", "project", "--lang", lang]) == 0
    assert titles(capsys.readouterr().out) == said


def test_all_are_written_into_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "--out", str(tmp_path)]) == 0
    assert capsys.readouterr().out.split() == [f"{tmp_path}/{name}" for name in NAMES]
    for kind, name in zip(KINDS, NAMES, strict=True):
        assert main(["schema", kind.name]) == 0
        assert (tmp_path / name).read_text(encoding="utf-8") == capsys.readouterr().out


def test_the_file_of_decisions_and_the_report_of_changes_have_a_schema_each(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for kind in ("changes", "report"):
        assert main(["schema", kind, "--out", str(tmp_path)]) == 0
    names = ["hoshin.changes.schema.json", "hoshin-changes.schema.json"]
    assert capsys.readouterr().out.split() == [f"{tmp_path}/{name}" for name in names]
    made = [json.loads((tmp_path / name).read_text(encoding="utf-8")) for name in names]
    assert [one["type"] for one in made] == ["array", "object"]


def test_one_is_written_where_it_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "glossary", "--out", str(tmp_path)]) == 0
    assert [file.name for file in tmp_path.iterdir()] == ["hoshin.glossary.schema.json"]
    assert capsys.readouterr().out == f"{tmp_path}/hoshin.glossary.schema.json\n"


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["schema", "glossry"], 2, "policy, translation, locale, glossary, approvals, changes, vocabulary"),
        (["schema", "--lang", "en,de"], 3, "The schema has no words in “de”"),
    ],
)
def test_a_wrong_call_is_told(capsys: pytest.CaptureFixture[str], words: list[str], code: int, said: str) -> None:
    assert main(["--messages", "en", *words]) == code
    assert said in capsys.readouterr().err
