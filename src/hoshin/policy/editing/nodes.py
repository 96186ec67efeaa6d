"""A YAML file as the person wrote it: where each key and value begins and ends, so that an edit is a splice of text.

ruamel's own round trip hangs a comment on the token before it, so an insertion or a removal carries comments to the
wrong neighbour (design: model.md 9.2). Here nothing is written anew but what is edited.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import Struct, field
from ruamel.yaml import events

from hoshin.kernel.place import RawPath
from hoshin.policy.yaml_feed import events_of


class Node(Struct):
    """A value: its way, its points in the text (counted from 0), and what it holds.

    `kind` is scalar, map, list or alias; `start` and `end` are the points before and behind it, properties (`&a`)
    included. For a list or a mapping `end` is behind its last value, without what comments follow. `flow` tells
    `{…}` and `[…]`. `column` is that of a key, or of the dash, of its entries. `style` is that of a scalar.
    """

    kind: str
    path: RawPath
    start: int
    end: int
    column: int = 0
    flow: bool = False
    style: str = ""
    anchored: bool = False
    entries: list[Entry] = field(default_factory=list)


class Entry(Struct):
    """An entry of a mapping, or an item of a list: from `start` (the key, or the dash) on; `key` is None for items."""

    start: int
    key: Node | None
    value: Node


def read_nodes(text: str) -> Node | None:
    """The tree of the first document of a text that the reader accepts; None for an empty one.

    Raises YAMLError where the text is no YAML.
    """
    stream = events_of(text)
    for event in stream:
        if isinstance(event, events.NodeEvent):
            return _node(event, stream, (), text)
    return None


def walk(node: Node) -> Iterator[Node]:
    """The node and everything below it, in the order of the file."""
    yield node
    for entry in node.entries:
        yield from walk(entry.value)


def at(node: Node | None, path: RawPath) -> Node | None:
    """The node with that way; None when the file does not hold it itself (an alias or a merge key may)."""
    for step in path:
        if node is None:
            return None
        node = next((entry.value for entry in node.entries if entry.value.path[-1] == step), None)
    return node


def _node(event: Any, stream: Iterator[Any], path: RawPath, text: str) -> Node:  # noqa: ANN401 - the C part's own classes
    start, end = event.start_mark.index, event.end_mark.index
    anchored = bool(event.anchor) or bool(getattr(event, "tag", None))
    if isinstance(event, events.ScalarEvent):
        style = event.style or ""
        if style in ("|", ">"):
            end = _content_end(text, start, end)
        return Node("scalar", path, start, end, style=style, anchored=anchored)
    if isinstance(event, events.AliasEvent):
        return Node("alias", path, start, end, anchored=True)
    is_map = isinstance(event, events.MappingStartEvent)
    node = Node("map" if is_map else "list", path, start, end, flow=bool(event.flow_style), anchored=anchored)
    reader = _map_entries if is_map else _list_entries
    closing = reader(node, stream, text)
    last = node.entries[-1].value.end if node.entries else end
    node.end = closing if node.flow else last
    if node.entries:
        first = node.entries[0].start
        node.column = first - (text.rfind("\n", 0, first) + 1)
    return node


def _map_entries(node: Node, stream: Iterator[Any], text: str) -> int:
    for event in stream:
        if isinstance(event, events.MappingEndEvent):
            return int(event.end_mark.index)
        key = _node(event, stream, (), text)
        following = next(stream)
        name = event.value if isinstance(event, events.ScalarEvent) else ""
        node.entries.append(Entry(key.start, key, _node(following, stream, (*node.path, name), text)))
    return node.end


def _list_entries(node: Node, stream: Iterator[Any], text: str) -> int:
    before = node.start
    for event in stream:
        if isinstance(event, events.SequenceEndEvent):
            return int(event.end_mark.index)
        value = _node(event, stream, (*node.path, len(node.entries)), text)
        start = value.start if node.flow else _dash(text, before, value.start)
        node.entries.append(Entry(start, None, value))
        before = value.end
    return node.end


def _dash(text: str, before: int, start: int) -> int:
    """The dash of an item whose value begins at `start`: the last one before it that opens an item."""
    position = start
    while position > before:
        line = text.rfind("\n", 0, position) + 1
        head = text[max(line, before) : position]
        bare = head.split(" #", 1)[0] if "#" in head else head
        if "-" in bare and not bare.lstrip().startswith("#"):
            return max(line, before) + bare.rindex("-")
        position = line - 1
    return text.index("-", before)


def _content_end(text: str, start: int, end: int) -> int:
    """The end of a block text's last line; the parser counts the empty lines behind it too, which only `+` keeps."""
    if "+" in text[start : text.find("\n", start)].partition("#")[0]:
        return start + len(text[start:end].rstrip(" ").removesuffix("\n").removesuffix("\r"))
    return start + len(text[start:end].rstrip(" \r\n"))
