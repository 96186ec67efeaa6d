"""Calls made ahead: their results are those of the same calls made here, wherever the copy got to."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import NoReturn

import pytest

from hoshin.kernel import aside
from hoshin.kernel.ahead import ahead, made_ahead
from hoshin.kernel.aside import in_a_copy


@pytest.fixture(autouse=True)
def _copies(monkeypatch: pytest.MonkeyPatch) -> None:
    """The runner of tests has threads and perhaps one processor; the work here is harmless to copy."""
    monkeypatch.setattr(aside, "_can_copy", lambda: hasattr(os, "fork"))


@made_ahead
def where(word: str, *, twice: bool = False) -> tuple[int, str]:
    """The process that made the call, which tells a test where its result comes from."""
    return os.getpid(), word * (1 + twice)


@made_ahead
def refused() -> NoReturn:
    raise LookupError


HERE = os.getpid()


def test_a_call_has_the_result_that_it_had_in_the_copy() -> None:
    with ahead(lambda: where("a")):
        made, word = where("a")
        assert (made != HERE, word) == (True, "a")
        assert where("a")[0] == made
        assert where("b") == (HERE, "b")
        assert where("a", twice=True) == (HERE, "aa")
    assert where("a") == (HERE, "a")


def test_what_the_work_raises_counts_for_nothing_and_what_came_before_holds() -> None:
    def work() -> None:
        where("a")
        refused()

    with ahead(work):
        assert where("a")[0] != HERE
        with pytest.raises(LookupError):
            refused()


def test_a_copy_that_is_killed_knows_nothing() -> None:
    def work() -> None:
        where("a")
        os.kill(os.getpid(), signal.SIGKILL)

    with ahead(work):
        assert where("a") == (HERE, "a")


def test_where_no_copy_can_be_made_the_work_is_not_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(aside, "_can_copy", lambda: False)
    done: list[int] = []
    with ahead(lambda: done.append(1)):
        assert where("a") == (HERE, "a")
    assert done == []


def test_a_further_copy_takes_no_answer_away() -> None:
    with ahead(lambda: where("a")):
        made, _ = in_a_copy(lambda: where("a"))()
        assert made != HERE
        assert where("a")[0] not in {HERE, made}


def test_a_further_copy_knows_what_was_known() -> None:
    with ahead(lambda: where("a")):
        known = where("a")
        assert in_a_copy(lambda: where("a"))() == known


def test_a_copy_that_nobody_asks_is_stopped_and_leaves_nothing_open(monkeypatch: pytest.MonkeyPatch) -> None:
    def open_files() -> int:
        return len(list(Path("/proc/self/fd").iterdir())) if Path("/proc/self/fd").is_dir() else 0

    children: list[int] = []
    fork = os.fork

    def noted_fork() -> int:
        children.append(fork())
        return children[-1]

    monkeypatch.setattr(os, "fork", noted_fork)
    before = open_files()
    with ahead(signal.pause):
        pass
    assert open_files() == before
    (child,) = children
    with pytest.raises(ChildProcessError):
        os.waitpid(child, os.WNOHANG)
