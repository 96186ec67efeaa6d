"""The counter that a number must not be parted from: 13歳, 10年 and 3か月 stay on one line (translations.md 15)."""

from __future__ import annotations

from typing import Final

from hoshin.document.nodes import Inline, Text, Value, plain
from hoshin.kernel.regex import regex

COUNTER: Final = "(?:[かカヶヵ箇]月|営業日|段落|[年月日歳才週時分秒人名件回個円点条項号章階])間?"
"""Words that count what a number before them says, as a pattern."""
_COUNTER: Final = regex(COUNTER)


def counter(node: Inline, after: Inline) -> str:
    """The counter with which the text after a value begins, where the value ends in a figure; empty elsewhere."""
    if isinstance(node, Value) and isinstance(after, Text) and plain(node.children)[-1:].isdecimal():
        found = _COUNTER.match(after.value)
        return found.group() if found else ""
    return ""
