"""Characters that no font of the PDF has: read from what Typst says, and told with the units they stand in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from hoshin.document.nodes import Document, Unit, plain
from hoshin.document.walk import deep, lines
from hoshin.kernel.regex import regex

_NO_GLYPH = regex(r'the text `"(.*?)"` could not be displayed', re.DOTALL)
_NOT_ALLOWED = regex(r'the text contains the disallowed codepoint `"(.*?)"`', re.DOTALL)
_ESCAPED = regex(r"\\u\{([0-9a-f]{1,6})\}|\\(.)", re.DOTALL)
_SIGNS = {"n": "\n", "r": "\r", "t": "\t", "0": "\0"}
_MOST = 10
"""Characters and units named in one message."""


def characters_in(diagnostic: str) -> str:
    """Characters that Typst could not print, each once, in order; empty when it failed for another reason."""
    found = (*_NO_GLYPH.findall(diagnostic), *_NOT_ALLOWED.findall(diagnostic))
    return "".join(dict.fromkeys("".join(_ESCAPED.sub(_unescaped, text) for text in found)))


def _unescaped(match: re.Match[str]) -> str:
    """One escape of Rust's debug form of strings."""
    code, sign = match.groups()
    return chr(int(code, 16)) if code else _SIGNS.get(sign, sign)


def named(characters: str, document: Document) -> str:
    """The characters by code point and name with the units that hold them: `U+1F600 GRINNING FACE (purpose/a)`."""
    told = [_named(character, document) for character in characters[:_MOST]]
    return "; ".join([*told, "…"] if len(characters) > _MOST else told)


def _named(character: str, document: Document) -> str:
    name = " ".join(filter(None, (f"U+{ord(character):04X}", unicodedata.name(character, ""))))
    units = list(dict.fromkeys(_units_with(character, document)))[:_MOST]
    return f"{name} ({', '.join(units)})" if units else name


def _units_with(character: str, document: Document) -> Iterator[str]:
    for line in lines(document):
        for node in deep(line):
            if isinstance(node, Unit) and character in plain(node.children):
                yield node.id
