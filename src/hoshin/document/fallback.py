"""Pages of a language that is not ready: the translation of an earlier version, or the source text in its place.

Both say so in the language that the reader asked for. Neither mixes languages: one text, one notice.
"""

from __future__ import annotations

from msgspec.structs import replace

from hoshin.document.nodes import PAGE, Document, Foreign, Inlines, Link, Notice, Paragraph, Text
from hoshin.translations.formats import language_name
from hoshin.translations.locale import Locale
from hoshin.translations.patterns import fill

_LANGUAGE = "{language}"


def held(document: Document, locale: Locale, version: str, date: str) -> Document:
    """The last approved translation, dated: it renders `version` of `date`, and there is a newer one in the source.

    The name of the source's language leads to its page.
    """
    source = document.meta.source_lang
    values = {"version": version, "date": date, "language": language_name(locale, source)}
    before, _, after = locale.notices.hold.partition(_LANGUAGE)
    link = Link(f"{PAGE}{document.meta.document}.{source}", (Text(values["language"]),))
    said: Inlines = (Text(fill(before, **values)), link, Text(fill(after, **values)))
    return _with(document, Notice("version", (Paragraph(said),), "held"))


def in_place_of(source: Document, locale: Locale) -> Document:
    """The source text at the address of the language of `locale`, whose readers are told in their own language.

    The page names that of the source as the one to be found (`rel="canonical"`), and itself as nobody's translation.
    """
    text = fill(locale.notices.source, language=language_name(locale, source.lang))
    said = Foreign(locale.language, (Text(text),))
    shown = replace(source, meta=replace(source.meta, in_place_of=locale.language))
    return _with(shown, Notice("language", (Paragraph((said,)),), "in-place"))


def _with(document: Document, notice: Notice) -> Document:
    return replace(document, notices=(notice, *document.notices))
