"""A comparison with what people decided about it: the report as it holds, and findings on what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from hoshin.diff.decisions.decide import Decided, Missing, decide
from hoshin.diff.decisions.needs import Need
from hoshin.diff.decisions.read import Decisions, read_decisions
from hoshin.document.change_words import Teller
from hoshin.kernel.finding import Finding, Severity, finding
from hoshin.kernel.place import Place
from hoshin.publish.comparison import Comparison
from hoshin.publish.skeleton import block
from hoshin.publish.telling import sentences, tellers
from hoshin.schema.modifiers import Entity
from hoshin.translations.editions import languages

_RULES: Final[Mapping[Need, str]] = {"decision": "DOC165", "note": "REL103", "second": "DOC164", "meaning": "DOC168"}
_PARTS: Final = 2
"""Steps of the path of a fact with an id."""


class DecidedComparison(Struct, frozen=True):
    """A comparison whose report holds the decisions, and what they lack. `told` has the sentences of each language."""

    comparison: Comparison
    decisions: Decisions
    missing: tuple[Missing, ...]
    findings: tuple[Finding, ...]
    told: Mapping[str, Teller]
    languages: tuple[str, ...]


def with_decisions(comparison: Comparison, language: str, *, released: bool = False) -> DecidedComparison:
    """Join a comparison with the decisions of its new side. `language` is that of comments in what is to be pasted.

    `released` tells that the old side is a release, after which a declared rename has done its work.
    """
    new = comparison.new
    decisions = read_decisions(new.snapshot, new.loaded.name)
    langs = languages(new.snapshot, new.loaded)
    made: Decided = decide(comparison.computed, decisions, langs)
    decided = replace(comparison, report=made.report)
    told = tellers(decided)
    found = (
        *made.findings,
        *(item for missing in made.missing for item in _missing(missing, decisions, told, langs, language)),
        *_renames(decided),
        *_unlike(decided),
        *(_done_renames(decided) if released else ()),
    )
    return DecidedComparison(decided, decisions, made.missing, found, told, langs)


def _missing(
    missing: Missing, decisions: Decisions, told: Mapping[str, Teller], langs: Sequence[str], language: str
) -> Iterator[Finding]:
    """One finding with the whole entry where there is none; one for each empty place of an entry."""
    event = missing.event
    sentence = next(iter(sentences(event, told).values()), event.kind)
    if missing.entry:
        for need in missing.needs:
            yield finding(
                _RULES[need],
                Severity.ERROR,
                event.event_id,
                decisions.place(event.event_id),
                message=f"{_RULES[need]}.entry",
                event=event.event_id,
                file=decisions.file,
                sentence=sentence,
            )
        return
    at = event.source.after
    place = Place(at.file, at.line or 1, at.column or 1) if at.file else decisions.place(event.event_id)
    rule = _RULES[missing.needs[0]]
    yield finding(
        rule,
        Severity.ERROR,
        "/".join(event.path),
        place,
        message=f"{rule}.new",
        file=decisions.file,
        sentence=sentence,
        block=block(missing, told, langs, language),
    )


def _renames(comparison: Comparison) -> Iterator[Finding]:
    """A fact that vanished and one that appeared and look alike: people must say which it is, never the tool."""
    for pair in comparison.report.suspected_renames:
        if pair.before.count("/") + 1 == _PARTS:
            yield finding(
                "DOC166",
                Severity.ERROR,
                pair.after,
                comparison.new.loaded.place_of(pair.after),
                before=pair.before,
                after=pair.after,
                former=pair.before.partition("/")[2],
                ratio=f"{pair.ratio:.2f}",
            )


def _done_renames(comparison: Comparison) -> Iterator[Finding]:
    """`formerly` of facts that the last release had under their new id already."""
    old = comparison.old.loaded.index.entries
    for path, entry in comparison.new.loaded.index.entries.items():
        for former in entry.value.formerly if isinstance(entry.value, Entity) and path in old else ():
            if f"{entry.kind.name}/{former}" not in old:
                place = comparison.new.loaded.place((*entry.raw, "formerly"))
                yield finding("DOC169", Severity.INFO, path, place, fact=path, former=former)


_LEAST: Final = 10
_SHARE: Final = 0.2


def _unlike(comparison: Comparison) -> Iterator[Finding]:
    """Sides that share next to nothing are hardly versions of one document."""
    old, new = (set(side.loaded.index.entries) for side in (comparison.old, comparison.new))
    count, share = min(len(old), len(new)), len(old & new)
    if count >= _LEAST and share < _SHARE * count:
        yield finding("DOC170", Severity.WARNING, "document", None, share=share, count=count)
