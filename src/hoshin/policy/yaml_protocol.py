"""What the reader uses of the parser's events, which come without types out of the C part."""

from __future__ import annotations

from typing import Protocol


class Mark(Protocol):
    """A point of the text, counted from 0."""

    line: int
    column: int
    index: int


class Event(Protocol):
    """What all events have."""

    start_mark: Mark
    end_mark: Mark


class NodeEvent(Event, Protocol):
    """A value begins, or an alias names one."""

    anchor: str | None


class TaggedEvent(NodeEvent, Protocol):
    """A value that may carry a tag."""

    tag: str | None


class ScalarEvent(TaggedEvent, Protocol):
    """A text; `style` is empty for a plain one."""

    value: str
    style: str


class DocumentEvent(Event, Protocol):
    """A document begins."""

    version: object
    tags: object
