"""Running text as plain data for the Typst style."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from hoshin.document.nodes import (
    Break,
    Deleted,
    Emphasis,
    Foreign,
    Inline,
    Inlines,
    Inserted,
    Link,
    Strong,
    Text,
    Unit,
    Value,
)
from hoshin.kernel.errors import HoshinError
from hoshin.kernel.text import is_wide

Data = str | int | bool | Sequence["Data"] | Mapping[str, "Data"]

_SHORT = 12
"""Characters of a value that is kept on one line (`第11条`, `10 years`); an address may break."""
_SAFE_TARGETS = ("https:", "mailto:", "tel:", "#")
_NO_LINE_START = frozenset("ー々〻ゝゞヽヾ・〜゠‐–ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ")
"""Characters that must not begin a line. Typst allows a break after a box before them, against JIS X 4051."""
_NAMES: Mapping[type, str] = {
    Unit: "unit",
    Emphasis: "emphasis",
    Strong: "strong",
    Inserted: "inserted",
    Deleted: "deleted",
}


@dataclass(frozen=True, slots=True)
class Inlining:
    """How running text is written: `spaced` where Japanese and Latin stand a quarter apart, anchors that exist."""

    spaced: bool
    anchors: Set[str]

    def line(self, nodes: Inlines) -> list[Data]:
        """A whole paragraph, heading or cell line."""
        return self._nodes(nodes, _shown(nodes), 0)

    def _nodes(self, nodes: Inlines, line: str, start: int) -> list[Data]:
        made: list[Data] = []
        for node in nodes:
            made.append(self._node(node, line, start))
            start += len(_shown((node,)))
        return made

    def _node(self, node: Inline, line: str, start: int) -> Data:
        match node:
            case Text(value):
                return {"t": "text", "v": value}
            case Break():
                return {"t": "break"}
            case Link(target, children):
                return self._link(target, self._nodes(children, line, start))
            case Foreign(lang, children):
                return {"t": "foreign", "lang": lang, "c": self._nodes(children, line, start)}
            case Value(_, children):
                return self._value(children, line, start)
            case Inserted(children) | Deleted(children):
                return {"t": _NAMES[type(node)], "c": self.line(children)}
            case _:
                return {"t": _NAMES[type(node)], "c": self._nodes(node.children, line, start)}

    def _link(self, target: str, shown: list[Data]) -> Data:
        """A link. Without its anchor only the words are left: a redline holds links into the old version."""
        if not target.startswith(_SAFE_TARGETS):
            raise HoshinError("link-unsafe", target=target)
        if target.startswith("#") and target[1:] not in self.anchors:
            return {"t": "unit", "c": shown}
        return {"t": "link", "to": target, "c": shown}

    def _value(self, children: Inlines, line: str, start: int) -> Data:
        end = start + len(_shown(children))
        words = line[start:end]
        before, after = line[:start][-1:], line[end : end + 1]
        return {
            "t": "value",
            "whole": 0 < len(words) <= _SHORT and _may_end(before) and _may_end(after) and after not in _NO_LINE_START,
            "number": is_wide(words[:1] or " ") and is_wide(words[-1:] or " "),
            "edge": [
                self.spaced and _meet(before, words[:1]),
                self.spaced and _meet(words[-1:], after),
            ],
            "c": self._nodes(children, line, start),
        }


def _shown(nodes: Inlines) -> str:
    """The characters as neighbours of each other; a revision shows its brackets to what stands beside it."""
    parts: list[str] = []
    for node in nodes:
        match node:
            case Text(value):
                parts.append(value)
            case Break():
                parts.append(" ")
            case Inserted() | Deleted():
                parts.append("]")
            case _:
                parts.append(_shown(node.children))
    return "".join(parts)


def columns(text: str) -> int:
    """The width of a text in columns: a wide character takes two."""
    return sum(2 if is_wide(character) else 1 for character in text)


def _may_end(neighbour: str) -> bool:
    """Whether a value may be set as a box beside this character: inside a Latin word it would open a line break."""
    return is_wide(neighbour) or not neighbour.isalnum() if neighbour else True


def _meet(left: str, right: str) -> bool:
    """Whether a Japanese and a Latin character or digit meet, where a quarter of an em belongs (JLREQ 3.2.6)."""
    return (_is_kanji_or_kana(left) and _is_latin(right)) or (_is_latin(left) and _is_kanji_or_kana(right))


def _is_kanji_or_kana(character: str) -> bool:
    return bool(character) and is_wide(character) and unicodedata.category(character) in {"Lo", "Lm"}


def _is_latin(character: str) -> bool:
    return bool(character) and not is_wide(character) and character.isalnum()
