"""Parser events -> values and places, with a stack of its own, so that nesting never costs the process."""

from __future__ import annotations

from sys import intern

from msgspec import Struct

from hoshin.kernel.place import Place, Places
from hoshin.policy.yaml_bounds import Bounds
from hoshin.policy.yaml_faults import Faults, shown
from hoshin.policy.yaml_folds import folded_line
from hoshin.policy.yaml_frames import MERGE, Frame, ListFrame, MapFrame, Next, RootFrame, Yaml
from hoshin.policy.yaml_places import LEAF, LINE, Branches, FilePlaces, Spot, place_at, spot_of
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
    size: int = 1
    height: int = 0
    branch: int = LEAF


class Builder:
    """Takes the events of one file in turn. Faults go to `faults`; a passed bound raises Stop.

    Equal texts are one object, whatever file they stand in: two sides of a comparison share most of theirs, an overlay
    repeats the source, and ids are named again and again.
    """

    def __init__(self, source: Source, faults: Faults, bounds: Bounds) -> None:
        self._source = source
        self._file = source.file
        self._first = source.skipped + 1
        self._faults = faults
        self._bounds = bounds
        self._branches = Branches()
        self._root = RootFrame(spot_of(self._first, 1))
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
    def places(self) -> Places:
        """Where each part of the value stands; the root always has a place."""
        return FilePlaces(self._file, self._root.spot, self._branches, self._root.branch(self._branches))

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
        self._enter(frame, event)
        value: Yaml = intern(self._judge(event, frame))
        if not event.style and text in RESOLVED and event.tag is None:
            value = RESOLVED[text]
            if value is None:
                self._empty(frame, event)
        if event.anchor is not None:
            self._name(event, _Anchored(value))
        frame.size += 1
        frame.put(value, LEAF)

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
        self._enter(frame, event)
        found = self._expand(event, frame)
        frame.put(found.value, found.branch)

    def close(self, _event: Event) -> None:
        """A mapping or a list ends."""
        frame = self._stack.pop()
        if type(frame) is MapFrame and (spot := frame.pour(self._branches)):
            self._faults.add("DOC121.merge", place_at(self._file, spot), frame.path)
        branch = frame.branch(self._branches)
        if frame.anchor is not None and self._anchors.get(frame.anchor) is frame:
            self._anchors[frame.anchor] = _Anchored(frame.result, frame.size, frame.height, branch)
        around = self._stack[-1]
        around.size += frame.size
        around.height = max(around.height, frame.height + 1)
        around.put(frame.result, branch)

    def _open(self, event: TaggedEvent, kind: type[MapFrame | ListFrame]) -> None:
        frame = self._stack[-1]
        if len(self._stack) > self._bounds.depth:
            raise self._faults.stop("DOC120.depth", self._place(event), frame.path, limit=self._bounds.depth)
        if isinstance(frame, MapFrame) and frame.next is Next.KEY:
            self._faults.add("DOC121.complex-key", self._place(event), frame.path)
        self._enter(frame, event)
        if event.tag is not None:
            self._tag(event.tag, event, frame)
        opened = kind(frame, event.anchor)
        if event.anchor is not None:
            self._anchors[event.anchor] = opened
        self._stack.append(opened)

    def _enter(self, frame: Frame, event: NodeEvent) -> None:
        """Count the part that begins and note where; an item has its own place, a value that of its key."""
        self._nodes += 1
        if self._nodes > self._bounds.nodes:
            raise self._faults.stop("DOC120.nodes", self._place(event), limit=self._bounds.nodes)
        if type(frame) is not MapFrame:
            frame.begin(self._spot(event))

    def _key(self, frame: MapFrame, event: ScalarEvent) -> None:
        self._nodes += 1
        length = len(event.value)
        if length > self._bounds.key:
            raise self._faults.stop(
                "DOC120.scalar", self._place(event), frame.path, length=length, limit=self._bounds.key
            )
        key = intern(self._judge(event, frame))
        if event.anchor is not None:
            self._name(event, _Anchored(key))
        plain = not event.style and event.tag is None
        if plain and key != key.strip():
            self._faults.add("DOC121.key-blank", self._place(event), frame.path, key=shown(key))
        if plain and key in RESOLVED:
            self._faults.add("DOC121.key", self._place(event), frame.path, key=key)
            frame.refuse(key)
        elif earlier := frame.name(key, self._spot(event), merge=plain and key == MERGE):
            first = str(place_at(self._file, earlier))
            self._faults.add("DOC121.duplicate-key", self._place(event), frame.here, key=shown(key), first=first)

    def _judge(self, event: ScalarEvent, frame: Frame) -> str:
        """The text of a scalar without what it may not hold."""
        if event.tag is not None:
            self._tag(event.tag, event, frame)
        text, style = event.value, event.style
        if style == '"':
            written = self._source.text[event.start_mark.index : event.end_mark.index]
            if "\\" in written:
                text = clean_escapes(text, written, self._place(event), frame.here, self._faults)
        if style != "|" and not text.isascii() and event.end_mark.line > event.start_mark.line:
            self._fold(event, text, frame)
        return text

    def _fold(self, event: ScalarEvent, text: str, frame: Frame) -> None:
        start, end = event.start_mark, event.end_mark
        lines = self._source.lines[start.line : end.line]
        lines[0] = lines[0][start.column :]
        lines.append(self._source.line(end.line)[: end.column])
        if (number := folded_line(lines, text)) is not None:
            self._faults.add("DOC123.folded", self._source.place(start.line + number, 0), frame.here)

    def _tag(self, tag: str, event: Event, frame: Frame) -> None:
        self._faults.add("DOC121.tag", self._place(event), frame.here, tag=shown(tag))

    def _empty(self, frame: Frame, event: Event) -> None:
        if isinstance(frame, ListFrame):
            self._faults.add("DOC121.empty-item", place_at(self._file, frame.spot), frame.here)
        elif isinstance(frame, MapFrame) and frame.next is Next.VALUE:
            key = shown(frame.key)
            self._faults.add("DOC121.empty-value", place_at(self._file, frame.spot), frame.here, key=key)
        elif isinstance(frame, MapFrame) and frame.next is Next.MERGED:
            self._faults.add("DOC121.merge", self._place(event), frame.path)

    def _name(self, event: NodeEvent, anchored: _Anchored) -> None:
        """Remember a text that aliases may name; a word after `&` may as well be text that got lost."""
        name = event.anchor or ""
        self._anchors[name] = anchored
        if name in self._unused:
            self._faults.add("DOC121.unused-anchor", self._unused[name], anchor=shown(name))
        self._unused[name] = self._place(event)

    def _expand(self, event: NodeEvent, frame: Frame) -> _Anchored:
        """What an alias names, counted as if it were written out; its parts keep their places."""
        name, place, path = event.anchor or "", self._place(event), frame.here
        anchored = self._anchors.get(name)
        if anchored is None:
            if not self._source.skipped:
                self._faults.add("DOC121.unknown-alias", place, path, alias=shown(name))
            return _Anchored(None)
        if isinstance(anchored, Frame):
            self._faults.add("DOC121.cycle", place, path, anchor=shown(name))
            return _Anchored(None)
        self._expanded += anchored.size
        if self._expanded > self._bounds.expansion:
            raise self._faults.stop("DOC120.expansion", place, path, limit=self._bounds.expansion)
        if len(self._stack) - 1 + anchored.height > self._bounds.depth:
            raise self._faults.stop("DOC120.depth", place, path, limit=self._bounds.depth)
        frame.size += anchored.size
        frame.height = max(frame.height, anchored.height + 1)
        return anchored

    def _place(self, event: Event) -> Place:
        return place_at(self._file, self._spot(event))

    def _spot(self, event: Event) -> Spot:
        mark = event.start_mark
        return self._first + mark.line << LINE | mark.column + 1  # spot_of, without its call for every node
