"""The golden-test machinery itself: what it accepts, refuses and rewrites."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from cases_runner import Block, CaseError, Verb, blocks, collect, discover, expected, hold, parse

TESTS = Path(__file__).resolve().parent.parent
SHOUT = Verb(lambda given: {"shout": given["policy"].upper()})
GOOD = "# It shouts\n\nProse.\n\n```yaml policy\na: 1\n```\n\n```text shout\nA: 1\n```\n"


def written(folder: Path, text: str) -> Path:
    path = folder / "shout" / "a.md"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    return path


def test_a_case_that_equals_itself_holds(tmp_path: Path) -> None:
    hold(written(tmp_path, GOOD), SHOUT, update=False)


def test_blocks_are_read_by_role() -> None:
    assert blocks(parse(GOOD)) == {"policy": "a: 1\n", "shout": "A: 1\n"}
    assert "".join(map(str, parse(GOOD))) == GOOD


def test_another_output_fails_and_update_writes_it(tmp_path: Path) -> None:
    path = written(tmp_path, GOOD.replace("A: 1", "old"))
    with pytest.raises(AssertionError, match="make golden"):
        hold(path, SHOUT, update=False)
    hold(path, SHOUT, update=True)
    assert path.read_text(encoding="utf-8") == GOOD


def test_an_empty_output_is_an_empty_block() -> None:
    silent = Verb(lambda _: {"shout": "\n"})
    assert expected(GOOD, silent).endswith("```text shout\n```\n")


def test_the_order_and_the_prose_stay() -> None:
    swapped = "# It shouts\n\n```text shout\nA: 1\n```\n\nBetween.\n\n```yaml policy\na: 1\n```\n\nAfter.\n"
    assert expected(swapped, SHOUT) == swapped


def test_output_with_fences_gets_a_longer_fence() -> None:
    quoting = Verb(lambda _: {"shout": "```\ncode\n```"})
    now = expected(GOOD, quoting)
    assert now.endswith("````text shout\n```\ncode\n```\n````\n")
    assert expected(now, quoting) == now
    assert parse(now)[-1] == Block("text", "shout", "```\ncode\n```\n", "````")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (GOOD.removeprefix("# It shouts\n"), "first line must be a title"),
        (
            GOOD.replace("text shout", "text whisper"),
            "unknown role whisper; known are new, old, policy, shout, translation",
        ),
        (GOOD.split("```text", maxsplit=1)[0], "no output block; write one of shout"),
        (GOOD.replace("yaml policy", "yaml"), "language and role, such as `yaml policy`, not `yaml`"),
        (GOOD.replace("yaml policy", "yaml policy twice"), "not `yaml policy twice`"),
        (GOOD + "\n```yaml policy\n```\n", "the role `policy` is given twice"),
        (GOOD.removesuffix("```\n"), "a fenced block is not closed"),
    ],
)
def test_a_badly_made_case_is_refused(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(CaseError) as caught:
        hold(written(tmp_path, text), SHOUT, update=True)
    assert words in str(caught.value)
    assert str(caught.value).startswith("shout/a.md: ")
    assert (tmp_path / "shout" / "a.md").read_text(encoding="utf-8") == text


def test_a_verb_may_not_write_into_an_input() -> None:
    with pytest.raises(CaseError, match="writes into the input policy"):
        expected(GOOD, Verb(lambda given: {"policy": "", "shout": given["policy"]}))


def test_verbs_are_found_by_module_and_named_as_on_the_command_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "found_verbs"
    package.mkdir()
    (package / "merge_check.py").write_text("INPUTS = {'base'}\ndef run(blocks): return {}\n", encoding="utf-8")
    (package / "_shared.py").write_text("", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    found = discover("found_verbs", package)
    assert {name: verb.inputs for name, verb in found.items()} == {"merge-check": frozenset({"base"})}
    (package / "empty.py").write_text("", encoding="utf-8")
    with pytest.raises(CaseError, match=r"empty\.py has no function `run\(blocks\)`"):
        discover("found_verbs", package)


def test_cases_are_collected_one_folder_deep(tmp_path: Path) -> None:
    path = written(tmp_path, GOOD)
    (tmp_path / "loose.md").write_text("", encoding="utf-8")
    assert collect(tmp_path) == [path]


@pytest.mark.parametrize(("update", "code"), [("", 1), ("1", 0)])
def test_the_whole_run_in_a_folder_of_its_own(tmp_path: Path, update: str, code: int) -> None:
    for name in ("test_cases.py", "cases_runner.py"):
        shutil.copy(TESTS / name, tmp_path / name)
    (tmp_path / "cases_verbs").mkdir()
    (tmp_path / "cases_verbs" / "shout.py").write_text(
        "def run(blocks):\n    return {'shout': blocks['policy'].upper()}\n", encoding="utf-8"
    )
    (tmp_path / "cases").mkdir()
    path = written(tmp_path / "cases", GOOD.replace("A: 1", "old"))
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", tmp_path, tmp_path],
        env={**os.environ, "UPDATE": update, "PYTHONPATH": str(tmp_path)},
        check=False, capture_output=True, encoding="utf-8", cwd=tmp_path,
    )  # fmt: skip
    assert done.returncode == code, done.stdout
    assert (path.read_text(encoding="utf-8") == GOOD) == bool(update)
