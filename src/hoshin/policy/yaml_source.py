"""Bytes of a YAML file -> text that the parser can take: UTF-8, without the characters that no policy may hold."""

from __future__ import annotations

import re

from msgspec import Struct

from hoshin.kernel.place import Place, RawPath
from hoshin.kernel.regex import regex
from hoshin.policy.yaml_bounds import Bounds
from hoshin.policy.yaml_faults import Faults

_KINDS = {
    "line": "\x85\u2028\u2029",
    "control": "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f",
    "direction": "\u202a-\u202e\u2066-\u2069",
    "invisible": "\xad\u200b\ufeff\U000e0000-\U000e007f",
    "private-use": "\ue000-\uf8ff\U000f0000-\U0010ffff",
    "damaged": "\ufffd-\uffff",
}
"""Characters that print nothing, print differently everywhere, or turn the text round (design: rendering.md 4.2)."""

_FORBIDDEN = regex(f"[{''.join(_KINDS.values())}]")
_KIND = {kind: regex(f"[{characters}]") for kind, characters in _KINDS.items()}
_WIDE_ENCODING = regex(
    rb"\xff\xfe|\xfe\xff|\0\0\xfe\xff|[^\0]\0[^\0]\0|\0[^\0]\0[^\0]|[^\0]\0\0\0|\0\0\0[^\0]", re.DOTALL
)
_LINE_END = regex(r"\r\n|\r|\n")
_REPLACEMENT = "\ufffd"


class Source(Struct, frozen=True):
    """A file's text, or its rest from line `skipped` (counted from 0) on.

    `lines` are its lines without their ends; the parser counts them the same way.
    """

    file: str
    text: str
    lines: list[str]
    skipped: int = 0

    def line(self, number: int) -> str:
        """The line with that number, from 0; "" beyond the end."""
        return self.lines[number] if 0 <= number < len(self.lines) else ""

    def place(self, line: int, column: int) -> Place:
        """The place that people know a point by; both arguments count from 0 in this text."""
        return Place(self.file, self.skipped + line + 1, column + 1)

    def rest(self, line: int) -> Source:
        """The text from that line on."""
        lines = self.lines[line:]
        return Source(self.file, "\n".join(lines) + "\n", lines, self.skipped + line)


def read_source(data: bytes, file: str, faults: Faults, bounds: Bounds) -> Source:
    """The text of a file; a byte order mark is dropped and every forbidden character reported and read as U+FFFD.

    So nothing forbidden reaches a renderer, and the faults behind it are still found. Raises Stop when the file is too
    large or not UTF-8.
    """
    start = Place(file, 1, 1)
    if len(data) > bounds.size:
        raise faults.stop("DOC120.size", start, size=len(data), limit=bounds.size)
    if _WIDE_ENCODING.match(data):
        raise faults.stop("DOC120.utf-16", start)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = _LINE_END.split(data[: error.start].decode("utf-8").removeprefix("\ufeff"))
        place = Place(file, len(before), len(before[-1]) + 1)
        byte = f"0x{data[error.start]:02X}"
        raise faults.stop("DOC120.utf-8", place, byte=byte, offset=error.start) from None
    text = text.removeprefix("\ufeff")
    clean = _FORBIDDEN.sub(_REPLACEMENT, text)
    source = Source(file, clean, clean.splitlines())
    if _REPLACEMENT in clean:
        _report(text, source, faults)
    return source


def clean_escapes(value: str, written: str, place: Place, path: RawPath, faults: Faults) -> str:
    r"""The value of a double-quoted text whose escapes (`"\u202e"`) may name what may not be typed either."""
    for character in dict.fromkeys(_FORBIDDEN.findall(value)):
        if character not in written:
            _add(character, place, path, faults)
    return _FORBIDDEN.sub(_REPLACEMENT, value)


def _report(text: str, source: Source, faults: Faults) -> None:
    """One finding for every forbidden character. Replacing kept the length, so `source` tells the lines."""
    end = 0
    for number, line in enumerate(source.text.splitlines(keepends=True)):
        begin, end = end, end + len(line)
        if _REPLACEMENT in line:
            for match in _FORBIDDEN.finditer(text, begin, end):
                _add(match.group(), source.place(number, match.start() - begin), (), faults)


def _add(character: str, place: Place, path: RawPath, faults: Faults) -> None:
    kind = next(kind for kind, pattern in _KIND.items() if pattern.match(character))
    faults.add(f"DOC122.{kind}", place, path, code=f"U+{ord(character):04X}")
