"""Where a line may not break, and where it had better: numbers with what they count, and addresses of the web.

Browsers break after 〒 and after the hyphen of a lot number, and between a number and its counter (60 / 日間), which no
printed text does (translations.md section 15).
"""

from __future__ import annotations

import re
from typing import Final

from markupsafe import escape

from hoshin.document.counters import COUNTER
from hoshin.kernel.regex import regex
from hoshin.kernel.text import is_wide

_ONE_LINE_COLUMNS: Final = 20
"""A value up to this width stays on one line; a longer one must be able to break on a narrow screen."""
_WHOLE: Final = regex(
    r"〒\d{3}-\d{4}"
    r"|(?:\d{1,4}(?:丁目|番地?|号)){1,3}"
    rf"|第?\d[\d,.]{{0,12}}{COUNTER}"
    r"|\d[\d,.]{0,12}[ァ-ヺー]{1,10}"
    r"|(?<!\w)(?:Art\.|Article|Section) \d{1,4}(?:\([0-9a-z]{1,4}\)){0,3}"
    r"|(?<![\w@/.:–-])\d{1,5}(?:[-:–]\d{1,5}){1,3}(?![\w@/–-])"
    r"|(?<!\w)\d{1,2} [A-Z][a-z]{2,8} \d{4}(?!\w)"
    r"|(?<![\w.,-])\d[\d,.]{0,12} (?:(?:working|business|calendar) )?(?:year|month|week|day|hour|minute)s?(?!\w)"
    r"|(?<![\w@/.:-])[^\W\d_]{1,2}-[a-z]{2,12}(?![\w@/-])",
    re.ASCII,
)
"""〒150-6139, 2-24-12, 1丁目2番3号, 60日間, 第11条, 200ユーロ, Art. 6(1)(f), 1 October 2026, 30 days, e-mail."""
_JOINT: Final = regex(r"(?<=\w)(?=[./@]\w)")
"""Where an address may break: before a dot, a slash, an at sign."""
_HYPHENATED: Final = regex(r"(?<![\w-])(?=[\w-]{3,20}(?![\w-]))[^\W_]+(?:-[^\W_]+)+(?![\w-])", re.ASCII)
"""A hyphenated part of an address, as long as it fits on a narrow screen."""


def unbroken(text: str) -> str:
    """The text as HTML, its numbers kept together."""
    return _WHOLE.sub(r'<span class="value">\g<0></span>', str(escape(text)))


def address(target: str) -> str:
    """An address of the web or of mail as HTML. It breaks at none of its hyphens: readers would leave them out."""
    return _HYPHENATED.sub(r'<span class="value">\g<0></span>', str(escape(target)))


def breakable(target: str) -> str:
    """An address as HTML that also breaks at its joints, for a cell that is too narrow for it."""
    return "<wbr>".join(address(part) for part in _JOINT.split(target))


def stays(value: str) -> bool:
    """Whether a printed value stays on one line: a short one with a number. A name may break like other words."""
    return columns(value) <= _ONE_LINE_COLUMNS and any(character.isdecimal() for character in value)


def columns(text: str) -> int:
    """The width of a text in columns: a wide character takes two."""
    return sum(2 if is_wide(character) else 1 for character in text)
