"""One document in all its languages: the source and each overlay applied to it."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from hoshin.kernel.finding import Finding
from hoshin.kernel.text import norm
from hoshin.policy.load import Loaded
from hoshin.policy.snapshot import Snapshot
from hoshin.translations.approvals import Approvals, read_approvals
from hoshin.translations.carried import carry, carry_approvals
from hoshin.translations.catalog import Catalog, Entry, locales_of, read_catalog
from hoshin.translations.judged import terms_of
from hoshin.translations.localize import left_out, localize, untranslated
from hoshin.translations.pseudo import PSEUDO, pseudo
from hoshin.translations.staleness import classify


class Edition(Struct, frozen=True):
    """The document in one language. `catalog` is None for the source; `missing` names units still in the source's.

    `omitted` are those that the language leaves out on purpose.

    `draft` tells that some text was made from another source text than the present one (signs aside), or that no
    person has confirmed it: such an edition is marked 暫定版 wherever it is printed.
    """

    lang: str
    loaded: Loaded
    catalog: Catalog | None = None
    missing: tuple[str, ...] = ()
    draft: bool = False
    omitted: frozenset[str] = frozenset()

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


def translated_entries(snapshot: Snapshot, loaded: Loaded, lang: str) -> Mapping[str, Entry]:
    """The entries of one overlay by the ids that their texts have now; cheaper than the whole edition."""
    return carry(loaded, read_catalog(snapshot, loaded.name, loaded.policy.document.source_locale, lang)).entries


def edition(
    snapshot: Snapshot, loaded: Loaded, lang: str, *, current: bool = False
) -> tuple[Edition, tuple[Finding, ...]]:
    """The document in `lang`, declared renames followed, and the faults of its overlay's file.

    With `current` a translation of what the source does not say any more is as good as none: the page shows the
    present source text, marked, and nobody reads what is overtaken.
    """
    source = loaded.policy.document.source_locale
    if lang == source:
        return Edition(lang, loaded), ()
    if lang in PSEUDO:
        return _pseudo(loaded, lang), ()
    catalog = carry(loaded, read_catalog(snapshot, loaded.name, source, lang))
    draft = not _confirmed(loaded, catalog, carry_approvals(loaded, read_approvals(snapshot, loaded.name, lang)))
    shown = _without_stale(loaded, catalog) if current else catalog
    made = Edition(lang, localize(loaded, shown), catalog, untranslated(loaded, shown), draft, left_out(loaded, shown))
    return made, catalog.findings


def _without_stale(loaded: Loaded, catalog: Catalog) -> Catalog:
    """Without entries whose source has changed in more than its signs."""
    source, terms = loaded.policy.document.source_locale, terms_of(loaded)
    stale = {
        unit.id
        for unit in loaded.units
        if (entry := catalog.entries.get(unit.id)) is not None
        and entry.has_answer
        and not _as_now(norm(entry.source, source), norm(unit.text, source), source, terms)
    }
    return replace(catalog, entries={name: entry for name, entry in catalog.entries.items() if name not in stale})


def _pseudo(loaded: Loaded, lang: str) -> Edition:
    """The document in a pseudo-locale: every text is there, and none says anything."""
    entries = {unit.id: Entry(unit.text, pseudo(unit.text, lang)) for unit in loaded.units}
    catalog = Catalog(lang, "", entries, {})
    return Edition(lang, localize(loaded, catalog), catalog, (), draft=True)


def _confirmed(loaded: Loaded, catalog: Catalog, approvals: Approvals) -> bool:
    """Whether a person has confirmed every text as the translation of the source as it stands now."""
    source = loaded.policy.document.source_locale
    terms = terms_of(loaded)
    return all(
        (entry := catalog.entries.get(unit.id)) is not None
        and _as_now(norm(entry.source, source), norm(unit.text, source), source, terms)
        and approvals.covers(unit.id, entry, source)
        for unit in loaded.units
    )


def _as_now(before: str, now: str, language: str, terms: tuple[str, ...]) -> bool:
    """Whether the source says what it said, its signs aside."""
    return before == now or classify(before, now, language, terms) == "cosmetic"
