"""Pages of a language that is not ready: the translation of an earlier version, or the source text in its place.

Both say so in the language that the reader asked for. Neither mixes languages: one text, one notice.
"""

from __future__ import annotations

from dataclasses import replace

from hoshin.document.nodes import Document, Foreign, Notice, Paragraph, Text
from hoshin.translations.formats import language_name
from hoshin.translations.locale import Locale
from hoshin.translations.patterns import fill


def held(document: Document, locale: Locale, version: str, date: str) -> Document:
    """The last approved translation, dated: it renders `version` of `date`, and there is a newer one in the source."""
    source = language_name(locale, document.meta.source_lang)
    text = fill(locale.notices.hold, version=version, date=date, language=source)
    return _with(document, Notice("version", (Paragraph((Text(text),)),), "held"))


def in_place_of(source: Document, locale: Locale) -> Document:
    """The source text at the address of the language of `locale`, whose readers are told in their own language."""
    text = fill(locale.notices.source, language=language_name(locale, source.lang))
    said = Foreign(locale.language, (Text(text),))
    return _with(source, Notice("language", (Paragraph((said,)),), "in-place"))


def _with(document: Document, notice: Notice) -> Document:
    return replace(document, notices=(notice, *document.notices))
