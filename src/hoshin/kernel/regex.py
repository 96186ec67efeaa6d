"""Regular expressions that are compiled when they are first asked, so that importing a module compiles nothing."""

from __future__ import annotations

import re
from functools import cached_property
from typing import AnyStr, Generic, cast


class _Regex(Generic[AnyStr]):
    """Stands for the compiled expression; a method that was asked for once is at hand like an own one."""

    def __init__(self, source: AnyStr, flags: int) -> None:
        self._given: tuple[AnyStr, int] = (source, flags)

    @cached_property
    def _compiled(self) -> re.Pattern[AnyStr]:
        return re.compile(*self._given)  # noqa: TID251 - here it is made

    def __getattr__(self, name: str) -> object:
        found: object = getattr(self._compiled, name)
        setattr(self, name, found)
        return found

    def __repr__(self) -> str:
        return repr(self._compiled)


def regex(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What `re.compile` gives, made at its first use, which raises re.error; the functions of `re` do not take it."""
    return cast("re.Pattern[AnyStr]", _Regex(source, flags))
