"""Two revisions of a document compared: the report, and its changelog in each language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from hoshin.diff.change import Report
from hoshin.diff.effective import effective_day
from hoshin.diff.run import diff
from hoshin.document.changelog import Wordings, changelog_document
from hoshin.document.nodes import Document
from hoshin.kernel.errors import NotThereError
from hoshin.publish.build import locale_of
from hoshin.publish.opening import Opened, PolicyError, open_document
from hoshin.publish.revision import Revision
from hoshin.translations.catalogues import words
from hoshin.translations.editions import catalogs, edition


@dataclass(frozen=True, slots=True)
class Comparison:
    """Both sides as they were read, and what changed between them."""

    old: Opened
    new: Opened
    report: Report


def compare(old: Revision, new: Revision, document: str | None, as_of: date | None = None) -> Comparison:
    """What changed from one revision to the other, by the rules of `as_of` (by default of the new effective date).

    Raises NotThereError when a side cannot be read: a broken old revision is never "no changes".
    """
    before, after = _side(old, document), _side(new, document)
    report = diff(
        before.loaded,
        after.loaded,
        old_texts=_translations(before),
        new_texts=_translations(after),
        old_revision=old.name,
        new_revision=new.name,
        as_of=effective_day(after.loaded.policy) or as_of,
    )
    return Comparison(before, after, report)


def _side(revision: Revision, document: str | None) -> Opened:
    try:
        return open_document(revision.snapshot, document)
    except PolicyError as error:
        raise NotThereError("unreadable-side", revision=revision.name, first=error.args_["first"]) from error


def _translations(side: Opened) -> Mapping[str, Mapping[str, str]]:
    return {
        catalog.locale: {unit_id: entry.text for unit_id, entry in catalog.entries.items() if entry.text}
        for catalog in catalogs(side.snapshot, side.loaded)
    }


def changelogs(comparison: Comparison, langs: Sequence[str]) -> tuple[Document, ...]:
    """The changelog for the public in each language."""
    made = []
    for lang in langs:
        old, new = (edition(side.snapshot, side.loaded, lang)[0].loaded for side in (comparison.old, comparison.new))
        wordings = Wordings(words(lang, "changes"), words(lang, "document"))
        locale = locale_of(comparison.new.snapshot, lang)
        made.append(changelog_document(comparison.report, old, new, locale, wordings))
    return tuple(made)
