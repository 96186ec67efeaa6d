"""The document itself as a fact."""

from hoshin.schema.modifiers import Carried
from hoshin.schema.names import Flag, LocaleCode, PlainText, Prose, Url, Version


class DocumentFacts(Carried):
    """Title, source language and version of the document. The source text is written in `source_locale`.

    `standalone` is never printed: the document is apart from terms of service (WP260 para 8).
    """

    title: Prose
    short_title: Prose | None = None
    source_locale: LocaleCode
    locales: tuple[LocaleCode, ...] = ()
    timezone: PlainText | None = None
    version: Version | None = None
    url: Url | None = None
    standalone: Flag | None = None
