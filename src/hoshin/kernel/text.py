"""Normalisation of prose and the digests built on it (design: translations.md section 4)."""

from __future__ import annotations

import hashlib
import unicodedata
from functools import lru_cache

from hoshin.kernel.regex import regex

_NARROW_SPACES = str.maketrans({"\u00a0": " ", "\u2007": " ", "\u2009": " ", "\u202f": " ", "\t": " "})
_SPACES = regex(" +")
_UNEVEN = regex(r"[\n\r\t{]|  |\A | \Z")
"""What the normal form of a text of ASCII letters alone would have in another way."""
_PLACEHOLDER = regex(r"\{ *([a-z][a-z0-9-]*) *: *([a-z0-9/-]+) *\}")
_UNSPACED_LANGUAGES = frozenset({"ja", "zh"})


def is_wide(character: str) -> bool:
    """Whether East Asian Width calls it wide or full width (UAX 11)."""
    return unicodedata.east_asian_width(character) in "WF"


def join_lines(lines: list[str], language: str) -> str:
    """The lines as running text: no space beside a wide character of Japanese or Chinese, else one."""
    kept = [stripped for line in lines if (stripped := line.strip(" "))]
    if language.split("-", maxsplit=1)[0] not in _UNSPACED_LANGUAGES:
        return " ".join(kept)
    parts: list[str] = []
    for line in kept:
        if parts and not (is_wide(parts[-1][-1]) or is_wide(line[0])):
            parts.append(" ")
        parts.append(line)
    return "".join(parts)


def norm(text: str, language: str) -> str:
    """The text as it is compared and printed: one line, NFC, single spaces. Idempotent; quotes, case and width stay."""
    if text.isascii() and not _UNEVEN.search(text):
        return text  # as most texts are
    return _normal(text, language)


@lru_cache(maxsize=4096)
def _normal(text: str, language: str) -> str:
    """Several steps ask for the form of the same text."""
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    text = join_lines(text.translate(_NARROW_SPACES).split("\n"), language)
    text = _SPACES.sub(" ", text).strip(" ")
    return unicodedata.normalize("NFC", _PLACEHOLDER.sub(r"{\1:\2}", text))


def unit_digest(text: str, language: str) -> str:
    """`s1:` and 64 bits of SHA-256 over the normalised text."""
    return "s1:" + hashlib.sha256(norm(text, language).encode()).hexdigest()[:16]


def pair_digest(source: str, source_language: str, target: str, target_language: str) -> str:
    """`p1:` and SHA-256 over both normalised texts, NUL between them: what an approval is bound to."""
    both = norm(source, source_language) + "\0" + norm(target, target_language)
    return "p1:" + hashlib.sha256(both.encode()).hexdigest()
