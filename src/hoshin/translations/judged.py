"""What the lints say of one translated text, with the place of the translation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from hoshin.kernel.finding import Finding, finding
from hoshin.kernel.place import Place
from hoshin.kernel.text import norm
from hoshin.policy.load import Loaded
from hoshin.policy.placeholders import ARTICLE, find
from hoshin.policy.printable import default_field, printed_value
from hoshin.policy.units import TextUnit
from hoshin.translations.catalog import Catalog, Entry
from hoshin.translations.lints import LINTS
from hoshin.translations.parity import Pair


def judged(loaded: Loaded, catalog: Catalog, unit: TextUnit, entry: Entry) -> Iterator[Finding]:
    """Faults of a translation beside the source text that it was made from: a newer one is told as stale.

    Nothing for a text that is left out or the same on purpose.
    """
    if entry.omit or not entry.target:
        return
    source, locale = loaded.policy.document.source_locale, catalog.locale
    made_from = entry.source or unit.text
    pair = Pair(norm(made_from, source), norm(entry.target, locale), source, locale, _values(loaded, made_from))
    for lint in LINTS:
        for trouble in lint.find(pair):
            yield finding(
                lint.name_in(locale),
                trouble.severity or lint.severity,
                unit.id,
                _place(catalog, entry, locale),
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
