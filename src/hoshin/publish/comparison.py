"""Two revisions of a document compared: both sides as they were read, and the report."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from hoshin.diff.cells import Use, cells, former_terms
from hoshin.diff.change import Report
from hoshin.diff.decisions.decide import decide
from hoshin.diff.decisions.read import read_decisions
from hoshin.diff.effective import effective_day
from hoshin.diff.matrix_delta import matrix_delta
from hoshin.diff.run import diff
from hoshin.publish.archive import read_archive
from hoshin.publish.opening import Opened
from hoshin.publish.revision import Revision, of_release
from hoshin.publish.sides import Sides, open_sides, read_side
from hoshin.translations.editions import catalogs, languages, translated_entries
from hoshin.translations.glossary_terms import glossary_file, glossary_terms

_FIRST: Final = "CHG306"
"""The rule of a legal basis where there was none; an older release may have had one."""


class Comparison(Struct, frozen=True):
    """Both sides as they were read, and what changed between them.

    `report` has the classes and notes that people gave in the new side's `changes.yaml`, `computed` none of them.
    """

    old: Opened
    new: Opened
    report: Report
    computed: Report

    def with_matrix(self) -> Report:
        """The report with the rows of the matrix that came and went, as engineers get it."""
        return replace(self.report, matrix=matrix_delta(self.old.loaded, self.new.loaded))


def compare(
    old: Revision, new: Revision, document: str | None, as_of: date | None = None, root: Path | None = None
) -> Comparison:
    """What changed from one revision to the other, by the rules of `as_of` (by default of the new effective date).

    `root` is the project whose older releases count where a legal basis is stated anew (rules.md 8.6). Raises
    NotThereError when a side cannot be read: a broken old revision is never "no changes". Both sides are read before it
    is raised, so that it tells of both.
    """
    return compare_sides((old, new), open_sides((old, new), document), as_of, root)


def compare_sides(
    revisions: tuple[Revision, Revision], sides: Sides, as_of: date | None = None, root: Path | None = None
) -> Comparison:
    """As `compare`, of two sides that were read before."""
    (old, new), (before, after) = revisions, sides
    terms = {lang: terms_of(after, lang) for lang in languages(after.snapshot, after.loaded)}
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


def terms_of(side: Opened, lang: str) -> tuple[str, ...]:
    """Words that a redline never cuts: of the glossary, and those that the document defines, in that language."""
    own = side.snapshot.files.get(glossary_file(lang))
    source = side.loaded.policy.document.source_locale
    entries = {} if lang == source else translated_entries(side.snapshot, side.loaded, lang)
    defined = (
        (entry.text if (entry := entries.get(unit.id)) else "") or unit.text
        for unit in side.loaded.units
        if unit.id.startswith("term/") and unit.id.endswith("/term")
    )
    return tuple(dict.fromkeys((*glossary_terms(lang, own), *defined)))


def _former(root: Path, old: Revision, document: str) -> Mapping[Use, frozenset[str]]:
    """The last legal bases of each use in the releases up to the old side."""
    known: Mapping[Use, frozenset[str]] = {}
    versions = read_archive(root, document).versions
    for release in reversed(versions):
        if old.release is None or release.key <= old.release.key:
            known = former_terms(known, cells(read_side(of_release(release.name, release), document).loaded))
    return known


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
