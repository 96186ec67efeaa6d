"""Two revisions of a document compared: the report, and what is made of it in each language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final, Literal

from hoshin.diff.cells import Use, cells, former_terms
from hoshin.diff.change import Report
from hoshin.diff.decisions.decide import decide
from hoshin.diff.decisions.read import read_decisions
from hoshin.diff.effective import effective_day
from hoshin.diff.matrix_delta import matrix_delta
from hoshin.diff.run import diff
from hoshin.document.changelog import Audience, Told, Wordings, changelog_document, told
from hoshin.document.nodes import Document, Language
from hoshin.document.redline_view import Versions, redline_document
from hoshin.document.side_by_side import side_by_side
from hoshin.kernel.errors import NotThereError
from hoshin.policy.load import Loaded
from hoshin.publish.archive import read_archive
from hoshin.publish.build import documents, locale_of
from hoshin.publish.opening import Opened, PolicyError, open_document
from hoshin.publish.revision import Revision, of_release
from hoshin.translations.editions import catalogs, edition, languages
from hoshin.translations.formats import language_name
from hoshin.translations.glossary_terms import glossary_file, glossary_terms

View = Literal["changelog", "redline", "table"]
VIEWS: Final[tuple[View, ...]] = ("changelog", "redline", "table")
AUDIENCES: Final[tuple[Audience, ...]] = ("public", "legal", "engineers")
_FIRST: Final = "CHG306"
"""The rule of a legal basis where there was none; an older release may have had one."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Both sides as they were read, and what changed between them.

    `report` has the classes and notes that people gave in the new side's `changes.yaml`, `computed` none of them.
    """

    old: Opened
    new: Opened
    report: Report
    computed: Report

    def with_matrix(self) -> Report:
        """The report with the rows of the matrix that came and went, as engineers get it."""
        return self.report.model_copy(update={"matrix": matrix_delta(self.old.loaded, self.new.loaded)})


def compare(
    old: Revision, new: Revision, document: str | None, as_of: date | None = None, root: Path | None = None
) -> Comparison:
    """What changed from one revision to the other, by the rules of `as_of` (by default of the new effective date).

    `root` is the project whose older releases count where a legal basis is stated anew (rules.md 8.6). Raises
    NotThereError when a side cannot be read: a broken old revision is never "no changes". Both sides are read before it
    is raised, so that it tells of both.
    """
    before, after = _sides((old, new), document)
    terms = {lang: _terms(after, lang) for lang in languages(after.snapshot, after.loaded)}
    compared = partial(
        diff,
        before.loaded,
        after.loaded,
        old_texts=_translations(before),
        new_texts=_translations(after),
        made_from=_made_from(after),
        old_revision=old.name,
        new_revision=new.name,
        as_of=effective_day(after.loaded.policy) or as_of,
        terms=terms,
    )
    report = compared()
    if root is not None and any(_FIRST in event.rule_ids for event in report.events):
        report = compared(former=_former(root, old, after.loaded.name))
    decisions = read_decisions(after.snapshot, after.loaded.name)
    made = decide(report, decisions, languages(after.snapshot, after.loaded))
    return Comparison(before, after, made.report, report)


def _sides(revisions: tuple[Revision, Revision], document: str | None) -> tuple[Opened, ...]:
    found: list[Opened] = []
    faults: dict[str, str] = {}
    for revision in revisions:
        try:
            found.append(open_document(revision.snapshot, document))
        except PolicyError as error:
            faults[revision.name] = str(error.args_["first"])
    if len(faults) > 1:
        raise NotThereError("unreadable-sides", faults=tuple(f"{name}: {first}" for name, first in faults.items()))
    for name, first in faults.items():
        other = next((revision.name for revision in revisions if revision.name != name), name)
        raise NotThereError("unreadable-side", revision=name, first=first, other=other)
    return tuple(found)


def _terms(side: Opened, lang: str) -> tuple[str, ...]:
    """Words that a redline never cuts: of the glossary, and those that the document defines, in that language."""
    own = side.snapshot.files.get(glossary_file(lang))
    loaded = edition(side.snapshot, side.loaded, lang)[0].loaded
    defined = (unit.text for unit in loaded.units if unit.id.startswith("definition/") and unit.id.endswith("/term"))
    return tuple(dict.fromkeys((*glossary_terms(lang, own), *defined)))


def _former(root: Path, old: Revision, document: str) -> Mapping[Use, frozenset[str]]:
    """The last legal bases of each use in the releases up to the old side."""
    known: Mapping[Use, frozenset[str]] = {}
    versions = read_archive(root, document).versions
    for release in reversed(versions):
        if old.release is None or release.key <= old.release.key:
            known = former_terms(known, cells(read_side(of_release(release.name, release), document).loaded))
    return known


def read_side(revision: Revision, document: str | None) -> Opened:
    """One side of a comparison. Raises NotThereError when it cannot be read."""
    try:
        return open_document(revision.snapshot, document)
    except PolicyError as error:
        raise NotThereError("unreadable-revision", revision=revision.name, first=error.args_["first"]) from error


def _translations(side: Opened) -> Mapping[str, Mapping[str, str]]:
    return {
        catalog.locale: {unit_id: entry.text for unit_id, entry in catalog.entries.items() if entry.text}
        for catalog in catalogs(side.snapshot, side.loaded)
    }


def _made_from(side: Opened) -> Mapping[str, Mapping[str, str]]:
    return {
        catalog.locale: {unit_id: entry.source for unit_id, entry in catalog.entries.items()}
        for catalog in catalogs(side.snapshot, side.loaded)
    }


@dataclass(frozen=True, slots=True)
class _Pair:
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
    names = tuple(Language(lang, language_name(locale_of(comparison.new.snapshot, lang), lang)) for lang in langs)
    for lang in langs:
        made = _view(comparison, report, view, lang, audience)
        name = f"{comparison.new.loaded.name}-{view}"
        yield replace(made, meta=replace(made.meta, document=name, languages=names))


def _view(comparison: Comparison, report: Report, view: View, lang: str, audience: Audience) -> Document:
    pair = _pair(comparison, lang)
    if view == "changelog":
        locale = locale_of(comparison.new.snapshot, lang)
        return changelog_document(report, pair.old, pair.new, locale, pair.wordings, audience)
    (old,), (new,) = (tuple(documents(side, (lang,))) for side in (comparison.old, comparison.new))
    versions = Versions(old, new, _terms(comparison.new, lang))
    if view == "redline":
        return redline_document(report, versions, pair.told, audience)
    return side_by_side(report, versions, pair.told, pair.new, audience)


def _pair(comparison: Comparison, lang: str) -> _Pair:
    old, new = (edition(side.snapshot, side.loaded, lang)[0].loaded for side in (comparison.old, comparison.new))
    locale = locale_of(comparison.new.snapshot, lang)
    wordings = Wordings(locale.words("changes"), locale.words("document"))
    return _Pair(lang, old, new, told(old, new, locale, wordings), wordings)


def changelogs(comparison: Comparison, langs: Sequence[str]) -> tuple[Document, ...]:
    """The changelog for the public in each language."""
    return tuple(views(comparison, "changelog", langs, "public"))
