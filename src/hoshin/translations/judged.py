"""What the lints say of one translated text, with the place of the translation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from msgspec import Struct, field

from hoshin.kernel.finding import Finding, finding
from hoshin.kernel.place import Place
from hoshin.kernel.text import norm
from hoshin.policy.load import Loaded
from hoshin.policy.placeholders import ARTICLE, find
from hoshin.policy.printable import default_field, printed_value
from hoshin.policy.units import TextUnit
from hoshin.policy.wording import Wording
from hoshin.translations.catalog import Catalog, Entry
from hoshin.translations.glossary import Glossary
from hoshin.translations.lints import LINTS, WHOLE_LINTS
from hoshin.translations.parity import Lint, Pair, Trouble, WholeLint

_Key = tuple[str, str, tuple[tuple[str, object], ...], tuple[str, ...]]
_Told = tuple[tuple[Lint, Trouble], ...]
_MOST: Final = 10_000
"""Texts whose faults are remembered."""


class Words(Struct, frozen=True, eq=False):
    """What the lints know of the two languages: the glossary, and tables made from the project's own files.

    `told` remembers what the lints said: of two revisions with the same words, most texts are the same.
    """

    glossary: Glossary
    tables: Mapping[str, Wording] = field(default_factory=dict)
    told: dict[_Key, _Told] = field(default_factory=dict)


def judged(loaded: Loaded, catalog: Catalog, words: Words) -> Mapping[str, tuple[Finding, ...]]:
    """Faults of each translation beside the source text that it was made from: a newer one is told as stale.

    Nothing for a text that is left out or the same on purpose.
    """
    pairs = {
        unit.id: _pair(loaded, catalog, (unit, entry), words)
        for unit in loaded.units
        if (entry := catalog.entries.get(unit.id)) is not None and entry.target and not entry.omit
    }
    found: dict[str, list[Finding]] = {name: [] for name in pairs}
    for name, pair in pairs.items():
        found[name] += (_told(lint, trouble, name, catalog) for lint, trouble in _troubles(pair, words))
    for whole in WHOLE_LINTS if catalog.locale.partition("-")[0] == "ja" else ():
        for name, trouble in whole.find(tuple(pairs.items())):
            found[name].append(_told(whole, trouble, name, catalog))
    return {name: tuple(items) for name, items in found.items()}


def _troubles(pair: Pair, words: Words) -> _Told:
    """What every lint says of the pair."""
    key = pair.source, pair.target, tuple(pair.values.items()), pair.terms
    told = words.told.get(key)
    if told is None:
        told = tuple((lint, trouble) for lint in LINTS for trouble in lint.find(pair))
        if len(words.told) < _MOST:
            words.told[key] = told
    return told


def _pair(loaded: Loaded, catalog: Catalog, texts: tuple[TextUnit, Entry], words: Words) -> Pair:
    unit, entry = texts
    source, locale = loaded.policy.document.source_locale, catalog.locale
    made_from = entry.source or unit.text
    return Pair(
        norm(made_from, source),
        norm(entry.target, locale),
        source,
        locale,
        _values(loaded, made_from),
        words.glossary,
        terms_of(loaded),
        words.tables,
    )


def _told(lint: Lint | WholeLint, trouble: Trouble, name: str, catalog: Catalog) -> Finding:
    return finding(
        lint.name_in(catalog.locale),
        trouble.severity or lint.severity,
        name,
        _place(catalog, catalog.entries[name], catalog.locale),
        message=f"{lint.id}.{trouble.variant}" if trouble.variant else lint.id,
        **trouble.args,
    )


def _place(catalog: Catalog, entry: Entry, locale: str) -> Place:
    return catalog.places.get((*entry.raw, locale)) or catalog.place_of(entry)


def _values(loaded: Loaded, text: str) -> Mapping[str, object]:
    """What the placeholders of a text stand for."""
    found: dict[str, object] = {}
    for placeholder in find(text) if "{" in text else ():
        entry = loaded.index.get(placeholder.fact)
        if entry is not None and placeholder.kind != ARTICLE:
            field = placeholder.field or default_field(entry.value)
            if field is not None:
                found[placeholder.written.replace(" ", "")] = printed_value(entry.value, field)
    return found


def terms_of(loaded: Loaded) -> tuple[str, ...]:
    """Labels of the defined terms."""
    terms = (getattr(entry.value, "term", "") for entry in loaded.index.of_kind("term"))
    return tuple(term for term in terms if term)
