"""Lists of plain phrases that heuristics look for, one file a list, by language (rules.md 2.1).

Phrases are words, never patterns: a project may add its own, and a hostile pattern could hang the check.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from msgspec import Struct

from hoshin.kernel.regex import regex
from hoshin.policy.yaml_plain import plain

_FOLDER: Final = Path(__file__).parent / "words"
_SPACED: Final = regex(r"[a-z0-9à-ɏ]", re.IGNORECASE)


class Phrases(Struct, frozen=True):
    """Phrases of one language, compiled to one pattern of alternatives, the longest first; `listed` is each phrase."""

    pattern: re.Pattern[str] | None
    listed: tuple[str, ...] = ()

    def find(self, text: str) -> Iterator[str]:
        """The phrases that stand in a text, as they are written there, in its order."""
        if self.pattern is not None:
            folded = unicodedata.normalize("NFKC", text)
            yield from (match.group(0) for match in self.pattern.finditer(folded))

    def first(self, text: str) -> str:
        """The first of them; empty when there is none."""
        return next(self.find(text), "")


@cache
def phrases(name: str, language: str, more: tuple[str, ...] = ()) -> Phrases:
    """The list of that name in a language with more phrases; empty for a language that it does not know."""
    known = (*_shipped(name).get(language.partition("-")[0], ()), *more)
    if not known:
        return Phrases(None)
    ordered = sorted({unicodedata.normalize("NFKC", phrase) for phrase in known}, key=lambda one: (-len(one), one))
    pattern = regex("|".join(_bounded(phrase) for phrase in ordered), re.IGNORECASE)
    return Phrases(pattern, tuple(known))


def _bounded(phrase: str) -> str:
    """The phrase itself, as whole words where its script has spaces; any white space counts as one space."""
    words = r"\s+".join(re.escape(word) for word in phrase.split())
    left = r"\b" if _SPACED.match(phrase[0]) else ""
    right = r"\b" if _SPACED.match(phrase[-1]) else ""
    return f"{left}{words}{right}"


@cache
def _shipped(name: str) -> dict[str, tuple[str, ...]]:
    file = _FOLDER / f"{name}.yaml"
    lists = plain(file.read_text(encoding="utf-8"))
    return {lang: tuple(str(one) for one in found) for lang, found in lists.items() if isinstance(found, list)}
