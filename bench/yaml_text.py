"""Plain data as block YAML, the way a person writes it. The generic writer would take longer than the measurement."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

Value: TypeAlias = "str | int | bool | Sequence[Value] | Mapping[str, Value]"
Facts: TypeAlias = "dict[str, Value]"

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9 /_-]*")
_SHORT = 40


def dump(value: Mapping[str, Value]) -> str:
    """The mapping as YAML text."""
    return "".join(f"{line}\n" for line in _mapping(value, ""))


def _mapping(value: Mapping[str, Value], indent: str) -> Iterator[str]:
    for key, part in value.items():
        yield from _under(f"{indent}{key}:", part, f"{indent}  ")


def _under(head: str, value: Value, indent: str) -> Iterator[str]:
    if isinstance(value, str) and len(value) > _SHORT:
        yield f"{head} |-"
        yield f"{indent}{value}"
    elif isinstance(value, str | int):
        yield f"{head} {_scalar(value)}"
    elif isinstance(value, Mapping):
        yield head
        yield from _mapping(value, indent)
    elif all(isinstance(part, str) for part in value):
        yield f"{head} [{', '.join(_scalar(str(part)) for part in value)}]"
    else:
        yield head
        for part in value:
            if not isinstance(part, Mapping):
                raise TypeError(part)
            first, *rest = _mapping(part, f"{indent}  ")
            yield f"{indent}- {first.lstrip()}"
            yield from rest


def _scalar(value: str | int) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int) or (_PLAIN.fullmatch(value) and value not in {"true", "false", "null"}):
        return str(value)
    return "'" + value.replace("'", "''") + "'"
