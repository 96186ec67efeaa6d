"""Translation work on an opened document: read beside its languages, changed, and proved to be readable still."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from hoshin.kernel.errors import NotThereError
from hoshin.kernel.finding import Severity
from hoshin.publish.opening import Opened, PolicyError
from hoshin.translations.approvals import Role
from hoshin.translations.approving import Approved, approve
from hoshin.translations.states import Translation, translation
from hoshin.translations.status import translations_of
from hoshin.translations.syncing import Synced, Wish, sync


def open_translations(opened: Opened, wanted: str | None) -> tuple[Translation, ...]:
    """The document beside the languages asked for, or beside all of its translations.

    Raises NotThereError when the document has no translation, or only its source language is asked for.
    """
    there = translations_of(opened.snapshot, opened.loaded)
    asked = None if wanted is None else {word.strip() for word in wanted.split(",")}
    found = tuple(each for each in there if asked is None or each.locale in asked)
    if not found:
        source = opened.loaded.policy.document.source_locale
        raise NotThereError("no-translation", source=source, languages=tuple(each.locale for each in there))
    return found


def write_sync(opened: Opened, made: Translation, wish: Wish) -> Synced:
    """As `sync`; raises PolicyError with the findings when a file could not be read any more."""
    done = sync(opened.snapshot, made, wish)
    _prove(opened, made.locale, {name: new for name, (_, new) in done.files.items()})
    return done


def write_approvals(
    opened: Opened, made: Translation, wanted: Sequence[str], by: tuple[str, Role], date: str
) -> Approved:
    """As `approve`; raises PolicyError with the findings when the file could not be read any more."""
    done = approve(opened.snapshot, made, wanted, by, date)
    _prove(opened, made.locale, {done.file: done.after} if done.units else {})
    return done


def _prove(opened: Opened, locale: str, files: Mapping[str, bytes]) -> None:
    """That the files as they will be have no fault of their form."""
    snapshot = replace(opened.snapshot, files={**opened.snapshot.files, **files})
    made = translation(snapshot, opened.loaded, locale)
    found = (*made.catalog.findings, *made.approvals.findings)
    broken = tuple(
        item for item in found if item.severity is Severity.ERROR and item.place and item.place.file in files
    )
    if broken:
        raise PolicyError("edit-refused", broken, file=", ".join(files))
