"""`review`, `changes`, `log`, `merge-check` as they are called."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from archive_sample import put_draft, put_release
from diff_sample import BASE, edited, first

from hoshin.cli.main import main
from hoshin.publish.editor.files import BY_NAME
from hoshin.publish.editor.schema import schema_text

LONGER = edited(first("retention", period="P12Y"))
CHANGES = "policy/privacy/changes.yaml"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOSHIN_CACHE", "off")
    put_release(tmp_path, "1.0.0", BASE, effective="2024-01-01")
    put_draft(tmp_path, LONGER)
    return tmp_path


def call(root: Path, *words: str) -> int:
    return main([*words, "-C", str(root), "--messages", "en"])


def review(root: Path, *words: str) -> int:
    return call(root, "review", "--published", "2026-01-31", *words)


def test_the_report_says_what_matters_first(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert review(root) == 1
    out = capsys.readouterr().out
    head, _, rest = out.partition("\n## ")
    assert head.splitlines()[:5] == [
        "# Policy review: privacy",
        "",
        "**1 material change, 0 notable changes, 0 editorial changes.**",
        "The next version raises the first number (major).  ",
        (
            "Notice period undetermined: the document states no day from which it holds (name one with --effective). "
            "At the earliest 2 March 2026 if published on 31 January 2026 (30 days, and 30 days promised in the "
            "version in force)."
        ),
    ]
    assert [line for line in rest.splitlines() if line.startswith("## ")] == [
        "## 本人にとっての意味 (ja)",
        "## Checks",
        "## Redline",
    ]
    assert "<details><summary>Translations</summary>" in rest
    assert "<details><summary>Decisions still missing (1)</summary>" in rest
    assert "「Storage」の期間を延長しました（10年間 → 12年間）。" in rest


OPEN = {
    "en": "Entries of policy/privacy/changes.yaml that are not complete:\n- {event}: what it means for people\n",
    "ja": "policy/privacy/changes.yaml の項目のうち、まだ完成していないもの：\n- {event}: 本人にとっての意味\n",
}


def test_the_command_for_the_redline_runs(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    review(root)
    command = next(line for line in capsys.readouterr().out.splitlines() if line.startswith("hoshin diff "))
    assert call(root, *shlex.split(command)[1:], "--out", str(root / "there")) == 0
    made = sorted(path.name for path in (root / "there").iterdir())
    assert made == ["privacy-redline.en.html", "privacy-redline.ja.html"]


def test_entries_are_written_filled_in_and_then_nothing_is_missing(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(root, "changes", "init") == 0
    file = root / CHANGES
    skeleton = file.read_text(encoding="utf-8")
    assert skeleton.count("- event: chg_") == 1
    event = skeleton.partition("- event: ")[2].partition("\n")[0]
    capsys.readouterr()
    for language, said in OPEN.items():
        assert main(["changes", "init", "-C", str(root), "--messages", language]) == 0
        assert capsys.readouterr().out == said.format(event=event)
    assert file.read_text(encoding="utf-8") == skeleton
    filled = skeleton.replace("    en:\n    ja:\n", "    en: We keep data longer.\n    ja: 保存期間を延ばします。\n")
    approved = filled.replace("  # approved:", "  approved:")
    file.write_text(f"{approved}\n# a comment of mine, kept\n", encoding="utf-8")
    capsys.readouterr()
    review(root, "--format", "json")
    found = json.loads(capsys.readouterr().out)
    assert found["missing"] == []
    assert found["changes"]["events"][0]["note"]["texts"]["ja"] == "保存期間を延ばします。"
    assert [item["rule"] for item in found["findings"]["new"] if item["rule"].startswith(("REL", "DOC16"))] == []


def test_what_people_wrote_stays_byte_for_byte(root: Path) -> None:
    put_draft(root, edited(lambda data: data["commitments"].pop(), LONGER))
    written = "# ours\r\n  - event: chg_0123456789abcdef   # odd layout\r\n    by: 'Aoki'\r\n"
    file = root / CHANGES
    file.write_bytes(written.encode())
    assert call(root, "changes", "init") == 0
    after = file.read_bytes().decode()
    assert after.startswith(written)
    assert "\n" not in after.replace("\r\n", "")
    assert after.count("  - event: chg_") == 3


def test_a_new_file_names_its_schema(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, schema = root / CHANGES, root / "schema/hoshin.changes.schema.json"
    named = f"{schema.relative_to(root).as_posix()} is written"
    assert call(root, "changes", "init") == 0
    assert named in capsys.readouterr().out
    first_line, rest = file.read_text(encoding="utf-8").split("\n", 1)
    assert first_line == "# yaml-language-server: $schema=../../schema/hoshin.changes.schema.json"
    assert rest.startswith("# What people decide")
    assert (file.parent / first_line.partition("=")[2]).resolve() == schema
    assert schema.read_text(encoding="utf-8") == schema_text(BY_NAME["changes"], ("en", "ja"))
    file.write_text(" \n", encoding="utf-8")
    schema.write_text("{}", encoding="utf-8")
    capsys.readouterr()
    assert call(root, "changes", "init") == 0
    again = file.read_text(encoding="utf-8")
    assert again.startswith(f" \n{first_line}\n# What people decide")
    assert again.endswith(rest.partition("\n\n")[2])
    assert schema.read_text(encoding="utf-8") == "{}", "the schema of a project is left alone"
    assert named not in capsys.readouterr().out


def test_a_file_that_is_there_gets_no_first_line_and_no_schema(root: Path) -> None:
    file = root / CHANGES
    file.write_text("# ours\n", encoding="utf-8")
    assert call(root, "changes", "init") == 0
    text = file.read_text(encoding="utf-8")
    assert text.startswith("# ours\n")
    assert "$schema" not in text
    assert not (root / "schema").exists()


def test_a_file_that_cannot_be_extended_is_left_alone(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = root / CHANGES
    for text, code, said in (("[]\n", 1, "by hand"), ("a: 1\n", 1, "DOC121"), ("- event: x\n", 1, "DOC124")):
        file.write_text(text, encoding="utf-8")
        assert call(root, "changes", "init") == code
        captured = capsys.readouterr()
        assert said in captured.out + captured.err
        assert file.read_text(encoding="utf-8") == text


def test_a_dry_run_writes_nothing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(root.rglob("*"))
    assert call(root, "changes", "init", "--dry-run") == 0
    assert sorted(root.rglob("*")) == before
    assert capsys.readouterr().out.splitlines()[-1] == (
        "schema/hoshin.changes.schema.json would be written: the schema that its first line names, for editors."
    )


@pytest.mark.parametrize(("level", "code"), [("material", 1), ("editorial", 1), ("error", 1), ("warning", 1)])
def test_the_exit_code_follows_the_level(root: Path, level: str, code: int) -> None:
    assert review(root, "--fail-on", level) == code


def test_equal_sides_pass_every_level(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put_draft(root, BASE)
    for level in ("error", "info", "editorial"):
        assert review(root, "--fail-on", level) == 0
    assert "Nothing changed in the policy." in capsys.readouterr().out


def test_the_comment_fits_whatever_changed(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    many = [{"id": f"p{number}", "title": f"Purpose {number} *of* `many` @all #1 <b>"} for number in range(900)]
    put_draft(root, edited(lambda data: data["purposes"].extend(many)))
    review(root)
    out = capsys.readouterr().out
    assert 20_000 < len(out) <= 65_536
    assert "--most 10000000" in out
    outside = "".join(out.split("```")[::2])
    assert "\\<b\\>" in outside
    assert not {"<b>", "@all"} & set(re.findall("<b>|@all", outside.replace("\\<b\\>", "")))
    assert out.count("```") % 2 == 0
    assert out.count("<details>") == out.count("</details>")
    review(root, "--most", "10000000")
    assert capsys.readouterr().out.count("Purpose 899") >= 2


class Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self.tags.add(tag)
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_page_is_well_formed_and_runs_nothing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put_draft(root, edited(lambda data: data["purposes"].append({"id": "evil", "title": "<script>x()</script>"})))
    review(root, "--format", "html")
    page = Page()
    page.feed(capsys.readouterr().out)
    assert page.open == []
    assert not page.tags & {"script", "img", "link", "iframe"}


def test_a_side_that_cannot_be_read_is_told_and_the_other_still_checked(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "policy/privacy/policy.yaml").write_text("document: {title: T, source_locale: en, colour: red}\n")
    assert review(root) == 1
    assert "DOC119" in capsys.readouterr().out
    put_draft(root, LONGER)
    release = root / "policy/privacy/releases/1.0.0/policy.json"
    release.write_text(json.dumps({"schema": "hoshin-release/1", "policy": {"document": {"title": 1}}}))
    assert review(root, "--format", "json") == 3
    found = json.loads(capsys.readouterr().out)
    assert (found["comparable"], found["unreadable"]["revision"]) == (False, "1.0.0")
    assert any(item["rule"] == "tr-missing" for item in found["findings"]["new"])


def test_a_document_that_the_base_does_not_have_is_new_and_only_checked(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = tmp_path / "before"
    put_draft(before, BASE, "other")
    said = {
        "en": f"**{before} does not have this document (privacy): it is new, so there is nothing to compare.",
        "ja": f"**{before}にこの文書（privacy）はありません。新しい文書のため、比べるものはありません。",
    }
    for language, first_words in said.items():
        assert main(["review", "-C", str(root), "--base", str(before), "--messages", language]) == 0
        assert capsys.readouterr().out.replace("\\", "").split("\n")[2].startswith(first_words)
    assert review(root, "--base", str(before), "--fail-on", "material") == 0
    assert review(root, "--base", str(before), "--fail-on", "warning") == 1
    capsys.readouterr()
    assert call(root, "diff", str(before), "draft", "--document", "privacy") == 3
    assert capsys.readouterr().err.split("\n")[:2] == [
        f"hoshin: “{before}” has no document “privacy”, so there is nothing to compare.",
        "  Documents there: other.",
    ]


def test_entries_without_effect_are_not_called_complete(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put_draft(root, BASE)
    (root / CHANGES).write_text("- event: chg_0123456789abcdef\n  note: {en: Nothing, ja: なし}\n  by: Aoki\n")
    review(root)
    out = capsys.readouterr().out
    assert f"No decision is missing, but entries of {CHANGES} have no effect as they stand" in out
    assert out.count("DOC161") == 1
    (root / CHANGES).unlink()
    review(root)
    assert "\nNo decision is missing.\n" in capsys.readouterr().out


def test_findings_are_new_or_fixed_wherever_they_stand(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    base = edited(lambda data: data["purposes"][0].update(uses=[{"data": "gone"}]))
    shutil.rmtree(root / "policy/privacy/releases")
    put_release(root, "1.0.0", base, effective="2024-01-01")
    put_draft(root, edited(lambda data: data["recipients"][0].update(data=["lost"])))
    review(root, "--format", "json")
    found = json.loads(capsys.readouterr().out)["findings"]
    assert [item["path"] for item in found["new"] if item["rule"] == "DOC126"] == ["recipient/printer"]
    assert [item["path"] for item in found["fixed"] if item["rule"] == "DOC126"] == ["purpose/service/uses/0"]


def test_the_history_in_japanese_has_japanese_colons(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["log", "retention/default", "-C", str(root), "--messages", "ja"]) == 0
    assert "  重要な変更：「Storage」の期間を延長しました（10年間 → 12年間）。" in capsys.readouterr().out.splitlines()


def test_the_history_in_a_shallow_clone_says_that_it_is_cut(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HOSHIN_CACHE", "off")
    whole, clone = tmp_path / "whole", tmp_path / "clone"
    whole.mkdir()
    git(whole, "init", "-q", "-b", "main")
    for data in (BASE, LONGER):
        put_draft(whole, data)
        git(whole, "add", "-A")
        git(whole, "commit", "-qm", "one more")
    git(tmp_path, "clone", "-q", "--depth", "1", whole.as_uri(), "clone")
    said = {}
    for root in (whole, clone):
        assert call(root, "log", "retention/default") == 0
        said[root] = capsys.readouterr().out
    assert "10 years → 12 years" in said[whole]
    assert "shallow" not in said[whole]
    assert said[clone].splitlines()[-1] == (
        "This clone is shallow, so older changes do not stand here. Fetch them first: git fetch --unshallow."
    )


def test_the_history_of_what_another_change_takes_along(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def moved_and_split(data: Any) -> None:
        data["controller"]["address"].update(city="Kyoto", postal_code="600-0000")
        known = data["purposes"].pop(0)
        former = {"formerly": [known["id"]]}
        data["purposes"] += [{**known, "id": name, "title": name.title(), **former} for name in ("first", "second")]

    put_draft(root, edited(moved_and_split))
    for entity, said in (
        ("controller/address/city", "Details of the company"),
        ("purpose/second", "“First” and “Second”"),
    ):
        assert call(root, "log", entity) == 0
        assert said in capsys.readouterr().out


def test_the_history_of_a_fact(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(root, "log", "retention/default") == 0
    assert capsys.readouterr().out == (
        "History of retention/default\n\ndraft\n  material: We now keep data longer (“Storage”): 10 years → 12 years.\n"
    )
    assert call(root, "log", "commitment/no-sale") == 0
    assert capsys.readouterr().out == "No change of commitment/no-sale between these revisions.\n"
    assert call(root, "log", "retention/default", "1.0.0", "draft", "--format", "json") == 0
    assert [row["revision"] for row in json.loads(capsys.readouterr().out)] == ["draft"]
    assert call(root, "log", "retention/nothing") == 3


def test_many_revisions_step_by_step_and_in_one(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put_release(root, "2.0.0", LONGER, effective="2024-05-01")
    put_draft(root, BASE)
    assert call(root, "changelog", "--net") == 0
    assert capsys.readouterr().out == (
        "1.0.0 → draft\nNothing changed in the policy.\n\n"
        "2.0.0 → draft\n0 material changes, 1 notable change, 0 editorial changes.\n\nNotable\n"
        "- We now keep data for a shorter time (“Storage”): 12 years → 10 years.\n\n"
        "1.0.0 → 2.0.0\n1 material change, 0 notable changes, 0 editorial changes.\n\nMaterial\n"
        "- We now keep data longer (“Storage”): 10 years → 12 years.\n"
    )
    assert call(root, "changelog", "1.0.0", "2.0.0", "--format", "json", "--net") == 0
    found = json.loads(capsys.readouterr().out)
    assert found["net"] == found["steps"][0]
    assert call(root, "changelog", "1.0.0", "1.0.0") == 0
    assert capsys.readouterr().out == "Nothing changed in the policy.\n"


def test_contradictions_that_git_merges_cleanly(
    root: Path, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    theirs = tmp_path_factory.mktemp("theirs")
    put_draft(theirs, edited(lambda data: data["recipients"].pop()))
    put_draft(root, edited(first("recipients", role="controller")))
    assert call(root, "merge-check", "1.0.0", "draft", str(theirs)) == 1
    assert capsys.readouterr().out == (
        "1 contradiction\nrecipient/printer: theirs removes it, ours changes it (recipient/printer/role).\n"
    )
    assert call(root, "merge-check", "1.0.0", "draft", "draft") == 0
    assert call(root, "merge-check", "1.0.0", "draft", str(theirs), "--format", "json") == 1


def git(root: Path, *words: str) -> None:
    identity = ("-c", "user.name=a", "-c", "user.email=a@example.org")
    subprocess.run(["git", *identity, *words], cwd=root, check=True, capture_output=True)


def test_a_review_sees_contradictions_with_the_base_branch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HOSHIN_CACHE", "off")
    put_draft(tmp_path, BASE)
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "base")
    git(tmp_path, "switch", "-qc", "work")
    put_draft(tmp_path, edited(lambda data: data["recipients"].pop()))
    git(tmp_path, "commit", "-qam", "ours")
    git(tmp_path, "switch", "-q", "main")
    put_draft(tmp_path, edited(first("recipients", role="controller")))
    git(tmp_path, "commit", "-qam", "theirs")
    git(tmp_path, "switch", "-q", "work")
    assert review(tmp_path, "--base", "git:main") == 1
    assert "recipient/printer: ours removes it, theirs changes it" in capsys.readouterr().out.replace("\\", "")
    assert review(tmp_path, "--base", "git:nothing") == 3
    assert call(tmp_path, "log", "recipient/printer") == 0
    assert "no longer goes to: Aoba Print" in capsys.readouterr().out
