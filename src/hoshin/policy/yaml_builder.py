"""Parser events -> values and places, with a stack of its own, so that nesting never costs the process."""

from __future__ import annotations

from msgspec import Struct

from hoshin.kernel.place import Place, RawPath
from hoshin.policy.yaml_bounds import Bounds
from hoshin.policy.yaml_faults import Faults, shown
from hoshin.policy.yaml_folds import folded_line
from hoshin.policy.yaml_frames import MERGE, Frame, ListFrame, MapFrame, Next, RootFrame, Yaml, below
from hoshin.policy.yaml_protocol import DocumentEvent, Event, NodeEvent, ScalarEvent, TaggedEvent
from hoshin.policy.yaml_source import Source, clean_escapes

RESOLVED: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
"""The plain words of YAML 1.2's core schema that are no text; numbers stay the text that was typed."""


class _Anchored(Struct, frozen=True):
    """A finished value that aliases may name: how many nodes and levels it has, and where its parts stand."""

    value: Yaml
    size: int
    height: int
    path: RawPath
    places: dict[RawPath, Place]


class Builder:
    """Takes the events of one file in turn. Faults go to `faults`; a passed bound raises Stop."""

    def __init__(self, source: Source, faults: Faults, bounds: Bounds) -> None:
        self._source = source
        self._file = source.file
        self._first = source.skipped + 1
        self._faults = faults
        self._bounds = bounds
        self._root = RootFrame(source.place(0, 0))
        self._stack: list[Frame] = [self._root]
        self._anchors: dict[str, _Anchored | Frame] = {}
        self._unused: dict[str, Place] = {}
        self._nodes = 0
        self._expanded = 0

    @property
    def value(self) -> Yaml:
        """The value of the file: what its first document says."""
        return self._root.result

    @property
    def places(self) -> dict[RawPath, Place]:
        """Where each part of the value stands; the root always has a place."""
        return self._root.places

    def end(self) -> None:
        """Judge what only the end of the file shows."""
        for name, place in self._unused.items():
            self._faults.add("DOC121.unused-anchor", place, anchor=shown(name))

    def document(self, event: DocumentEvent) -> None:
        """A document begins."""
        place = self._place(event)
        if event.version or event.tags:
            self._faults.add("DOC121.directive", place)
        self._root.starts += 1
        if self._root.starts > 1:
            self._faults.add("DOC121.documents", place)

    def scalar(self, event: ScalarEvent) -> None:
        """A key, a value, or an item of a list."""
        frame = self._stack[-1]
        text = event.value
        if len(text) > self._bounds.scalar:
            raise self._faults.stop(
                "DOC120.scalar", self._place(event), frame.path, length=len(text), limit=self._bounds.scalar
            )
        if type(frame) is MapFrame and frame.next is Next.KEY:
            self._key(frame, event)
            return
        path, places = self._enter(frame, event)
        value: Yaml = self._judge(event, path)
        if not event.style and text in RESOLVED and event.tag is None:
            value = RESOLVED[text]
            if value is None:
                self._empty(frame, event, path)
        if event.anchor is not None:
            self._name(event, _Anchored(value, 1, 0, path, places))
        frame.size += 1
        frame.put(value)

    def mapping(self, event: TaggedEvent) -> None:
        """A mapping begins."""
        self._open(event, MapFrame)

    def sequence(self, event: TaggedEvent) -> None:
        """A list begins."""
        self._open(event, ListFrame)

    def alias(self, event: NodeEvent) -> None:
        """A value is named instead of written."""
        frame = self._stack[-1]
        self._unused.pop(event.anchor or "", None)
        if isinstance(frame, MapFrame) and frame.next is Next.KEY:
            self._faults.add("DOC121.complex-key", self._place(event), frame.path)
            frame.refuse()
            return
        path, places = self._enter(frame, event)
        frame.put(self._expand(event, path, places))

    def close(self, _event: Event) -> None:
        """A mapping or a list ends."""
        frame = self._stack.pop()
        if isinstance(frame, MapFrame) and (place := frame.pour()):
            self._faults.add("DOC121.merge", place, frame.path)
        if frame.anchor is not None and self._anchors.get(frame.anchor) is frame:
            anchored = _Anchored(frame.result, frame.size, frame.height, frame.path, frame.places)
            self._anchors[frame.anchor] = anchored
        around = self._stack[-1]
        around.size += frame.size
        around.height = max(around.height, frame.height + 1)
        around.put(frame.result)

    def _open(self, event: TaggedEvent, kind: type[MapFrame | ListFrame]) -> None:
        frame = self._stack[-1]
        if len(self._stack) > self._bounds.depth:
            raise self._faults.stop("DOC120.depth", self._place(event), frame.path, limit=self._bounds.depth)
        if isinstance(frame, MapFrame) and frame.next is Next.KEY:
            self._faults.add("DOC121.complex-key", self._place(event), frame.path)
        path, places = self._enter(frame, event)
        if event.tag is not None:
            self._tag(event.tag, event, path)
        opened = kind(path, places, event.anchor)
        if event.anchor is not None:
            self._anchors[event.anchor] = opened
        self._stack.append(opened)

    def _enter(self, frame: Frame, event: NodeEvent) -> tuple[RawPath, dict[RawPath, Place]]:
        """Count and find where the part that begins belongs; an item has its own place, a value that of its key."""
        self._nodes += 1
        if self._nodes > self._bounds.nodes:
            raise self._faults.stop("DOC120.nodes", self._place(event), limit=self._bounds.nodes)
        path, places = frame.enter()
        if type(frame) is not MapFrame:
            places[path] = self._place(event)
        return path, places

    def _key(self, frame: MapFrame, event: ScalarEvent) -> None:
        self._nodes += 1
        place = self._place(event)
        length = len(event.value)
        if length > self._bounds.key:
            raise self._faults.stop("DOC120.scalar", place, frame.path, length=length, limit=self._bounds.key)
        key = self._judge(event, frame.path)
        if event.anchor is not None:
            self._name(event, _Anchored(key, 1, 0, frame.path, {}))
        plain = not event.style and event.tag is None
        if plain and key != key.strip():
            self._faults.add("DOC121.key-blank", place, frame.path, key=shown(key))
        if plain and key in RESOLVED:
            self._faults.add("DOC121.key", place, frame.path, key=key)
            frame.refuse(key)
        elif earlier := frame.name(key, place, merge=plain and key == MERGE):
            path = (*frame.path, key)
            self._faults.add("DOC121.duplicate-key", place, path, key=shown(key), first=str(earlier))

    def _judge(self, event: ScalarEvent, path: RawPath) -> str:
        """The text of a scalar without what it may not hold."""
        if event.tag is not None:
            self._tag(event.tag, event, path)
        text, style = event.value, event.style
        if style == '"':
            written = self._source.text[event.start_mark.index : event.end_mark.index]
            if "\\" in written:
                text = clean_escapes(text, written, self._place(event), path, self._faults)
        if style != "|" and not text.isascii() and event.end_mark.line > event.start_mark.line:
            self._fold(event, text, path)
        return text

    def _fold(self, event: ScalarEvent, text: str, path: RawPath) -> None:
        start, end = event.start_mark, event.end_mark
        lines = self._source.lines[start.line : end.line]
        lines[0] = lines[0][start.column :]
        lines.append(self._source.line(end.line)[: end.column])
        if (number := folded_line(lines, text)) is not None:
            self._faults.add("DOC123.folded", self._source.place(start.line + number, 0), path)

    def _tag(self, tag: str, event: Event, path: RawPath) -> None:
        self._faults.add("DOC121.tag", self._place(event), path, tag=shown(tag))

    def _empty(self, frame: Frame, event: Event, path: RawPath) -> None:
        if isinstance(frame, ListFrame):
            self._faults.add("DOC121.empty-item", frame.places[path], path)
        elif isinstance(frame, MapFrame) and frame.next is Next.VALUE:
            self._faults.add("DOC121.empty-value", frame.places[path], path, key=shown(frame.key))
        elif isinstance(frame, MapFrame) and frame.next is Next.MERGED:
            self._faults.add("DOC121.merge", self._place(event), frame.path)

    def _name(self, event: NodeEvent, anchored: _Anchored) -> None:
        """Remember a text that aliases may name; a word after `&` may as well be text that got lost."""
        name = event.anchor or ""
        self._anchors[name] = anchored
        if name in self._unused:
            self._faults.add("DOC121.unused-anchor", self._unused[name], anchor=shown(name))
        self._unused[name] = self._place(event)

    def _expand(self, event: NodeEvent, path: RawPath, places: dict[RawPath, Place]) -> Yaml:
        """The value that an alias names, counted as if it were written out; its parts keep their places."""
        name, place = event.anchor or "", self._place(event)
        anchored = self._anchors.get(name)
        if anchored is None:
            if not self._source.skipped:
                self._faults.add("DOC121.unknown-alias", place, path, alias=shown(name))
            return None
        if isinstance(anchored, Frame):
            self._faults.add("DOC121.cycle", place, path, anchor=shown(name))
            return None
        self._expanded += anchored.size
        if self._expanded > self._bounds.expansion:
            raise self._faults.stop("DOC120.expansion", place, path, limit=self._bounds.expansion)
        if len(self._stack) - 1 + anchored.height > self._bounds.depth:
            raise self._faults.stop("DOC120.depth", place, path, limit=self._bounds.depth)
        frame = self._stack[-1]
        frame.size += anchored.size
        frame.height = max(frame.height, anchored.height + 1)
        for rest in below(anchored.value):
            if rest:
                places[path + rest] = anchored.places.get(anchored.path + rest, place)
        return anchored.value

    def _place(self, event: Event) -> Place:
        mark = event.start_mark
        return Place(self._file, self._first + mark.line, mark.column + 1)
