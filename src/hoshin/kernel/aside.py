"""Work that is done beside the work at hand, in a copy of the process where the machine can hold two at once."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable
from functools import cache
from threading import active_count
from typing import Protocol, TypeVar

_T = TypeVar("_T")
_TWO = 2
"""Processors below which a copy would only take turns with its original."""


class Aside(Protocol):
    """How work is put aside: it takes a pure function and gives one that waits for its answer."""

    def __call__(self, work: Callable[[], _T], /) -> Callable[[], _T]:
        """Begin `work`, or note it for later. The answer, and what it raises, is the same as that of `work()`."""


def when_asked(work: Callable[[], _T], /) -> Callable[[], _T]:
    """Do the work in this process, once, when somebody asks for the answer."""
    return cache(work)


def in_a_copy(work: Callable[[], _T], /) -> Callable[[], _T]:
    """Begin the work in a copy of this process; where none can be made it is done as by `when_asked`.

    None is made where threads are running, whose locks a copy would inherit, nor on one processor, nor on a system that
    cannot. The answer is pickled. A copy that fails or is killed is no fault: the work is then done here, and raises
    what there is to raise.
    """
    copy = _fork() if _can_copy() else None
    if copy is None:
        return when_asked(work)
    child, end = copy
    if not child:
        _answer(work, end)
    return cache(lambda: _received(work, child, end))


def _can_copy() -> bool:
    there = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return there >= _TWO and hasattr(os, "fork") and active_count() == 1


def _fork() -> tuple[int, int] | None:
    """The id of the child (0 in it) and this side's end of a pipe; None where the system has no room for more."""
    try:
        reading, writing = os.pipe()
    except OSError:
        return None
    try:
        child = os.fork()
    except OSError:
        os.close(reading)
        os.close(writing)
        return None
    mine, other = (reading, writing) if child else (writing, reading)
    os.close(other)
    return child, mine


def _answer(work: Callable[[], _T], end: int) -> None:
    """In the copy: send the answer and leave without touching what the two processes share."""
    code = 1
    try:
        with open(end, "wb") as stream:
            pickle.dump(work(), stream, pickle.HIGHEST_PROTOCOL)
        code = 0
    finally:
        os._exit(code)


def _received(work: Callable[[], _T], child: int, end: int) -> _T:
    with open(end, "rb") as stream:
        sent = stream.read()
    _, status = os.waitpid(child, 0)
    if status:
        return work()
    answer: _T = pickle.loads(sent)  # noqa: S301 - written by this very program a moment ago
    return answer
