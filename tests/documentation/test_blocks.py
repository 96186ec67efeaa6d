"""The documentation's own test can fail: each sort of block, with something wrong in it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from documentation.blocks import fits, hold, shortened
from documentation.reading import Block
from documentation.sandbox import PageError, Sandbox


@pytest.fixture
def box(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sandbox:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    return Sandbox(tmp_path)


def block(info: str, text: str) -> Block:
    return Block(tuple(info.split()), text, 1)


@pytest.mark.parametrize(
    ("info", "text"),
    [
        ("", "hoshin check\n"),
        ("sh", "$ hoshin check\n"),
        ("console", "hoshin check\n"),
        ("console", "$ rm -rf policy\n"),
        ("console", "$ cd ..\n"),
        ("console", "$ make nothing\n"),
        ("console", "$ make test\n3 tests\n"),
        ("diff policy/openwork/retention.yaml", "-    period: P11Y\n+    period: P7Y\n"),
        ("diff policy/openwork/retention.yaml", "     period: P10Y\n"),
        ("diff", "-    period: P10Y\n+    period: P7Y\n"),
        ("yaml policy/openwork/retention.yaml", "    period: P11Y\n"),
        ("yaml", "retention:\n  - id: default\n    peroid: P10Y\n"),
        ("yaml", "retention: [\n"),
        (
            "yaml new .github/workflows/x.yaml",
            "jobs:\n  a:\n    steps:\n      - run: hoshin check --document nothing\n",
        ),
        ("pycon", ">>> 1 + 1\n3\n"),
        ("pycon", "1 + 1\n"),
        ("json", "{a: 1}\n"),
        ("markdown", "# A case without blocks\n"),
    ],
)
def test_a_page_that_is_wrong_is_refused(info: str, text: str, box: Sandbox) -> None:
    with pytest.raises(PageError):
        hold(block(info, text), box, {})


def test_a_session_shows_what_is_printed(box: Sandbox) -> None:
    """The exit code is that of the command before; an edit is there for the next command."""
    hold(block("diff policy/openwork/retention.yaml", "-    period: P10Y\n+    peroid: P10Y\n"), box, {})
    wrong = "$ hoshin check --format json > found.json\n$ echo $?\n0\n\n$ grep -c DOC119 found.json\n2\n"
    right = "$ hoshin check --format json > found.json\n$ echo $?\n1\n\n$ grep -c DOC119 found.json\n1\n"
    assert hold(block("console", wrong), box, {}) == right


def test_three_dots_stand_for_lines() -> None:
    assert fits("a\n…\nd", "a\nb\nc\nd")
    assert fits("…", "a\nb")
    assert not fits("a\n…\nc", "a\nb\nc\nd")
    assert not fits("a … d", "a b d")


def test_what_a_page_leaves_out_stays_left_out() -> None:
    printed = "one\ntwo 2\nthree\nfour 4\nfive"
    assert shortened("…\nfour 3\n…", printed) == "…\nfour 4\n…"
    assert shortened("one\n…\nfive!", printed) == "one\n…\nfive"
    assert shortened("one\nfive", printed) == printed
    assert fits(shortened("…\ntwo 1\n…\nfour 1\n…", printed), printed)
