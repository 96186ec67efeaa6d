"""The command line as its users meet it: exit codes, options before and after the verb, never a traceback."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from hoshin.cli.main import VERBS, main
from hoshin.version import __version__

DOCUMENT = """document:
  title: Privacy Policy
  source_locale: en
sections:
  - id: rights
    title: Your rights
    blocks:
      - kind: list
        id: all-rights
        of: rights
rights:
  - id: access
    title: Access
    text: ask for your data
    right: "eu-gdpr:A15"
"""


@dataclass(frozen=True)
class Answer:
    code: int
    out: str
    err: str


Call = Callable[..., Answer]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "company" / "policy" / "shop"
    folder.mkdir(parents=True)
    (folder / "all.yaml").write_text(DOCUMENT, encoding="utf-8")
    return tmp_path / "company"


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, project: Path) -> Call:
    monkeypatch.chdir(project)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: str) -> Answer:
        code = main(arguments)
        said = capsys.readouterr()
        return Answer(code, said.out, said.err)

    return run


def test_the_version(call: Call) -> None:
    assert call("--version") == Answer(0, f"hoshin {__version__}\n", "")


def test_help_lists_every_command(call: Call) -> None:
    for arguments in ((), ("--help",), ("-h",)):
        answer = call(*arguments)
        assert (answer.code, answer.err) == (0, "")
        assert all(verb in answer.out for verb in VERBS)


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("language", ["en", "ja"])
def test_every_command_has_help_in_both_languages(call: Call, verb: str, language: str) -> None:
    with pytest.raises(SystemExit) as caught:
        call(verb, "--help", "--messages", language)
    assert caught.value.code == 0


def test_a_sound_project_is_fine(call: Call) -> None:
    assert call("check").code == 0


def test_a_fault_is_1_and_named_with_its_place(call: Call, project: Path) -> None:
    file = project / "policy" / "shop" / "all.yaml"
    file.write_text(DOCUMENT.replace("    title: Access", "    titel: Access"), encoding="utf-8")
    answer = call("check", "--format", "json")
    report = json.loads(answer.out)
    assert answer.code == 1
    assert [
        {name: found[name] for name in ("rule", "severity", "path", "file", "line", "column")}
        for found in report["findings"]
    ] == [
        {
            "rule": "DOC119",
            "severity": "error",
            "path": "right/access/titel",
            "file": "policy/shop/all.yaml",
            "line": 13,
            "column": 5,
        }
    ]
    assert "title" in report["findings"][0]["help"]
    keys = {"rule", "severity", "path", "file", "line", "column", "message", "help", "fingerprint", "texts"}
    assert set(report["findings"][0]) == keys
    assert report["counts"] == {"error": 1, "warning": 0, "info": 0}


def test_options_stand_before_or_after_the_verb(call: Call, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project.parent)
    before = call("-C", str(project), "query", "rights")
    after = call("query", "rights", "-C", str(project))
    below = call("-C", str(project / "policy" / "shop"), "query", "rights")
    assert before == after == below
    assert (before.code, "Access" in before.out) == (0, True)


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("chek",), 2, "“check”"),
        (("check", "--fial-on", "error"), 2, "--fial-on"),
        (("check", "--fail-on", "nothing"), 2, "--fail-on"),
        (("query",), 2, "NOUN"),
        (("query", "right"), 2, "“rights”"),
        (("query", "rights", "--where", "x"), 2, "key=value"),
        (("query", "rights", "--where", "titel=x"), 2, "“title”"),
        (("render", "--to", "pfd"), 2, "pdf"),
        (("render", "--lang", "fr"), 3, "“fr”"),
        (("check", "--document", "nothing"), 3, "shop"),
        (("diff", "draft", "/nowhere/at/all"), 3, "/nowhere/at/all"),
        (("diff", "draft", "git:main"), 3, "git"),
        (("diff", "1.2.0", "draft"), 3, "1.2.0"),
        (("-C", "/", "check"), 3, "policy"),
        (("--what",), 2, "--what"),
    ],
)
def test_a_wrong_call_says_what_to_write(call: Call, arguments: tuple[str, ...], code: int, said: str) -> None:
    answer = call(*arguments)
    assert (answer.code, answer.out) == (code, "")
    assert said in answer.err
    assert "Traceback" not in answer.err


def test_a_question_without_an_answer_is_1(call: Call) -> None:
    assert call("query", "transfers") == Answer(1, "The policy does not state any: transfers.\n", "")
    assert call("query", "rights", "--where", "id=nothing").code == 1


def test_the_tool_speaks_japanese(call: Call) -> None:
    assert call("query", "transfers", "--messages", "ja").out == "ポリシーに記載がありません: transfers。\n"


def test_render_writes_whole_files(call: Call, project: Path) -> None:
    answer = call("render", "--to", "html,json", "--out", "out")
    assert answer == Answer(0, "out/shop.en.html\nout/shop.en.json\n", "")
    assert sorted(file.name for file in (project / "out").iterdir()) == ["shop.en.html", "shop.en.json"]


def test_a_folder_that_cannot_be_written_is_said(call: Call, project: Path) -> None:
    (project / "out").write_text("a file", encoding="utf-8")
    answer = call("render", "--to", "json", "--out", "out/inside")
    assert (answer.code, answer.out) == (1, "")
    assert "out/inside" in answer.err


def test_a_broken_side_is_never_no_changes(call: Call, tmp_path: Path) -> None:
    broken = tmp_path / "broken" / "policy" / "shop"
    broken.mkdir(parents=True)
    (broken / "all.yaml").write_text("document: [", encoding="utf-8")
    assert call("diff", str(tmp_path / "broken"), "draft").code == 3
    assert call("diff", "draft", str(tmp_path / "broken")).code == 3


@pytest.mark.parametrize(("limit", "code"), [(None, 0), ("material", 1), ("notable", 1), ("editorial", 1)])
def test_a_change_at_the_threshold_is_1(call: Call, tmp_path: Path, limit: str | None, code: int) -> None:
    other = tmp_path / "other" / "policy" / "shop"
    other.mkdir(parents=True)
    without = DOCUMENT.partition("rights:\n  - id: access")[0] + "rights:\n  status: unknown\n"
    (other / "all.yaml").write_text(without, encoding="utf-8")
    more = ("--fail-on", limit) if limit else ()
    answer = call("diff", "draft", str(tmp_path / "other"), *more)
    assert answer.code == code
    assert "Access" in answer.out


def test_no_change_is_said_and_fine(call: Call) -> None:
    answer = call("diff", "draft", "draft", "--fail-on", "editorial", "--format", "json")
    report = json.loads(answer.out)
    assert (answer.code, report["events"], report["bump"]) == (0, [], "none")


HOSTILE = {
    "empty": b"",
    "brackets": b"[" * 100_000,
    "bomb": b"a: &a [x,x]\n" + b"".join(b"%c: &%c [*%c,*%c]\n" % (98 + n, 98 + n, 97 + n, 97 + n) for n in range(20)),
    "nul": b"document: {title: \0}",
    "utf-16": "document:\n  title: x\n".encode("utf-16"),
    "tabs": b"document:\n\ttitle: x\n",
    "list": b"- 1\n- 2\n",
    "tag": b"document: !!python/object/apply:os.system [id]\n",
    "two": b"document: {}\n---\ndocument: {}\n",
    "latin-1": "document:\n  title: Déjà\n".encode("latin-1"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_end_in_findings(project: Path, name: str) -> None:
    """In a process of its own with a small stack: it must never die by a signal."""
    (project / "policy" / "shop" / "all.yaml").write_bytes(HOSTILE[name])
    command = f"ulimit -s 1024; exec '{sys.executable}' -m hoshin -C '{project}' check --format json"
    done = subprocess.run(["sh", "-c", command], capture_output=True, timeout=60, check=False)
    assert done.stderr == b""
    assert done.returncode == 1
    assert json.loads(done.stdout)["counts"]["error"] >= 1


def test_a_fault_of_the_tool_is_no_traceback(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> int:
        raise RuntimeError("bad luck")

    monkeypatch.setattr("hoshin.cli.query.run", broken)
    monkeypatch.delenv("HOSHIN_TRACEBACK", raising=False)
    answer = call("query", "rights")
    assert (answer.code, answer.out) == (70, "")
    assert "RuntimeError: bad luck" in answer.err
    monkeypatch.setenv("HOSHIN_TRACEBACK", "1")
    with pytest.raises(RuntimeError):
        call("query", "rights")


def test_nobody_reads_on(project: Path) -> None:
    """`| head` closes the pipe: no complaint."""
    command = f"'{sys.executable}' -m hoshin -C '{project}' schema | head -n 1"
    done = subprocess.run(["sh", "-c", command], capture_output=True, timeout=60, check=False)
    assert done.stderr == b""
