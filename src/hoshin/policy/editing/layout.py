"""The canonical layout of a YAML file: where lines begin and how keys, dashes and values are spaced.

Two spaces a level, lists two spaces below their key, one space behind `:` and `-`, no blanks at line ends, one empty
line at most, one line break at the end, LF, no byte order mark. Order, comments, quotes and the words stay as they are:
they belong to the people who write.
"""

from __future__ import annotations

from typing import Final

from hoshin.policy.editing.nodes import Node, read_nodes

_STEP: Final = 2
_Levels = tuple[tuple[int, int], ...]
"""Columns of the open lists and mappings, outermost first: as written, and as they will be."""


def laid_out(text: str) -> str:
    """The text in canonical layout; it reads the same. Raises YAMLError for a text that is no YAML."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    layout = _Layout(text)
    root = read_nodes(text)
    if root is not None:
        layout.root(root)
    layout.rest()
    return "".join(layout.parts).strip("\n") + "\n"


class _Layout:
    """Writes the tree anew from slices of the text; `_done` is the point up to which the text has been taken."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._done = 0
        self._open: _Levels = ()
        self.parts: list[str] = []

    def root(self, node: Node) -> None:
        """The value of the file."""
        if _is_block(node):
            self._block(node, 0, (), compact=False)
        else:
            self._gap(node.start, 0, 0, ())
            self._value(node, -_STEP, 0)

    def rest(self) -> None:
        """What stands behind the last value."""
        self._comments(len(self._text) + 1, 0, ())

    def _block(self, node: Node, indent: int, around: _Levels, *, compact: bool) -> None:
        """A mapping or list of lines; `compact` says that its first line goes on behind a dash."""
        levels = (*around, (node.column, indent))
        for number, entry in enumerate(node.entries):
            told = self._text[self._done : entry.start].strip()
            if number == 0 and compact and not told:
                self.parts.append(" ")
                self._done = entry.start
            else:
                self._gap(entry.start, node.column, indent, levels)
            self._open = levels
            if entry.key is None:
                self._take(entry.start, entry.start + 1)
            else:
                self._take(entry.start, entry.key.end)
                self._take(colon := self._text.index(":", entry.key.end), colon + 1)
            if _is_block(entry.value):
                anchored = self._properties(entry.value)
                self._block(entry.value, indent + _STEP, levels, compact=entry.key is None and not anchored)
            elif entry.value.end > entry.value.start:
                self._behind(entry.value, indent, levels)

    def _behind(self, value: Node, indent: int, levels: _Levels) -> None:
        """A value behind a colon or dash, on the same line unless it was written on one of its own."""
        if "\n" in self._text[self._done : value.start]:
            column = value.start - (self._text.rfind("\n", 0, value.start) + 1)
            self._gap(value.start, column, indent + _STEP, levels)
        else:
            self.parts.append(" ")
        self._value(value, indent, levels[-1][0])

    def _value(self, node: Node, indent: int, column: int) -> None:
        """A scalar or a flow collection as it is; its further lines move with it."""
        first, *lines = self._text[node.start : node.end].split("\n")
        self.parts.append(first.rstrip() if lines else first)
        if node.style in ("|", ">"):
            lines = _moved(first, lines, indent, column)
        elif node.flow:
            blanks = min((_blanks(line) for line in lines if line.strip()), default=0)
            lines = [f"{' ' * (_blanks(line) - blanks + indent + _STEP)}{line.strip()}" for line in lines]
        else:
            lines = [f"{' ' * (indent + _STEP)}{line.lstrip(' ')}" for line in lines]
        self.parts += ["\n" + (line if line.strip() or node.style in ("|", ">") else "") for line in lines]
        self._done = node.end

    def _properties(self, node: Node) -> bool:
        """The anchor or tag in front of a block mapping or list."""
        if not node.anchored:
            return False
        words = self._text[node.start : node.entries[0].start].split("#")[0].split()
        for word in words:
            start = self._text.index(word, self._done)
            self.parts.append(" ")
            self._take(start, start + len(word))
        return True

    def _take(self, start: int, end: int) -> None:
        self.parts.append(self._text[start:end])
        self._done = end

    def _gap(self, point: int, column: int, indent: int, levels: _Levels) -> None:
        """Comments and empty lines before a token that stood at `column`, then the token's own new line."""
        self._comments(point, column, levels, indent)
        if self.parts:
            self.parts.append("\n" + " " * indent)
        self._done = point

    def _comments(self, point: int, column: int, levels: _Levels, indent: int = 0) -> None:
        behind, *lines = self._text[self._done : point].split("\n")
        if behind.strip():
            self.parts.append(" " * max(1, _blanks(behind)) * bool(self.parts) + behind.strip())
        for line in lines if point > len(self._text) else lines[:-1]:
            bare = line.strip()
            if bare:
                level = indent if _blanks(line) == column else self._level(_blanks(line), levels, indent)
                self.parts.append("\n" * bool(self.parts) + " " * level + bare)
            elif self.parts and self.parts[-1] != "\n":
                self.parts.append("\n")

    def _level(self, column: int, levels: _Levels, indent: int) -> int:
        """The new column of a comment: that of the deepest list or mapping which it is written in."""
        fitting = [(old, new) for old, new in (*self._open, *levels) if old <= column]
        return max(fitting)[1] if fitting else indent


def _moved(header: str, lines: list[str], indent: int, column: int) -> list[str]:
    """The lines of a block text below its new key; `column` is that of the old one."""
    given = next((int(mark) for mark in header.partition("#")[0] if mark.isdigit()), 0)
    first = next((line for line in lines if line.strip()), "")
    old = column + given if given else _blanks(first)
    blanks = " " * (indent + (given or _STEP))
    return [blanks + line[old:] if line[old:] else "" for line in lines]


def _blanks(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _is_block(node: Node) -> bool:
    return node.kind in ("map", "list") and not node.flow and bool(node.entries)
