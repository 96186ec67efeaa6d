"""Work that is done beside the work at hand, in a copy of the process where the machine can hold two at once."""

from __future__ import annotations

import os
import pickle
import signal
from collections.abc import Callable
from functools import cache, partial
from threading import active_count
from typing import Final, Generic, Protocol, TypeVar

_T = TypeVar("_T")
_WHOLE: Final = b"whole"
"""Ends an answer that was sent to its end."""
_LEAVING: Final[list[int]] = []
"""Copies that have answered and may not have ended yet."""
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

    The answer is pickled. A copy that fails or is killed is no fault: the work is then done here, and raises what there
    is to raise.
    """
    copy = begun(work)
    return cache(partial(_answered, copy, work)) if copy else when_asked(work)


def _answered(copy: Copy[_T], work: Callable[[], _T]) -> _T:
    try:
        return copy.answer()
    except LostError:
        return work()


class LostError(Exception):
    """A copy that failed or was killed."""


class Copy(Generic[_T]):
    """A copy of this process at its work; it is asked for its answer once, or stopped."""

    __slots__ = ("_child", "_end", "_original")

    def __init__(self, child: int, end: int) -> None:
        self._child = child
        self._end = end
        self._original = os.getpid()

    @property
    def here(self) -> bool:
        """Whether this is the process that began the work: a further copy of it must not take the answer away."""
        return os.getpid() == self._original

    def answer(self) -> _T:
        """Wait for the answer. Raises LostError where none comes."""
        with os.fdopen(self._end, "rb") as stream:
            sent = stream.read()
        _LEAVING.append(self._child)
        _take_leave()
        if not sent.endswith(_WHOLE):
            raise LostError
        answer: _T = pickle.loads(sent)  # noqa: S301 - written by this very program a moment ago
        return answer

    def stop(self) -> None:
        """Nobody needs the answer."""
        os.kill(self._child, signal.SIGKILL)
        os.waitpid(self._child, 0)
        os.close(self._end)


def begun(work: Callable[[], _T]) -> Copy[_T] | None:
    """A copy of this process that does the work, where one can be made.

    None is made where threads are running, whose locks a copy would inherit, nor on one processor, nor on a system that
    cannot or has no room for more.
    """
    _take_leave()
    forked = _fork() if _can_copy() else None
    if forked is None:
        return None
    child, end = forked
    if not child:
        _answer(work, end)
    return Copy(child, end)


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
    try:
        with open(end, "wb") as stream:
            pickle.dump(work(), stream, pickle.HIGHEST_PROTOCOL)
            stream.write(_WHOLE)
    finally:
        os._exit(0)


def _take_leave() -> None:
    """Let go of copies that have ended. Nobody waits for one that has answered: giving memory back takes time."""
    for child in tuple(_LEAVING):
        try:
            if os.waitpid(child, os.WNOHANG) == (0, 0):
                continue
        except ChildProcessError:
            pass  # somebody else has waited for it
        _LEAVING.remove(child)
