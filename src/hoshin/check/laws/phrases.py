"""Lists of plain phrases that heuristics look for, one file a list, by language (rules.md 2.1).

Phrases are words, never patterns: a project may add its own, and a hostile pattern could hang the check.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from msgspec import Struct

from hoshin.kernel.compiled import compiled
from hoshin.kernel.regex import regex

_FOLDER: Final = Path(__file__).parent / "words"
_SPACED: Final = regex(r"[a-z0-9à-ɏ]", re.IGNORECASE)
_PLAIN: Final = regex(r"[a-z0-9à-ɏ]+(?:\s+[a-z0-9à-ɏ]+)*", re.IGNORECASE)
_RUN: Final = regex(r"\w+")


class _Text(Struct, frozen=True):
    """A text in its compatible form; its words in small letters with their places; all of it so, with single spaces."""

    folded: str
    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    flat: str

    def follow(self, first: int, last: int) -> bool:
        """Whether nothing but white space stands between these words."""
        spans = self.spans
        return all(self.folded[spans[at][1] : spans[at + 1][0]].isspace() for at in range(first, last))


@lru_cache(maxsize=1024)
def _read(text: str) -> _Text:
    """Some twenty lists are looked for in each text."""
    folded = unicodedata.normalize("NFKC", text)
    runs = tuple(_RUN.finditer(folded))
    words = tuple(_small(run.group()) for run in runs)
    return _Text(folded, words, tuple(run.span() for run in runs), " ".join(_small(folded).split()))


def _small(text: str) -> str:
    """Small letters; the two letters i of Turkish are the i that they are to a pattern."""
    return text.replace("\u0130", "i").replace("\u0131", "i").lower()


class Phrases(Struct, frozen=True):
    """Phrases of one language; at one place the longest counts. `listed` is each phrase.

    `starts` are those of plain words by their first one, `others` the rest, each as `_Text.flat` would have it.
    `pattern` finds all of them; compiling it takes longer than looking at most documents, so it is asked only about a
    text that seems to have one of the others.
    """

    pattern: re.Pattern[str] | None
    listed: tuple[str, ...] = ()
    starts: Mapping[str, tuple[tuple[str, ...], ...]] = {}
    others: tuple[str, ...] = ()

    def find(self, text: str) -> Iterator[str]:
        """The phrases that stand in a text, as they are written there, in its order."""
        if self.pattern is None:
            return
        read = _read(text)
        if any(other in read.flat for other in self.others):
            yield from (match.group(0) for match in self.pattern.finditer(read.folded))
        elif not self.starts.keys().isdisjoint(read.words):
            yield from self._plain(read)

    def first(self, text: str) -> str:
        """The first of them; empty when there is none."""
        return next(self.find(text), "")

    def _plain(self, read: _Text) -> Iterator[str]:
        at = 0
        while at < len(read.words):
            length = next((len(one) for one in self.starts.get(read.words[at], ()) if _stands(one, read, at)), 0)
            if length:
                yield read.folded[read.spans[at][0] : read.spans[at + length - 1][1]]
            at += length or 1


def _stands(phrase: tuple[str, ...], read: _Text, at: int) -> bool:
    return read.words[at : at + len(phrase)] == phrase and read.follow(at, at + len(phrase) - 1)


@cache
def phrases(name: str, language: str, more: tuple[str, ...] = ()) -> Phrases:
    """The list of that name in a language with more phrases; empty for a language that it does not know."""
    known = (*_shipped(name).get(language.partition("-")[0], ()), *more)
    if not known:
        return Phrases(None)
    ordered = sorted({unicodedata.normalize("NFKC", phrase) for phrase in known}, key=lambda one: (-len(one), one))
    pattern = regex("|".join(_bounded(phrase) for phrase in ordered), re.IGNORECASE)
    starts: dict[str, tuple[tuple[str, ...], ...]] = {}
    others: list[str] = []
    for phrase in ordered:
        words = tuple(_small(phrase).split())
        if _PLAIN.fullmatch(phrase):
            starts[words[0]] = (*starts.get(words[0], ()), words)
        else:
            others.append(" ".join(words))
    return Phrases(pattern, tuple(known), starts, tuple(others))


def _bounded(phrase: str) -> str:
    """The phrase itself, as whole words where its script has spaces; any white space counts as one space."""
    words = r"\s+".join(re.escape(word) for word in phrase.split())
    left = r"\b" if _SPACED.match(phrase[0]) else ""
    right = r"\b" if _SPACED.match(phrase[-1]) else ""
    return f"{left}{words}{right}"


@cache
def _shipped(name: str) -> dict[str, tuple[str, ...]]:
    file = _FOLDER / f"{name}.yaml"
    lists = compiled(file)
    return {lang: tuple(str(one) for one in found) for lang, found in lists.items() if isinstance(found, list)}
