"""The words of the glossary that a redline never cuts (changes.md 10.1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

from hoshin.translations.glossary import read_file, shipped_entries

_MOST: Final = 5_000
"""Words taken from one file; more would make the pattern that looks for them slow."""
_LONGEST: Final = 80


def glossary_file(language: str) -> str:
    """Where the glossary of a language stands, in a project and among what is shipped."""
    return f"translations/{language}/glossary.yaml"


@lru_cache(maxsize=16)
def glossary_terms(language: str, own: bytes | None = None) -> tuple[str, ...]:
    """The words of a language in the shipped glossary and in the project's own file, each once.

    What is no glossary, or holds a fault, gives no words: a cut in another place changes neither of the two texts.
    """
    return tuple(dict.fromkeys(_words((*shipped_entries(language), *_entries(own, language)), language)))


def _entries(own: bytes | None, language: str) -> Sequence[object]:
    value = None if own is None else read_file(own, glossary_file(language)).value
    terms = value.get("terms") if isinstance(value, Mapping) else None
    return terms[:_MOST] if isinstance(terms, list) else ()


def _words(entries: Iterable[object], language: str) -> Iterator[str]:
    for entry in entries:
        if not isinstance(entry, Mapping):
            continue
        allowed = entry.get("allowed")
        for word in (entry.get(language), *(allowed if isinstance(allowed, Sequence) else ())):
            if isinstance(word, str) and 0 < len(word) <= _LONGEST:
                yield word
