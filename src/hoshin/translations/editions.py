"""One document in all its languages: the source and each overlay applied to it."""

from __future__ import annotations

from dataclasses import dataclass

from hoshin.kernel.finding import Finding
from hoshin.policy.load import Loaded
from hoshin.policy.snapshot import Snapshot
from hoshin.translations.catalog import Catalog, locales_of, read_catalog
from hoshin.translations.localize import localize, untranslated


@dataclass(frozen=True, slots=True)
class Edition:
    """The document in one language. `catalog` is None for the source; `missing` names units still in the source's."""

    lang: str
    loaded: Loaded
    catalog: Catalog | None = None
    missing: tuple[str, ...] = ()

    @property
    def is_source(self) -> bool:
        """Whether this language is the one that legal writes in."""
        return self.catalog is None


def languages(snapshot: Snapshot, loaded: Loaded) -> tuple[str, ...]:
    """The document's languages, the source first."""
    source = loaded.policy.document.source_locale
    others = (*loaded.policy.document.locales, *locales_of(snapshot, loaded.name))
    return tuple(dict.fromkeys((source, *others)))


def catalogs(snapshot: Snapshot, loaded: Loaded) -> tuple[Catalog, ...]:
    """The overlays of all languages but the source."""
    source = loaded.policy.document.source_locale
    return tuple(read_catalog(snapshot, loaded.name, source, lang) for lang in languages(snapshot, loaded)[1:])


def edition(snapshot: Snapshot, loaded: Loaded, lang: str) -> tuple[Edition, tuple[Finding, ...]]:
    """The document in `lang`, and the faults of its overlay's file."""
    source = loaded.policy.document.source_locale
    if lang == source:
        return Edition(lang, loaded), ()
    catalog = read_catalog(snapshot, loaded.name, source, lang)
    return Edition(lang, localize(loaded, catalog), catalog, untranslated(loaded, catalog)), catalog.findings
