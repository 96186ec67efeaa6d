"""Events and states of storage that a language has no words for: they would print by their id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from msgspec import Struct
from pydantic import BaseModel

from hoshin.kernel.finding import Finding, Severity, finding
from hoshin.kernel.place import RawPath
from hoshin.policy.load import Loaded
from hoshin.policy.nearest import nearest
from hoshin.schema.people import DateAlternative
from hoshin.schema.time_limit import Alternative, Stage, TimeLimit
from hoshin.schema.walk import present_fields
from hoshin.translations.locale import Locale

_EVENTS: Final = ("until", "starts_from", "event")


class OwnWord(Struct, frozen=True):
    """An event or a state by its name, with the fact that has it and its place in the YAML."""

    name: str
    family: str
    fact: str
    raw: RawPath


def own_words(loaded: Loaded) -> tuple[OwnWord, ...]:
    """The events and states of a policy, which every language needs words for."""
    return tuple(
        OwnWord(name, family, entry.path, raw)
        for entry in loaded.index.entries.values()
        for name, family, raw in _words(entry.value, entry.raw)
    )


def unnamed_words(words: Iterable[OwnWord], loaded: Loaded, locale: Locale) -> Iterator[Finding]:
    """A finding for each of the words that is not in the language's `locale.yaml`."""
    for word in words:
        known = locale.events if word.family == "events" else locale.states
        if word.name not in known:
            yield finding(
                "loc-word",
                Severity.WARNING,
                word.fact,
                loaded.place(word.raw),
                message=f"loc-word.{word.family}",
                word=word.name,
                locale=locale.language,
                near=nearest(word.name, known) or next(iter(known)),
                file=f"translations/{locale.language}/locale.yaml",
            )


def _words(value: BaseModel, raw: RawPath) -> Iterator[tuple[str, str, RawPath]]:
    """Words of limits and dates below a value: the word, its family, its place."""
    for name, key, content in present_fields(value):
        if isinstance(value, Stage) and name == "state":
            yield str(content), "states", (*raw, key)
        elif isinstance(value, TimeLimit | Alternative | DateAlternative) and name in _EVENTS:
            if isinstance(content, str):
                yield content, "events", (*raw, key)
        elif isinstance(content, BaseModel):
            yield from _words(content, (*raw, key))
        elif isinstance(content, tuple):
            for position, part in enumerate(content):
                if isinstance(part, BaseModel):
                    yield from _words(part, (*raw, key, position))
