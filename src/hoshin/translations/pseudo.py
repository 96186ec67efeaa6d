"""Pseudo-locales, computed and never stored (translations.md section 13): `hoshin render --lang qps`.

`qps` shows what is not translated: its texts stand in ⟦…⟧ with accents, a third longer; what stands outside was typed
into a template. `qps-ja` is 永 again and again: it shows missing fonts and spaces that were joined into Japanese.
"""

from __future__ import annotations

import re
from typing import Final

from hoshin.kernel.regex import regex

PSEUDO: Final = ("qps", "qps-ja")
_BASES: Final = {"qps": "en", "qps-ja": "ja"}
_ACCENTS: Final = str.maketrans(
    "aceginorsuyzACEGINORSUYZ",
    "áçéğíñóřšúýžÁÇÉĞÍÑÓŘŠÚÝŽ",
)
_KEPT: Final = regex(r"\{[^{}]*\}|\]\([^()\s]*\)|https?://\S+|[*\[\]]+")
"""Placeholders, link targets and marks of emphasis."""
_LONGER: Final = 0.35
_SENTENCE: Final = regex(r"[.!?。！？](?=\s|$)")
_FOREVER: Final = "永"
_MOST: Final = 4000


def base(lang: str) -> str:
    """The language whose patterns a pseudo-locale has; any other language is its own."""
    return _BASES.get(lang, lang)


def pseudo(text: str, lang: str) -> str:
    """The text as the pseudo-locale has it; nothing stays nothing."""
    if not text.strip():
        return text
    return _forever(text) if lang == "qps-ja" else _accented(text)


def _accented(text: str) -> str:
    parts: list[str] = []
    position = 0
    for match in _KEPT.finditer(text):
        parts += [text[position : match.start()].translate(_ACCENTS), match[0]]
        position = match.end()
    parts.append(text[position:].translate(_ACCENTS))
    letters = sum(1 for sign in _KEPT.sub("", text) if sign.isalpha())
    return f"⟦{''.join(parts)}{'~' * min(_MOST, max(1, round(letters * _LONGER)))}⟧"


def _forever(text: str) -> str:
    """As many sentences, about half as many characters, placeholders at their places in order."""
    holders = re.findall(r"\{[^{}]*\}", text)
    sentences = max(1, len(_SENTENCE.findall(text)))
    each = max(1, min(_MOST, len(_KEPT.sub("", text)) // 2 // sentences))
    said = "。".join([_FOREVER * each] * sentences)
    ending = "。" if _SENTENCE.search(text.rstrip()[-1:] + " ") else ""
    return "".join([said, *(f"{_FOREVER}{holder}" for holder in holders), ending])
