"""The point inside a text that a finding speaks of: its place in the YAML is only where the text begins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from hoshin.kernel.finding import Finding
from hoshin.kernel.place import Place
from hoshin.policy.snapshot import Snapshot

_QUOTED: Final = ("written", "typed", "left", "word", "found", "target", "term")
"""Arguments that repeat words of the text, the most telling first."""
_RULES: Final = frozenset({"DOC103", "DOC106", "DOC112", "DOC127", "DOC130", "DOC135", "DOC136"})
_FAR: Final = 200
"""Lines of one text that are looked through."""


class Lines:
    """Lines of the files of a snapshot; each file is split once."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._split: dict[str, list[str]] = {}

    def of(self, file: str) -> Sequence[str]:
        """All lines of a file without their ends; none where it is not there."""
        if file not in self._split:
            text = self._snapshot.files.get(file, b"").decode("utf-8", "replace")
            self._split[file] = text.removeprefix("\ufeff").splitlines()
        return self._split[file]

    def at(self, place: Place) -> str:
        """The line that a place is on; empty where there is none."""
        lines = self.of(place.file)
        return lines[place.line - 1] if 0 < place.line <= len(lines) else ""


def pinpoint(item: Finding, lines: Lines) -> Finding:
    """The finding at the words that it quotes, where they stand in the text that begins at its place."""
    if item.place is None or not (item.rule in _RULES or item.rule.startswith("ja-")):
        return item
    args = dict(item.args)
    quoted = next((args[name] for name in _QUOTED if name in args), None)
    if not isinstance(quoted, str) or not quoted:
        return item
    for number, line in _text(item.place, lines.of(item.place.file)):
        start = item.place.column - 1 if number == item.place.line else 0
        column = line.find(quoted, start)
        if column >= 0:
            return replace(item, place=Place(item.place.file, number, column + 1))
    return item


def _text(place: Place, lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The line of the key and those below that are indented further, with their numbers from 1."""
    if not 0 < place.line <= len(lines):
        return
    first = lines[place.line - 1]
    yield place.line, first
    for number, line in enumerate(lines[place.line : place.line + _FAR], place.line + 1):
        if line.strip() and len(line) - len(line.lstrip(" ")) < place.column:
            return
        yield number, line
