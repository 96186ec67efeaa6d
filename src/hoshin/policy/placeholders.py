"""Placeholders in texts: `{kind:id}`, `{kind:id/field}`, `{kind:field}`. Data, not a template language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from hoshin.kernel.regex import regex
from hoshin.schema.kinds import BY_NAME

PATTERN = regex(r"\{ *([a-z][a-z-]{1,30}) *: *([a-z0-9][a-z0-9-]*(?:/[a-z0-9][a-z0-9-]*)*) *\}")
"""What counts as a placeholder. Any other brace is an ordinary character (`check` reports near misses)."""

ARTICLE = "article"
"""The one placeholder that is no kind: the number of a section or of a part of one, as the locale writes it."""


class Placeholder(Struct, frozen=True):
    """One placeholder: the fact that it names and the field of it, empty for the fact's own value."""

    kind: str
    fact: str
    field: str
    written: str


def read(match: re.Match[str]) -> Placeholder:
    """Split a match of PATTERN: a kind of which there is one has a field where others have an id."""
    kind, rest = match.group(1), match.group(2)
    if kind == ARTICLE:
        return Placeholder(kind, f"section/{rest}", "", match.group(0))
    known = BY_NAME.get(kind)
    if known is not None and not known.many:
        return Placeholder(kind, kind, rest, match.group(0))
    head, _, field = rest.partition("/")
    return Placeholder(kind, f"{kind}/{head}", field, match.group(0))


def split(text: str) -> Iterator[str | Placeholder]:
    """The text as plain pieces and placeholders in order; empty pieces are left out."""
    position = 0
    for match in PATTERN.finditer(text):
        if match.start() > position:
            yield text[position : match.start()]
        yield read(match)
        position = match.end()
    if position < len(text):
        yield text[position:]


def find(text: str) -> tuple[Placeholder, ...]:
    """The placeholders of a text in order."""
    if "{" not in text:
        return ()
    return tuple(piece for piece in split(text) if isinstance(piece, Placeholder))
