"""Entries whose source text was renewed while the translation stayed as it was (translations.md section 5).

Whoever pastes the present source into an entry silences the check; only a comparison with what stood there before sees
it. Somebody may have found that the translation still fits: then a confirmation of the pair says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.kernel.finding import Finding, Severity, finding
from hoshin.kernel.text import norm
from hoshin.policy.load import Loaded
from hoshin.policy.snapshot import Snapshot
from hoshin.translations.approvals import read_approvals
from hoshin.translations.carried import carry, carry_approvals
from hoshin.translations.catalog import Catalog, Entry, read_catalog
from hoshin.translations.editions import languages
from hoshin.translations.staleness import marked


def restamped(before: Snapshot, after: Snapshot, loaded: Loaded) -> Iterator[Finding]:
    """A finding for each such entry that nobody has confirmed; `loaded` is the document on the new side."""
    for lang in languages(after, loaded)[1:]:
        old, new = (_entries(snapshot, loaded, lang) for snapshot in (before, after))
        approvals = carry_approvals(loaded, read_approvals(after, loaded.name, lang))
        source = loaded.policy.document.source_locale
        for name, entry in new.entries.items():
            earlier = old.entries.get(name)
            if earlier is None or approvals.covers(name, entry, source):
                continue
            if _is_restamped(earlier, entry, (source, lang)):
                change = marked(norm(earlier.source, source), norm(entry.source, source), source)
                yield finding("tr-restamped", Severity.WARNING, name, new.place(name), unit=name, change=change)


def _entries(snapshot: Snapshot, loaded: Loaded, lang: str) -> Catalog:
    return carry(loaded, read_catalog(snapshot, loaded.name, loaded.policy.document.source_locale, lang))


def _is_restamped(earlier: Entry, entry: Entry, langs: tuple[str, str]) -> bool:
    source, lang = langs
    if not (earlier.target and entry.target) or norm(earlier.target, lang) != norm(entry.target, lang):
        return False
    return bool(earlier.source) and norm(earlier.source, source) != norm(entry.source, source)
