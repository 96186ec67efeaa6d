"""What is made of a comparison in each language: the changelog, the redline, both versions side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, Literal

from msgspec import Struct
from msgspec.structs import replace

from hoshin.diff.change import Report
from hoshin.document.changelog import Audience, Told, Wordings, changelog_document, told
from hoshin.document.nodes import Document, Language
from hoshin.document.redline_view import Versions, redline_document
from hoshin.document.side_by_side import side_by_side
from hoshin.policy.load import Loaded
from hoshin.publish.build import documents
from hoshin.publish.comparison import Comparison, terms_of
from hoshin.translations.editions import edition
from hoshin.translations.formats import language_name
from hoshin.translations.locale import locale_in

View = Literal["changelog", "redline", "table"]
VIEWS: Final[tuple[View, ...]] = ("changelog", "redline", "table")
AUDIENCES: Final[tuple[Audience, ...]] = ("public", "legal", "engineers")


class _Pair(Struct, frozen=True):
    """Both sides in one language, and what is needed to tell of them."""

    lang: str
    old: Loaded
    new: Loaded
    told: Told
    wordings: Wordings


def views(comparison: Comparison, view: View, langs: Sequence[str], audience: Audience) -> Iterator[Document]:
    """The view of a comparison in each language, each made when it is asked for.

    A document is named after what it compares and the view: `openwork-redline`.
    """
    report = comparison.with_matrix() if audience == "engineers" else comparison.report
    names = tuple(Language(lang, language_name(locale_in(comparison.new.snapshot.files, lang), lang)) for lang in langs)
    for lang in langs:
        made = _view(comparison, report, view, lang, audience)
        name = f"{comparison.new.loaded.name}-{view}"
        yield replace(made, meta=replace(made.meta, document=name, languages=names))


def _view(comparison: Comparison, report: Report, view: View, lang: str, audience: Audience) -> Document:
    pair = _pair(comparison, lang)
    if view == "changelog":
        locale = locale_in(comparison.new.snapshot.files, lang)
        return changelog_document(report, pair.old, pair.new, locale, pair.wordings, audience)
    (old,), (new,) = (tuple(documents(side, (lang,))) for side in (comparison.old, comparison.new))
    versions = Versions(old, new, terms_of(comparison.new, lang))
    if view == "redline":
        return redline_document(report, versions, pair.told, audience)
    return side_by_side(report, versions, pair.told, pair.new, audience)


def _pair(comparison: Comparison, lang: str) -> _Pair:
    old, new = (edition(side.snapshot, side.loaded, lang)[0].loaded for side in (comparison.old, comparison.new))
    locale = locale_in(comparison.new.snapshot.files, lang)
    wordings = Wordings(locale.words("changes"), locale.words("document"))
    return _Pair(lang, old, new, told(old, new, locale, wordings), wordings)
