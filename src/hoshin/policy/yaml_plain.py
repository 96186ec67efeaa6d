"""YAML of the package itself -> plain data: no places and no bounds, since tests read the same files with both."""

from __future__ import annotations

from ruamel.yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from hoshin.policy.yaml_builder import RESOLVED
from hoshin.policy.yaml_events import events_of
from hoshin.policy.yaml_frames import Yaml


def plain(text: str) -> dict[str, Yaml]:
    """The mapping that a shipped file holds, as `yaml_events.parse` gives it, in a third of its time.

    Raises ValueError for anything but one mapping, for an alias, and for a key that is no text or is given twice,
    YAMLError for what is no YAML.
    """
    top: list[Yaml] = []
    stack: list[list[Yaml]] = [top]
    for event in events_of(text):
        kind = type(event)
        if kind is ScalarEvent:
            value = event.value
            stack[-1].append(RESOLVED.get(value, value) if not event.style else value)
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            stack.append([])
        elif kind is SequenceEndEvent:
            items = stack.pop()
            stack[-1].append(items)
        elif kind is MappingEndEvent:
            parts = stack.pop()
            stack[-1].append(_mapping(parts))
        elif kind is AliasEvent:
            raise ValueError(event.anchor)
    (value,) = top
    if isinstance(value, dict):
        return value
    raise ValueError(text[:80])


def _mapping(parts: list[Yaml]) -> dict[str, Yaml]:
    keys = parts[::2]
    found = {key: value for key, value in zip(keys, parts[1::2], strict=True) if isinstance(key, str)}
    if len(found) != len(keys):
        raise ValueError(keys)
    return found
