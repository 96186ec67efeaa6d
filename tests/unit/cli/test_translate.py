"""`hoshin translate` on a small project: what it prints, what it writes, what it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from overlay_world import APPROVALS, FILE, OVERLAY, POLICY, World

from hoshin.cli.main import main

LIKE = "“right/blocking/text” is like “right/restriction/text” (100%), whose translation may help. It is not filled in."


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name, text in World().files.items():
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def call(project: Path, *words: str) -> int:
    return main(["-C", str(project), "--messages", "en", "translate", *words])


def edit(project: Path, old: str, new: str, name: str = "policy/x/p.yaml") -> None:
    file = project / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_status_of_a_whole_translation(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(project, "status") == 0
    assert capsys.readouterr().out == (
        "translations/ja/x.yaml: 4 texts, 32 words of source\n\n"
        "coverage  texts  %    words  %\n"
        "────────  ─────  ───  ─────  ───\n"
        "present   4      100  32     100\n"
        "fresh     4      100  32     100\n"
        "reviewed  0      0    0      0\n"
        "approved  0      0    0      0\n\n"
        "Nothing to write: every text has a translation of its present source.\n"
    )


def test_status_names_what_has_to_be_done(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(project, "a copy of your data", "any copy of your data")
    edit(project, "id: restriction", "id: blocking")
    edit(project, "プライバシーポリシー", "プライバシーポリシー。。", FILE)
    assert call(project, "status") == 1
    out = capsys.readouterr().out
    assert "stale (critical)  right/access/text\n    You may ask us for [-a-]{+any+} copy of your data.\n" in out
    assert "missing   right/blocking/text\n" in out
    assert "orphan    right/restriction/text\n" in out
    assert "broken    document/title\n    ja-punct: " in out
    assert "“right/restriction/text” looks renamed to “right/blocking/text”: the same source text." in out
    assert "“right/blocking/text” is like “right/restriction/text” (100%), whose translation may help." in out


def test_status_as_json(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(project, "a copy of your data", "any copy of your data")
    assert call(project, "status", "--format", "json") == 1
    (told,) = json.loads(capsys.readouterr().out)["languages"]
    assert told["coverage"]["fresh"] == {"units": 3, "words": 22}
    assert told["states"] == {
        "missing": 0, "broken": 0, "stale": 1, "draft": 3, "reviewed": 0, "approved": 0, "orphan": 0,
    }  # fmt: skip
    stale = next(each for each in told["units"] if each["state"] == "stale")
    assert stale == {
        "id": "right/access/text",
        "state": "stale",
        "class": "critical",
        "source_digest": stale["source_digest"],
        "made_from_digest": stale["made_from_digest"],
        "change": "You may ask us for [-a-]{+any+} copy of your data.",
        "lints": [],
    }
    assert stale["source_digest"] != stale["made_from_digest"]


def test_status_as_one_line_of_markdown(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(project, "approve", "right/*", "--by", "A. Counsel", "--role", "counsel") == 0
    capsys.readouterr()
    assert call(project, "status", "--format", "markdown") == 0
    assert capsys.readouterr().out == "**x · ja**: present 100% · fresh 100% · reviewed 50% · approved 50%\n"


def test_diff_shows_the_change_beside_the_translation(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(project, "diff") == 0
    edit(project, "a copy of your data", "any copy of your data")
    assert call(project, "diff") == 1
    assert capsys.readouterr().out == (
        "No source text has changed since it was translated.\n"
        "right/access/text  (critical)\n"
        "  en: You may ask us for [-a-]{+any+} copy of your data.\n"
        "  ja: お客様は、データの写しを請求することができます。\n"
        "  note: 写し, not コピー\n"
    )


def test_sync_writes_what_the_report_said(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(project, "id: restriction", "id: blocking")
    assert call(project, "sync", "--dry-run") == 0
    assert (project / FILE).read_text(encoding="utf-8") == OVERLAY
    assert call(project, "sync") == 0
    assert capsys.readouterr().out == (
        "Would change: translations/ja/x.yaml, translations/ja/attic.yaml\n"
        "  empty entry for right/blocking/text\n"
        "  right/restriction/text went to the attic\n"
        f"  {LIKE}\n"
        "Changed: translations/ja/x.yaml, translations/ja/attic.yaml\n"
        "  empty entry for right/blocking/text\n"
        "  right/restriction/text went to the attic\n"
        f"  {LIKE}\n"
    )
    before = {path: path.read_bytes() for path in sorted(project.rglob("*.yaml"))}
    assert call(project, "sync") == 0
    assert capsys.readouterr().out == "translations/ja/x.yaml is in step with the source; nothing is changed.\n"
    assert {path: path.read_bytes() for path in sorted(project.rglob("*.yaml"))} == before


def test_approve_writes_one_line_a_text(project: Path) -> None:
    words = ("--by", "A. Counsel", "--role", "counsel", "--date", "2026-11-22")
    assert call(project, "approve", "right/access/text", "document/title", *words) == 0
    lines = (project / APPROVALS).read_text(encoding="utf-8").splitlines()
    assert lines[3] == "x:"
    assert [line.partition(":")[0] for line in lines[4:]] == ["  right/access/text", "  document/title"]
    assert all(line.endswith('", by: A. Counsel, date: 2026-11-22, role: counsel}') for line in lines[4:])
    before = (project / APPROVALS).read_bytes()
    assert call(project, "approve", "right/access/text", *words) == 0
    assert call(project, "approve", "right/access/text", "--by", "R", "--role", "reviewer") == 0
    assert (project / APPROVALS).read_bytes() == before


REFUSED = [
    (("frobnicate",), 2, "cannot “frobnicate”"),
    (("approve", "document/title"), 2, "needs ids of texts, a name and a role"),
    (("approve", "document/title", "--by", "a@example.com", "--role", "counsel"), 2, "no e-mail address"),
    (("approve", "document/titel", "--by", "A", "--role", "counsel"), 3, "Did you mean “document/title”?"),
    (("approve", "right/access/text", "--by", "A", "--role", "counsel"), 1, "right/access/text (stale)"),
    (("approve", "document/title", "--by", "A", "--role", "counsel", "--date", "22.11."), 2, "is no day"),
    (("sync", "--confirm", "document/title"), 3, "no text “document/title” for this"),
    (("sync", "--rename", "a", "b"), 3, "There is no text “a” for this"),
    (("sync", "extra"), 2, "does not know what to do with “extra”"),
    (("status", "--lang", "fr"), 3, "no language “fr”"),
    (("status", "--lang", "en"), 3, "no translation to work on; en is its source language"),
]


@pytest.mark.parametrize(("words", "code", "says"), REFUSED)
def test_what_is_refused_changes_nothing(
    project: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], code: int, says: str
) -> None:
    edit(project, "a copy of your data", "any copy of your data")
    before = {path: path.read_bytes() for path in sorted(project.rglob("*.yaml"))}
    assert call(project, *words) == code
    assert says in capsys.readouterr().err
    assert {path: path.read_bytes() for path in sorted(project.rglob("*.yaml"))} == before


def test_a_broken_overlay_is_not_written(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(project, "units:\n", "units:\n  document/title: [\n", FILE)
    before = (project / FILE).read_bytes()
    assert call(project, "sync") == 1
    assert "has errors, so nothing is changed" in capsys.readouterr().err
    assert (project / FILE).read_bytes() == before


def test_a_policy_without_translations(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "policy/x").mkdir(parents=True)
    (tmp_path / "policy/x/p.yaml").write_text(POLICY.replace("  locales: [en, ja]\n", ""), encoding="utf-8")
    assert call(tmp_path, "status") == 3
    assert "no translation to work on" in capsys.readouterr().err


def test_a_renamed_text_is_not_called_empty(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(project, "id: access", "id: copy")
    assert call(project, "sync", "--rename", "right/access/text", "right/copy/text") == 0
    assert capsys.readouterr().out == ("Changed: translations/ja/x.yaml\n  right/access/text is now right/copy/text\n")


@pytest.mark.parametrize("format_", ["markdown", "html"])
def test_the_lines_to_paste_stay_lines_in_a_report(
    project: Path, capsys: pytest.CaptureFixture[str], format_: str
) -> None:
    edit(project, "    ja: |-\n      プライバシーポリシー", '    ja: ""', FILE)
    edit(project, "a copy of your data", "any copy of your data")
    main(["-C", str(project), "--messages", "en", "check", "--format", format_])
    out = capsys.readouterr().out
    missing = "  document/title:\n    en: |-\n      Privacy Policy\n    ja: |-\n      …"
    stale = "    en: |-\n      You may ask us for any copy of your data."
    for lines in (missing, stale):
        code = "\n\n" + "".join(f"    {line}\n" for line in lines.split("\n"))
        wanted = code if format_ == "markdown" else f"<code>{lines}</code>"
        assert wanted in out


def test_words_may_stand_behind_options(project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(project, "export", "--to", "po", "--out", str(tmp_path / "out")) == 0
    assert call(project, "import", "--lang", "ja", str(tmp_path / "out/x.en-ja.po")) == 0
    assert "holds nothing new" in capsys.readouterr().out
    assert call(project, "approve", "--by", "A. Lawyer", "--role", "counsel", "right/access/text") == 0
