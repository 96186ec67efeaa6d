"""Running text as plain data for the Typst style."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from msgspec import Struct, field

from hoshin.document.counters import COUNTER, counter
from hoshin.document.nodes import (
    PAGE,
    PLACE,
    Break,
    Changed,
    Deleted,
    Emphasis,
    Foreign,
    Inlines,
    Inserted,
    Link,
    Remarked,
    Strong,
    Text,
    Time,
    Unit,
    Value,
)
from hoshin.kernel.errors import HoshinError
from hoshin.kernel.regex import regex
from hoshin.kernel.text import is_wide

Data = str | int | bool | Sequence["Data"] | Mapping[str, "Data"]

_SHORT = 14
"""Columns of a value that is kept on one line (`第11条`, `10 years`); a title may break, else lines gape."""
_NUMBER_OPENS = ("第", "（")
"""What a number of the document itself begins with: 第1条, （1）. It is set close."""
_SAFE_TARGETS = ("https:", "mailto:", "tel:", "#")
_NO_LINE_START = frozenset("ー々〻ゝゞヽヾ・〜\u30a0\u2010\u2013ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ")
"""Characters that must not begin a line. Typst allows a break after a box before them, against JIS X 4051."""
_ADDRESS = (
    r"(?:https?://|[A-Za-z0-9._+-]+@)?[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]{2,})+"
    r"(?:/(?:[A-Za-z0-9._~%/?#=&+-]*[A-Za-z0-9/])?)?"
)
_PHONE = r"(?<![\w+])\+?[0-9(][0-9()]*(?:[ -][0-9()]+){2,}(?!\w)"
_COMPOUND = r"(?<![\w@/.:-])[^\W\d_]{1,12}(?:-[^\W\d_]{1,12}){1,2}(?![\w@/:-]|\.\w)"
_POINT = r"\((?:[0-9a-z]{1,2}|[ivx]+)\)"
_CITED = rf"(?<!\w)(?:(?:Arts?\.|Articles?) [0-9]+[A-Z]?(?:{_POINT})*|[0-9]+[A-Z]?(?:{_POINT})+)"
_COUNTED = (
    r"第[0-9]+[条項号章節](?:の[0-9]+)?"
    rf"|(?<![0-9A-Za-z.,/-])[0-9]+{COUNTER}"
)
_LATIN_KEPT = regex(f"(?P<address>{_ADDRESS})|{_PHONE}|{_CITED}|{_COMPOUND}")
_JAPANESE_KEPT = regex(f"(?P<address>{_ADDRESS})|{_PHONE}|{_CITED}|{_COUNTED}")
"""What is kept on one line, or breaks at its own signs alone: an address, `+81 3 0000 0000`, `Art. 6(1)(f)`,
`e-mail`, `out-of-date`; `第6条`, `30日`.
"""
_JOINTS = regex(r"(?<=@)|(?<=[^/:]/)(?=[^/])|(?<=\w)(?=\.\w{3})|(?<=://)(?=.)")
"""Where an address may break: after `@` and `/`, before a dot. A hyphen at the end of a line would be taken for one
of the line (the Chicago Manual of Style, 7.46).
"""
_Nested = Unit | Value | Time | Emphasis | Strong | Link | Foreign | Inserted | Deleted | Changed | Remarked | Break
_NAMES: Mapping[type, str] = {
    Unit: "unit",
    Time: "unit",
    Emphasis: "emphasis",
    Strong: "strong",
    Inserted: "inserted",
    Deleted: "deleted",
    Changed: "changed",
}


class Inlining(Struct, frozen=True):
    """How running text is written: `spaced` where Japanese and Latin stand a quarter apart, anchors that exist.

    `numbers` are the printed numbers of remarks by their ids.
    """

    spaced: bool
    anchors: AbstractSet[str]
    numbers: Mapping[str, str] = field(default_factory=dict)

    def line(self, nodes: Inlines) -> list[Data]:
        """A whole paragraph, heading or cell line."""
        return self._nodes(nodes, _shown(nodes), 0)

    def _nodes(self, nodes: Inlines, line: str, start: int) -> list[Data]:
        made: list[Data] = []
        taken = ""
        for node, after in pairwise((*nodes, Text(""))):
            length = len(_shown((node,)))
            shown = Text(node.value.removeprefix(taken)) if isinstance(node, Text) else node
            skipped = len(taken) if isinstance(node, Text) else 0
            taken = counter(node, after)
            if isinstance(shown, Text):
                made.extend(self._text(shown.value, line, start + skipped))
            else:
                made.append(self._node(shown, line, start, taken))
            start += length
        return made

    def _text(self, text: str, line: str, start: int) -> Iterator[Data]:
        """Words; what a reader must find together stays on one line."""
        done = 0
        for found in (_JAPANESE_KEPT if self.spaced else _LATIN_KEPT).finditer(text):
            if words := text[done : found.start()]:
                yield {"t": "text", "v": words}
            done = found.end()
            yield self._kept(found, line, start + found.start(), start + done)
        if words := text[done:]:
            yield {"t": "text", "v": words}

    def _kept(self, found: re.Match[str], line: str, start: int, end: int) -> Data:
        words, after = found.group(), line[end : end + 1]
        left, right = (line[:start][-1:], words[:1]), (words[-1:], after)
        if _inside_word(*left) or _inside_word(*right) or after in _NO_LINE_START:
            return {"t": "text", "v": words}
        parts = _JOINTS.split(words) if found.group("address") else [words]
        return {
            "t": "kept",
            "edge": [self.spaced and _meet(*left), self.spaced and _meet(*right)],
            "number": words[:1] in _NUMBER_OPENS,
            "c": [{"t": "text", "v": part} for part in parts],
        }

    def _node(self, node: _Nested, line: str, start: int, taken: str) -> Data:
        made: Data
        match node:
            case Break():
                made = {"t": "break"}
            case Link(target, children):
                made = self._link(target, self._nodes(children, line, start))
            case Foreign(lang, children):
                made = {"t": "foreign", "lang": lang, "c": self._nodes(children, line, start)}
            case Value(_, children):
                made = self._value((*children, Text(taken)) if taken else children, line, start)
            case Inserted(children) | Deleted(children):
                made = {"t": _NAMES[type(node)], "c": self.line(children)}
            case Remarked(children, remarks, places):
                made = {
                    "t": "remarked",
                    "places": [PLACE + name for name in places if PLACE + name in self.anchors],
                    "refs": [[f"#{name}" if name in self.anchors else "", self.numbers[name]] for name in remarks],
                    "c": self._nodes(children, line, start),
                }
            case Unit(_, children) | Time(_, children) | Emphasis(children) | Strong(children) | Changed(children):
                made = {"t": _NAMES[type(node)], "c": self._nodes(children, line, start)}
        return made

    def _link(self, target: str, shown: list[Data]) -> Data:
        """A link. Without its anchor only the words are left: a redline holds links into the old version.

        A page that stands beside this document is no place that a PDF can lead to. A link to changed words stands on
        one line.
        """
        if target.startswith(PAGE):
            return {"t": "unit", "c": shown}
        if not target.startswith(_SAFE_TARGETS):
            raise HoshinError("link-unsafe", target=target)
        if target.startswith("#") and target[1:] not in self.anchors:
            return {"t": "unit", "c": shown}
        return {"t": "link", "to": target, "whole": target.startswith(f"#{PLACE}"), "c": shown}

    def _value(self, children: Inlines, line: str, start: int) -> Data:
        end = start + len(_shown(children))
        words = line[start:end]
        before, after = line[:start][-1:], line[end : end + 1]
        return {
            "t": "value",
            "whole": 0 < columns(words) <= _SHORT
            and (" " not in words or any(map(str.isdigit, words)))
            and not (_inside_word(before, words[:1]) or _inside_word(words[-1:], after) or after in _NO_LINE_START),
            "number": words[:1] in _NUMBER_OPENS,
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


def _inside_word(left: str, right: str) -> bool:
    """Whether these characters stand in one Latin word: a box beginning between them would open a line break."""
    return (left + right).isalnum() and len(left + right) > 1 and not is_wide(left) and not is_wide(right)


def _meet(left: str, right: str) -> bool:
    """Whether a Japanese and a Latin character or digit meet, where a quarter of an em belongs (JLREQ 3.2.6)."""
    return (_is_kanji_or_kana(left) and _is_latin(right)) or (_is_latin(left) and _is_kanji_or_kana(right))


def _is_kanji_or_kana(character: str) -> bool:
    return bool(character) and is_wide(character) and unicodedata.category(character) in {"Lo", "Lm"}


def _is_latin(character: str) -> bool:
    return bool(character) and not is_wide(character) and character.isalnum()
