"""Calls made ahead: while this process still loads its libraries, a copy of it makes calls that will be asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial, wraps
from typing import Any, Final, ParamSpec, TypeAlias, TypeVar, cast

from hoshin.kernel.aside import Copy, LostError, begun

_P = ParamSpec("_P")
_T = TypeVar("_T")
Known: TypeAlias = dict[tuple[object, ...], Any]  # Any: results of all functions that are made ahead
"""The result of each call that was made: by the function's name and the arguments as they were given."""


class _State:
    """What this process knows of calls made ahead."""

    def __init__(self) -> None:
        self.copy: Copy[Known] | None = None
        self.known: Known = {}
        self.noting = False

    def results(self) -> Known:
        """The results, with those of the copy as soon as somebody asks; a copy that was lost has none."""
        copy, self.copy = self.copy, None
        if copy is not None and copy.here:
            with suppress(LostError):
                self.known = copy.answer()
        return self.known


_STATE: Final = _State()


@contextmanager
def ahead(work: Callable[[], object]) -> Iterator[None]:
    """Let a copy of this process do `work`, where one can be made (`aside.begun`).

    Inside the block, calls of a function that `made_ahead` marks have the results which the same calls had in `work`.
    What `work` raises counts for nothing: the call is then made here, and raises what there is to raise.
    """
    _STATE.copy = begun(partial(noted, work))
    try:
        yield
    finally:
        copy, _STATE.copy, _STATE.known = _STATE.copy, None, {}
        if copy is not None and copy.here:
            copy.stop()


def made_ahead(function: Callable[_P, _T]) -> Callable[_P, _T]:
    """A function whose calls may be made ahead: what it gives depends on its arguments, which are hashable, alone.

    Or on what does not change while a command runs, such as commits.
    """

    @wraps(function)
    def call(*args: _P.args, **named: _P.kwargs) -> _T:
        if _STATE.copy is None and not _STATE.known and not _STATE.noting:
            return function(*args, **named)
        key = (function.__module__, function.__qualname__, args, *named.items())
        results = _STATE.results()
        if key in results:
            return cast("_T", results[key])
        result = function(*args, **named)
        if _STATE.noting:
            results[key] = result
        return result

    return call


def noted(work: Callable[[], object]) -> Known:
    """What the copy does: the results of all calls that the work makes, until it raises."""
    before = _STATE.copy, _STATE.known, _STATE.noting
    _STATE.copy, _STATE.known, _STATE.noting = None, {}, True
    try:
        with suppress(Exception):  # the call is made again where it is needed
            work()
        return _STATE.known
    finally:
        _STATE.copy, _STATE.known, _STATE.noting = before
