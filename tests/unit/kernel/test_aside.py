"""Work beside the work at hand: the same answers and the same faults, wherever it is done."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoshin.kernel import aside
from hoshin.kernel.aside import in_a_copy, when_asked

ANSWERS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.binary(),
    lambda part: st.tuples(part, part) | st.dictionaries(st.text(), part, max_size=3),
    max_leaves=8,
)


@pytest.fixture(autouse=True)
def _copies(monkeypatch: pytest.MonkeyPatch) -> None:
    """The runner of tests has threads and perhaps one processor; the work here is harmless to copy."""
    monkeypatch.setattr(aside, "_can_copy", lambda: hasattr(os, "fork"))


def refused() -> NoReturn:
    raise LookupError("no such thing")


@given(ANSWERS)
def test_an_answer_is_the_same_from_a_copy_and_from_here(answer: object) -> None:
    assert in_a_copy(lambda: answer)() == when_asked(lambda: answer)() == answer


def test_the_work_is_done_in_another_process() -> None:
    assert in_a_copy(os.getpid)() != os.getpid()


def test_work_that_is_put_aside_here_waits_until_it_is_asked_for_and_is_done_once() -> None:
    done: list[int] = []
    answer = when_asked(lambda: done.append(1))
    assert done == []
    answer()
    answer()
    assert done == [1]


def test_what_the_work_raises_is_raised_where_it_is_asked_for() -> None:
    answer = in_a_copy(refused)
    with pytest.raises(LookupError, match="no such thing"):
        answer()


def test_an_answer_that_cannot_be_sent_is_made_here() -> None:
    answer: Callable[[], Callable[[], int]] = in_a_copy(lambda: lambda: 7)
    assert answer()() == 7


def test_the_work_of_a_copy_that_is_killed_is_done_here() -> None:
    here = os.getpid()

    def work() -> str:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return "done"

    assert in_a_copy(work)() == "done"


@pytest.mark.parametrize("call", ["fork", "pipe"])
def test_where_no_copy_can_be_made_the_work_is_done_here(call: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def full() -> NoReturn:
        raise BlockingIOError

    monkeypatch.setattr(os, call, full)
    assert in_a_copy(os.getpid)() == os.getpid()


def test_a_large_answer_arrives_whole_and_nothing_stays_open() -> None:
    open_before = len(list(Path("/proc/self/fd").iterdir())) if Path("/proc/self/fd").is_dir() else 0
    answer = in_a_copy(lambda: "文" * 2_000_000)
    assert answer() == answer() == "文" * 2_000_000
    open_after = len(list(Path("/proc/self/fd").iterdir())) if Path("/proc/self/fd").is_dir() else 0
    assert open_after == open_before
