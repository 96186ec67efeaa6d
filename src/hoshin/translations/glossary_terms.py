"""The words of the glossary that a redline never cuts (changes.md 10.1)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Final

from hoshin.kernel.overlay import SHIPPED
from hoshin.translations.glossary import read_file

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
    words = (*_shipped(language), *(_words(own, language) if own is not None else ()))
    return tuple(dict.fromkeys(words))


@cache
def _shipped(language: str) -> tuple[str, ...]:
    file = SHIPPED / glossary_file(language)
    return tuple(_words(file.read_bytes(), language)) if file.is_file() else ()


def _words(data: bytes, language: str) -> Iterator[str]:
    value = read_file(data, glossary_file(language)).value
    terms = value.get("terms") if isinstance(value, Mapping) else None
    entries = [entry for entry in terms if isinstance(entry, Mapping)] if isinstance(terms, list) else []
    for entry in entries[:_MOST]:
        allowed = entry.get("allowed")
        for word in (entry.get(language), *(allowed if isinstance(allowed, Sequence) else ())):
            if isinstance(word, str) and 0 < len(word) <= _LONGEST:
                yield word
