"""What a check says of the languages of a document: words that are lacking, and its translations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from hoshin.kernel.errors import NotThereError
from hoshin.kernel.finding import Finding, Severity, finding
from hoshin.kernel.place import Place
from hoshin.policy.load import Loaded
from hoshin.policy.snapshot import Snapshot
from hoshin.translations.catalogues import languages as spoken
from hoshin.translations.editions import languages
from hoshin.translations.fallback import is_ready
from hoshin.translations.levels import Gate
from hoshin.translations.locale import FAMILIES, LocaleError, is_code, locale_in
from hoshin.translations.states import Translation
from hoshin.translations.status import check_translations, required, translations_of, unready
from hoshin.translations.unknown_countries import unknown_countries
from hoshin.translations.unnamed_words import own_words, unnamed_words

_NO_LANGUAGE: Final = frozenset({"DOC124.language", "DOC124.language-code"})


def language_findings(snapshot: Snapshot, loaded: Loaded, gate: Gate, today: date | None = None) -> list[Finding]:
    """Faults of the languages, then of the translations into those that there are words for."""
    found = _locale_findings(snapshot, loaded)
    without = {item.path for item in found if item.message_id in _NO_LANGUAGE}
    if loaded.policy.document.source_locale in without:
        return found
    files = tuple(f"translations/{lang}/" for lang in without)
    told = check_translations(snapshot, loaded, gate, today)
    kept = [item for item in told if item.place is None or not item.place.file.startswith(files)]
    return [
        *found,
        *kept,
        *(_not_ready(translations_of(snapshot, loaded, today), snapshot, without) if gate == "release" else ()),
    ]


def _not_ready(all_: Iterable[Translation], snapshot: Snapshot, without: set[str]) -> Iterator[Finding]:
    """Each language whose translation may not be released as it is (REL105)."""
    for made in all_:
        require = required(snapshot, made.locale)
        if made.locale not in without and not is_ready(made, require):
            place = Place(made.catalog.file, 1, 1)
            count = len(unready(made, require))
            yield finding("REL105", Severity.ERROR, made.locale, place, language=made.locale, count=count)


def _locale_findings(snapshot: Snapshot, loaded: Loaded) -> list[Finding]:
    """Faults of the project's `locale.yaml` files, words that they lack, and languages without any."""
    found: list[Finding] = []
    words = own_words(loaded)
    for number, lang in enumerate(languages(snapshot, loaded)):
        try:
            locale = locale_in(snapshot.files, lang)
        except LocaleError as error:
            found += error.findings
            continue
        except NotThereError:
            locale = None
        if locale is None or not all(map(locale.speaks, FAMILIES)):
            place = _announced(snapshot, loaded, lang)
            message = "DOC124.language" if is_code(lang) else "DOC124.language-code"
            found.append(finding("DOC124", Severity.ERROR, lang, place, message=message, value=lang, known=spoken()))
            continue
        found += unnamed_words(words, loaded, locale)
        found += unknown_countries(loaded, locale) if number == 0 else ()
    return found


def _announced(snapshot: Snapshot, loaded: Loaded, lang: str) -> Place | None:
    """Where a language is named: in a file of translations, else in the document itself."""
    file = f"translations/{lang}/{loaded.name}.yaml"
    if file in snapshot.files:
        return Place(file, 1, 1)
    document = loaded.policy.document
    at = ("document", "locales", document.locales.index(lang)) if lang in document.locales else None
    return loaded.place(("document", "source_locale") if lang == document.source_locale or at is None else at)
