"""Set, add and remove a value in the text of a YAML file; every byte outside the edit stays."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from hoshin.kernel.place import RawPath
from hoshin.policy.editing.nodes import Entry, Node, at, read_nodes
from hoshin.policy.editing.written import written
from hoshin.policy.yaml_frames import Yaml


class NotHereError(ValueError):
    """The file does not hold the value itself: it comes through an alias or a merge key, or is not there at all."""


class Edit(Struct, frozen=True):
    """One change: what stands at `path` shall be `value`, or be gone.

    `order` is the order of the keys of the mapping around it (the model's), for a key that is new; `number` says that
    the model reads a number there, `block` that a new mapping of texts stands on lines of its own.
    """

    path: RawPath
    value: Yaml = None
    remove: bool = False
    order: Sequence[str] = ()
    number: bool = False
    block: bool = False


def apply(text: str, edit: Edit) -> str:
    """The text with that one change. Raises NotHereError, and YAMLError for a text that is no YAML."""
    newline = "\r\n" if "\r\n" in text else "\n"
    root = read_nodes(text)
    around = at(root, edit.path[:-1])
    if around is None or around.kind not in ("map", "list"):
        raise NotHereError
    node = at(around, edit.path[-1:])
    if edit.remove:
        if node is None:
            raise NotHereError
        return _removed(text, around, edit.path[-1])
    new = _inserted(text, around, edit) if node is None else _replaced(text, around, node, edit)
    return new if newline == "\n" else new.replace("\r\n", "\n").replace("\n", newline)


def _replaced(text: str, around: Node, node: Node, edit: Edit) -> str:
    if node.anchored:
        raise NotHereError
    shown = written(edit.value, around.column + 2, style=node.style, number=edit.number, flow=around.flow)
    start, end = node.start, node.end
    if not around.flow and node.kind in ("map", "list") and not node.flow:
        start = text.rindex(":" if around.kind == "map" else "-", 0, text.rindex("\n", 0, start)) + 1
        shown = f" {shown}"
    return text[:start] + shown + text[end:]


def _inserted(text: str, around: Node, edit: Edit) -> str:
    key = edit.path[-1]
    if around.kind == "list" and key != len(around.entries):
        raise NotHereError
    if around.flow:
        return _inserted_in_flow(text, around, edit)
    before = _before(around, str(key), edit.order) if around.kind == "map" else around.entries[-1]
    head = "-" if around.kind == "list" else f"{written(str(key), 0, flow=True)}:"
    shown = f"{head} {written(edit.value, around.column + 2, number=edit.number)}"
    if edit.block and isinstance(edit.value, dict):
        shown = head + "".join(_literal(name, text, around.column + 2) for name, text in edit.value.items())
    margin = " " * around.column
    if before is None:  # the new key comes first; the old first one may stand behind a dash
        first = around.entries[0].start
        return f"{text[:first]}{shown}\n{margin}{text[first:]}"
    end = _line_end(text, before.value.end)
    return f"{text[:end]}\n{margin}{shown}{text[end:]}"


def _literal(name: str, value: Yaml, indent: int) -> str:
    shown = written(value, indent + 2, style="|")
    return f"\n{' ' * indent}{written(name, 0, flow=True)}: {shown}"


def _inserted_in_flow(text: str, around: Node, edit: Edit) -> str:
    shown = written(edit.value, 0, number=edit.number, flow=True)
    if around.kind == "map":
        shown = f"{written(str(edit.path[-1]), 0, flow=True)}: {shown}"
    if not around.entries:
        return f"{text[: around.start + 1]}{shown}{text[around.end - 1 :]}"
    before = _before(around, str(edit.path[-1]), edit.order) if around.kind == "map" else around.entries[-1]
    if before is None:
        first = around.entries[0].start
        return f"{text[:first]}{shown}, {text[first:]}"
    return f"{text[: before.value.end]}, {shown}{text[before.value.end :]}"


def _before(around: Node, key: str, order: Sequence[str]) -> Entry | None:
    """The entry that the new key comes behind: the last one that the model puts before it."""
    earlier = set(order[: order.index(key)]) if key in order else None
    found = None
    for entry in around.entries:
        if earlier is None or entry.value.path[-1] in earlier:
            found = entry
    return found


def _removed(text: str, around: Node, step: str | int) -> str:
    position = next(number for number, entry in enumerate(around.entries) if entry.value.path[-1] == step)
    entry = around.entries[position]
    following = around.entries[position + 1].start if position + 1 < len(around.entries) else None
    if len(around.entries) == 1:
        raise NotHereError
    if around.flow:
        if following is not None:
            return text[: entry.start] + text[following:]
        return text[: around.entries[position - 1].value.end] + text[entry.value.end :]
    end = _line_end(text, entry.value.end)
    line = text.rfind("\n", 0, entry.start) + 1
    if text[line : entry.start].strip():  # behind a dash: the next key takes its place
        return text[: entry.start] + text[following:] if following is not None else text[: entry.start] + text[end:]
    return text[:line] + text[min(end + len(_newline(text, end)), len(text)) :]


def _line_end(text: str, point: int) -> int:
    """The end of the line that holds the point, its trailing comment included, before the line break."""
    found = text.find("\n", point)
    end = len(text) if found < 0 else found
    return end - 1 if text[end - 1 : end] == "\r" else end


def _newline(text: str, point: int) -> str:
    return "\r\n" if text.startswith("\r\n", point) else "\n" if text.startswith("\n", point) else ""
