"""What a pull request does to a policy: changes as decided, findings new and fixed, translations, what is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from msgspec import Struct

from hoshin.check.laws.run import Days
from hoshin.diff.effective import effective_day
from hoshin.diff.merge import Conflict, conflicts
from hoshin.diff.notice import Notice, notice, release_findings
from hoshin.kernel.errors import NotThereError
from hoshin.kernel.finding import Finding, Severity
from hoshin.policy.load import Loaded, Reading
from hoshin.policy.snapshot import Snapshot
from hoshin.publish.comparison import Comparison, compare
from hoshin.publish.decided import DecidedComparison, with_decisions
from hoshin.publish.gate import check_project
from hoshin.publish.notice_days import notice_days
from hoshin.publish.opening import Opened, choose_document
from hoshin.publish.revision import Revision
from hoshin.translations.editions import catalogs
from hoshin.translations.restamped import restamped

_STALE: Final = "tr-stale"
_MISSING: Final = "tr-missing"


class Question(Struct, frozen=True):
    """What a review is asked: when the new side would be published and hold, and in which language it speaks."""

    published: date
    effective: date | None
    language: str
    root: Path | None = None


class Touched(Struct, frozen=True):
    """What a change does to one translation, as ids of texts."""

    language: str
    touched: tuple[str, ...]
    stale: tuple[str, ...]
    missing: int


class Review(Struct, frozen=True):
    """The whole report. `decided` and `gate` are None where one side cannot be read; `unreadable` says which and why.

    `new` are findings that the old side does not have, those on decisions and on the release included; `fixed` the
    reverse; `conflicts` are contradictions with the base branch.
    """

    document: str
    base: str
    head: str
    decided: DecidedComparison | None
    gate: Notice | None
    new: tuple[Finding, ...]
    fixed: tuple[Finding, ...]
    translations: tuple[Touched, ...]
    conflicts: tuple[Conflict, ...] = ()
    unreadable: NotThereError | None = None


def review(
    base: Revision, head: Revision, document: str | None, asked: Question, parent: Revision | None = None
) -> Review:
    """Compare both sides, check both, and join what people decided.

    `parent` is the version that both come from, where the base has moved on since. A side that cannot be read is told,
    and the other is still checked. Raises NotThereError where no document is meant.
    """
    name = choose_document(head.snapshot, document)
    stated = None
    try:
        comparison = compare(base, head, name, asked.effective, asked.root)
    except NotThereError as error:
        days = Days(asked.published, asked.effective)
        found = _open(check_project(head.snapshot, (name,), days))
        return Review(name, base.name, head.name, None, None, found, (), (), unreadable=error)
    stated = effective_day(comparison.new.loaded.policy)
    days = Days(asked.published, asked.effective if stated is None else None)
    after = _checked(comparison.new, days)
    before = after if _same_files(base.snapshot, head.snapshot) else _checked(comparison.old, days)
    decided = with_decisions(comparison, asked.language, released=base.release is not None)
    old, new = comparison.old.loaded, comparison.new.loaded
    report = decided.comparison.report
    gate = notice(report, old, new, notice_days(head.snapshot), published=asked.published, effective=asked.effective)
    renewed = restamped(comparison.old.snapshot, comparison.new.snapshot, new)
    own = (*decided.findings, *release_findings(report, gate, old, new), *renewed)
    return Review(
        name,
        base.name,
        head.name,
        decided,
        gate,
        tuple(dict.fromkeys((*own, *minus(after, before)))),
        minus(before, after),
        tuple(_touched(comparison, after)),
        _contradictions(parent, comparison, name),
    )


def _checked(side: Opened, days: Days) -> tuple[Finding, ...]:
    """The check of a side that was read already."""
    reading = Reading(side.loaded, side.findings[len(side.snapshot.findings) :])
    name = side.loaded.name
    return _open(check_project(side.snapshot, (name,), days, {name: reading}))


def _open(found: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Without what the project has waived."""
    return tuple(item for item in found if item.waived is None)


def _same_files(one: Snapshot, other: Snapshot) -> bool:
    return one.files == other.files and one.findings == other.findings


def minus(some: Iterable[Finding], others: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings of `some` that `others` do not have, wherever they stand: a line that moved is no new finding."""
    left = Counter(_sense(item) for item in others)
    found = []
    for item in some:
        if left[_sense(item)] > 0:
            left[_sense(item)] -= 1
        else:
            found.append(item)
    return tuple(found)


def _sense(item: Finding) -> tuple[object, ...]:
    """What a finding says, without its place and without how many things it speaks of."""
    args = tuple(pair for pair in item.args if not isinstance(pair[1], int))
    file = item.place.file if item.place else ""
    return item.rule, item.message_id, item.path, file, args


def _touched(comparison: Comparison, findings: Sequence[Finding]) -> Iterable[Touched]:
    """For each language but the source's: what changed in its file, and what lags behind on the new side."""
    before = _texts(comparison.old.snapshot, comparison.old.loaded)
    after = _texts(comparison.new.snapshot, comparison.new.loaded)
    for language in dict.fromkeys((*after, *before)):
        old, new = before.get(language, {}), after.get(language, {})
        touched = tuple(sorted(name for name in {*old, *new} if old.get(name) != new.get(name)))
        own = [item for item in findings if item.place and item.place.file.startswith(f"translations/{language}/")]
        stale = tuple(item.path for item in own if item.rule == _STALE)
        missing = sum(int(str(dict(item.args).get("count", 1))) for item in own if item.rule == _MISSING)
        if touched or stale or missing:
            yield Touched(language, touched, stale, missing)


def _texts(snapshot: Snapshot, loaded: Loaded) -> Mapping[str, Mapping[str, str]]:
    return {
        catalog.locale: {name: entry.text for name, entry in catalog.entries.items()}
        for catalog in catalogs(snapshot, loaded)
    }


def _contradictions(parent: Revision | None, comparison: Comparison, document: str) -> tuple[Conflict, ...]:
    """What the base branch and the pull request do to each other since they parted."""
    if parent is None:
        return ()
    try:
        root = compare(parent, parent, document).old.loaded
    except NotThereError:
        return ()
    return conflicts(root, comparison.new.loaded, comparison.old.loaded)


def fails(found: Review, level: str) -> bool:
    """Whether the report reaches a severity (of new findings) or a class (of changes)."""
    severities = tuple(severity.value for severity in Severity)
    if level in severities:
        limit = Severity(level).rank
        return bool(found.conflicts) or any(item.severity.rank <= limit for item in found.new)
    if found.decided is None:
        return True
    classes = ("editorial", "notable", "material")
    limit = classes.index(level)
    return any(classes.index(event.class_) >= limit for event in found.decided.comparison.report.events)
