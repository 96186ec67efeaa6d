"""Pages of a language that is not ready: the translation of an earlier version, or the source text in its place.

Both say so in the language that the reader asked for. Neither mixes languages: one text, one notice.
"""

from __future__ import annotations

from msgspec.structs import replace

from hoshin.document.nodes import PAGE, Document, Foreign, Inlines, Link, Notice, Paragraph, Text
from hoshin.kernel.errors import NotThereError
from hoshin.translations.formats import language_name
from hoshin.translations.locale import Locale
from hoshin.translations.patterns import fill

_LANGUAGE = "{language}"


def held(document: Document, locale: Locale, version: str, date: str) -> Document:
    """The last approved translation, dated: it renders `version` of `date`, and there is a newer one in the source.

    The name of the source's language leads to its page. Which source text it renders, is told in the same notice.
    """
    source = document.meta.source_lang
    values = {"version": version, "date": date, "language": language_name(locale, source)}
    before, _, after = locale.notices.hold.partition(_LANGUAGE)
    link = Link(f"{PAGE}{document.meta.document}.{source}", (Text(values["language"]),))
    said: Inlines = (Text(fill(before, **values)), link, Text(fill(after, **values)))
    of_source = tuple(block for notice in document.notices if notice.kind == "version" for block in notice.blocks)
    others = tuple(notice for notice in document.notices if notice.kind != "version")
    return replace(document, notices=(Notice("version", (Paragraph(said), *of_source), "held"), *others))


def in_place_of(source: Document, locale: Locale) -> Document:
    """The source text at the address of the language of `locale`, whose readers are told in their own language.

    The page names that of the source as the one to be found (`rel="canonical"`), and itself as nobody's translation.
    """
    text = fill(locale.notices.source, language=language_name(locale, source.lang))
    notice = Notice("language", (Paragraph(_foreign(locale, text)),), "in-place", _foreign(locale, _title(locale)))
    shown = replace(source, meta=replace(source.meta, in_place_of=locale.language))
    return replace(shown, notices=(notice, *shown.notices))


def _foreign(locale: Locale, text: str) -> Inlines:
    return (Foreign(locale.language, (Text(text),)),) if text else ()


def _title(locale: Locale) -> str:
    """The word above the notice; empty for a language whose words for pages are not there yet."""
    try:
        return str(locale.words("document")["notice-language"])
    except (NotThereError, KeyError):
        return ""
