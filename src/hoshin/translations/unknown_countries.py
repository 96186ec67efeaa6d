"""Codes of countries that no country has: they would print by their code."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from hoshin.kernel.finding import Finding, Severity, finding
from hoshin.kernel.place import RawPath
from hoshin.policy.load import Loaded
from hoshin.schema.names import COUNTRY_FIELDS
from hoshin.schema.walk import present_fields
from hoshin.translations.locale import Locale


def unknown_countries(loaded: Loaded, locale: Locale) -> Iterator[Finding]:
    """A finding for each code of a country that has no name in the language (Unicode CLDR names all of ISO 3166-1)."""
    for entry in loaded.index.entries.values():
        for code, key, raw in _codes(entry.value, entry.raw):
            if code not in locale.countries:
                place, path = loaded.place(raw), f"{entry.path}/{key}"
                yield finding("DOC124", Severity.ERROR, path, place, message="DOC124.country", key=key, value=code)


def _codes(value: BaseModel, raw: RawPath) -> Iterator[tuple[str, str, RawPath]]:
    """Codes below a value with their keys and places."""
    for name, key, content in present_fields(value):
        for position, part in enumerate(content if isinstance(content, tuple) else (content,)):
            here = (*raw, key, position) if isinstance(content, tuple) else (*raw, key)
            if isinstance(part, BaseModel):
                yield from _codes(part, here)
            elif name in COUNTRY_FIELDS and isinstance(part, str):
                yield part, key, here
