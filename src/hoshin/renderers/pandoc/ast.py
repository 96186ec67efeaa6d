"""Nodes of pandoc's tree, API 1.23.1: plain data that pandoc reads as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Json = str | int | float | None | Sequence["Json"] | dict[str, "Json"]
Node = dict[str, Json]
Nodes = list[Node]

API_VERSION = (1, 23, 1)
_BLANK_ATTRIBUTES: Json = ["", [], []]
_LINE_BLOCKS = {"Para", "Plain"}


def node(tag: str, *content: Json) -> Node:
    """A node with its content: alone, as a list, or none."""
    if not content:
        return {"t": tag}
    return {"t": tag, "c": content[0] if len(content) == 1 else list(content)}


def attributes(anchor: str = "", classes: Sequence[str] = (), **pairs: str) -> Json:
    """Id, classes and further attributes; `custom_style` is written `custom-style`."""
    return [anchor, list(classes), [[name.replace("_", "-"), value] for name, value in pairs.items() if value]]


_SPACE: Node = {"t": "Space"}


def words(text: str) -> Nodes:
    """Plain text; spaces are nodes of their own, so that no writer squeezes or loses them."""
    found: Nodes = []
    for position, part in enumerate(text.split(" ")):
        if position:
            found.append(_SPACE)
        if part:
            found.append({"t": "Str", "c": part})
    return found


def raw(format_name: str, text: str) -> Node:
    """Characters that the writer of that format copies."""
    return node("RawInline", format_name, text)


def bullets(items: Iterable[Nodes]) -> Node:
    """A bulleted list."""
    return node("BulletList", list(items))


def table(
    caption: Nodes,
    head: Sequence[Nodes],
    rows: Sequence[Sequence[Nodes]],
    anchor: str = "",
    widths: Sequence[int] = (),
) -> Node:
    """A table with one row of heads; `widths` are the columns' shares, left to the reader's program where none are."""
    columns = max((len(row) for row in (head, *rows)), default=0)
    whole = sum(widths)
    width: Json = [
        [node("AlignDefault"), node("ColWidth", round(share / whole, 4)) if whole else node("ColWidthDefault")]
        for share in widths or (0,) * columns
    ]
    long_caption: Nodes = [node("Plain", caption)] if caption else []
    return node(
        "Table",
        attributes(anchor),
        [None, long_caption],
        width,
        [_BLANK_ATTRIBUTES, [_row(head)] if head else []],
        [[_BLANK_ATTRIBUTES, 0, [], [_row(row) for row in rows]]],
        [_BLANK_ATTRIBUTES, []],
    )


def _row(cells: Sequence[Nodes]) -> Json:
    return [_BLANK_ATTRIBUTES, [[_BLANK_ATTRIBUTES, node("AlignDefault"), 1, 1, cell] for cell in cells]]


def tight(blocks: Nodes) -> Nodes:
    """The same blocks without space around their paragraphs."""
    return [node("Plain", block["c"]) if block["t"] in _LINE_BLOCKS else block for block in blocks]
