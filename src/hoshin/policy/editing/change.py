"""Edits of a file, proved: what is read from the new bytes is what was read before with that one change, or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy

from ruamel.yaml.error import YAMLError

from hoshin.kernel.errors import HoshinError
from hoshin.kernel.finding import Severity
from hoshin.kernel.place import RawPath
from hoshin.policy.editing.splice import Edit, NotHereError, apply
from hoshin.policy.yaml_events import parse
from hoshin.policy.yaml_frames import Yaml

_MARK = "\ufeff"


def edited(data: bytes, file: str, edits: Sequence[Edit]) -> bytes:
    """The file's bytes after all edits. A byte order mark, the line ends and a missing last line break stay.

    Raises HoshinError: `edit-not-here` for what the file does not hold itself, `edit-unsafe` when the new bytes would
    not read as intended.
    """
    try:
        for edit in edits:
            data = _one(data, file, edit)
    except (NotHereError, YAMLError) as error:
        path = "/".join(map(str, edits[0].path))
        raise HoshinError("edit-not-here", file=file, path=path) from error
    return data


def _one(data: bytes, file: str, edit: Edit) -> bytes:
    text = data.decode("utf-8")
    mark = _MARK if text.startswith(_MARK) else ""
    new = (mark + apply(text.removeprefix(_MARK), edit)).encode("utf-8")
    before, after = parse(data, file), parse(new, file)
    broken = any(item.severity is Severity.ERROR for item in after.findings)
    if broken or not same(after.value, _intended(before.value, edit)):
        raise HoshinError("edit-unsafe", file=file, path="/".join(map(str, edit.path)))
    return new


def same(one: Yaml, other: Yaml) -> bool:
    """Whether two values say the same: the order of keys does not count, and true is not the text "true"."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(value, other[key]) for key, value in one.items())
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return type(one) is type(other) and one == other


def _intended(value: Yaml, edit: Edit) -> Yaml:
    new = deepcopy(value)
    around = _at(new, edit.path[:-1])
    step = edit.path[-1]
    if isinstance(around, dict) and isinstance(step, str):
        around[step] = edit.value
        if edit.remove:
            del around[step]
    elif isinstance(around, list) and isinstance(step, int):
        around[step : step + 1] = [] if edit.remove else [edit.value]
    else:
        raise NotHereError
    return new


def _at(value: Yaml, path: RawPath) -> Yaml:
    for step in path:
        try:
            value = value[step]  # type: ignore[index]  # what cannot be entered is the error below
        except (TypeError, KeyError, IndexError) as error:
            raise NotHereError from error
    return value
