"""Translation work on an opened document: read beside its languages, changed, and proved to be readable still."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from msgspec.structs import replace

from hoshin.document.bilingual import bilingual_sheet
from hoshin.kernel.errors import HoshinError, NotThereError
from hoshin.kernel.finding import Severity
from hoshin.publish.build import Output, locale_of
from hoshin.publish.exchange_context import context
from hoshin.publish.opening import Opened, PolicyError
from hoshin.renderers.look import Look
from hoshin.renderers.registry import Renderer, renderer
from hoshin.translations.approvals import Role
from hoshin.translations.approving import Approved, approve
from hoshin.translations.catalogues import words
from hoshin.translations.exchange import po, xliff
from hoshin.translations.exchange.glossary_files import as_csv, prh, tbx
from hoshin.translations.exchange.incoming import Taken, UnreadableError, take
from hoshin.translations.exchange.rows import rows
from hoshin.translations.states import Translation, translation
from hoshin.translations.status import translations_of
from hoshin.translations.syncing import Synced, Wish, sync


def open_translations(opened: Opened, wanted: str | None, today: date | None = None) -> tuple[Translation, ...]:
    """The document beside the languages asked for, or beside all of its translations.

    Raises NotThereError when the document has no translation, or only its source language is asked for.
    """
    there = translations_of(opened.snapshot, opened.loaded, today)
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


def write_import(opened: Opened, made: Translation, name: str, data: bytes) -> Taken:
    """Take an exchange file over, XLIFF or PO by its first sign; with findings, and nothing changed, or whole.

    Raises HoshinError for a file that is neither, or too large.
    """
    if len(data) > _LARGEST:
        raise HoshinError("import-unreadable", file=name, line=1, shown=f"> {_LARGEST // 1_000_000} MB")
    try:
        text = data.decode("utf-8-sig")
        reader = xliff.read if text.lstrip().startswith("<") else po.read
        incoming = tuple(reader(text))
    except UnicodeDecodeError as error:
        raise HoshinError("import-unreadable", file=name, line=1, shown=f"byte {error.start}: UTF-8") from error
    except UnreadableError as error:
        raise HoshinError("import-unreadable", file=name, line=error.line, shown=error.shown) from error
    if not incoming:
        raise HoshinError("import-unreadable", file=name, line=1, shown="–")
    taken = take(opened.snapshot, made, incoming, name)
    _prove(opened, made.locale, {taken.file: taken.after} if taken.changed else {})
    return taken


def export(opened: Opened, made: Translation, to: str, look: Look, language: str) -> Output:
    """The exchange file in that format; `language` is that of the words around the bilingual sheet."""
    name = f"{made.loaded.name}.{made.source}-{made.locale}"
    if to in _TEXTS:
        return Output(
            f"{name}.{_ENDINGS.get(to, to)}",
            _TEXTS[to](rows(made, context(opened, made)), made.loaded.name, made.source, made.locale),
        )
    if to in _GLOSSARIES:
        return Output(
            f"glossary.{made.source}-{made.locale}.{_ENDINGS.get(to, to)}",
            _GLOSSARIES[to](made.words.glossary, made.loaded.name),
        )
    locale = locale_of(opened.snapshot, language)
    sheet = bilingual_sheet(made, locale, words(language, "sheet"), words(language, "document"), wide=to == "xlsx")
    return Output(f"{name}.{to}", _sheet_renderer(to)(sheet, look))


def _sheet_renderer(to: str) -> Renderer:
    if to != "xlsx":
        return renderer(to)
    from hoshin.renderers.xlsx.render import render  # noqa: PLC0415 only for this format

    return render


_LARGEST: Final = 20_000_000
_TEXTS: Final = {"po": po.write, "xliff": xliff.write}
_GLOSSARIES: Final = {"tbx": tbx, "csv": as_csv, "prh": prh}
_ENDINGS: Final = {"xliff": "xlf", "prh": "prh.yaml"}
EXPORTS: Final = (*_TEXTS, *_GLOSSARIES, "html", "pdf", "docx", "xlsx")
"""Exchange formats: texts, glossary, bilingual sheet."""


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
