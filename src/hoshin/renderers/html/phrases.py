"""Where a Japanese heading may break: between phrases, in every browser (BudouX; translations.md section 15).

`<wbr>` and not U+200B, which would get into what people search and copy.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from hoshin.document.nodes import Break, Inline, Inlines, Text, Value, plain
from hoshin.kernel.regex import regex

if TYPE_CHECKING:
    from budoux.parser import Parser

MARK: Final = "\ue000"
"""Stands for `<wbr>` until the text is escaped: a character that no policy may hold."""
_PARTS: Final = regex("(?<=[^（])(?=（)|(?<=[A-Za-z]{4})(?=[ァ-ヺ]{4})")
"""A bracket opens a phrase, and so does a long katakana word behind a Latin one: Mail / プライバシー…."""
_LONG: Final = 10
"""Characters of a phrase that also breaks before a long katakana word: 書店 / プライバシーポリシー."""
_KATAKANA: Final = regex("(?<=[ぁ-ん一-鿿々])(?=[ァ-ヺ][ァ-ヺー]{5})")
_MOST: Final = 400
"""Characters of a heading; a longer one is no heading."""
_SMALL: Final = "ァィゥェォッャュョヮぁぃぅぇぉっゃゅょゎ"
_NOT_FIRST: Final = frozenset("、。，．・：；？！）」』】〉》,.:;!?)]ー々ゝゞヽヾ" + _SMALL)
_NOT_LAST: Final = frozenset("（「『【〈《([")


def phrased(nodes: Inlines, lang: str) -> Inlines:
    """The nodes with a mark wherever a phrase ends; unchanged in other languages than Japanese."""
    text = plain(nodes)
    if lang.partition("-")[0] != "ja" or not 1 < len(text) <= _MOST:
        return nodes
    breaks = frozenset(accumulate(len(phrase) for phrase in phrases(text))) - {len(text)}
    return tuple(_marked(nodes, breaks, 0))


def phrases(text: str) -> tuple[str, ...]:
    """The phrases of a text; joined they are the text. None begins or ends with a sign that may not stand there."""
    found: list[str] = []
    for phrase in _parser().parse(text):
        if found and (phrase[0] in _NOT_FIRST or found[-1][-1] in _NOT_LAST):
            found[-1] += phrase
        else:
            found += _PARTS.split(phrase)
    return tuple(part for long in found for part in (_KATAKANA.split(long) if len(long) > _LONG else (long,)) if part)


def _marked(nodes: Inlines, breaks: frozenset[int], start: int) -> Iterator[Inline]:
    for node in nodes:
        match node:
            case Text(value):
                yield Text("".join(MARK + sign if start + at in breaks else sign for at, sign in enumerate(value)))
                start += len(value)
            case Break():
                yield node
                start += 1
            case Value(_, children):
                if start in breaks and start:
                    yield Text(MARK)
                yield node  # a value stays on one line
                start += len(plain(children))
            case _:
                yield replace(node, children=tuple(_marked(node.children, breaks, start)))
                start += len(plain(node.children))


@cache
def _parser() -> Parser:
    from budoux import load_default_japanese_parser  # noqa: PLC0415 only where a heading is Japanese

    return load_default_japanese_parser()
