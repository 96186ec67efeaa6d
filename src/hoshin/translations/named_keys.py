"""Keys and words of the model in a sentence for people: by their names, with the key where people must type it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hoshin.kernel.regex import regex
from hoshin.schema.kinds import BY_KEY
from hoshin.schema.vocabulary import shipped
from hoshin.schema.walk import hyphened
from hoshin.translations.catalogues import group, words
from hoshin.translations.formats import country_name
from hoshin.translations.locale import read_locale

_COUNTRY: Final = regex("[A-Z]{2}")
_BRACKETS: Final = {"ja": ("（", "）")}


def named_key(key: str, language: str, *, typed: bool = True) -> str:
    """The name of a field, family, word, term or country, and the key itself where it is to be typed.

    A key that has no name, or whose name is the key, stands alone.
    """
    name = next(_names(key, language), "")
    if not name or _plain(name) == _plain(key):
        return key if typed or not name else name
    opening, closing = _BRACKETS.get(language.partition("-")[0], (" (", ")"))
    return f"{name}{opening}{key}{closing}" if typed else name


def _names(key: str, language: str) -> Iterator[str]:
    changes, family = words(language, "changes"), BY_KEY.get(key)
    for catalogue, kind, name in (
        (words(language, "laws/general"), "keys", key),
        (changes, "families", family.name if family is not None else ""),
        (changes, "fields", hyphened(key)),
        (changes, "values", key),
        (words(language, "labels"), "terms", key),
    ):
        yield from (found for found in (group(catalogue, kind).get(name),) if found)
    term = shipped().get(key) if ":" in key else None
    if term is not None and (label := term.label_in(language.partition("-")[0]) or term.label):
        yield label
    if _COUNTRY.fullmatch(key) and (country := country_name(read_locale(language, None), key)) != key:
        yield country


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.casefold())
