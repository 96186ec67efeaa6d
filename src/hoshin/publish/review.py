"""What a pull request does to a policy: changes as decided, findings new and fixed, translations, what is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from msgspec import Struct

from hoshin.diff.merge import Conflict, conflicts
from hoshin.diff.notice import Notice, notice, release_findings
from hoshin.kernel.errors import NotThereError
from hoshin.kernel.finding import Finding, Severity
from hoshin.policy.load import Loaded
from hoshin.policy.snapshot import Snapshot
from hoshin.publish.comparison import Comparison, compare_sides
from hoshin.publish.decided import DecidedComparison, with_decisions
from hoshin.publish.gate import check_begun
from hoshin.publish.notice_days import notice_days
from hoshin.publish.review_start import Started
from hoshin.publish.revision import Revision
from hoshin.publish.sides import ABSENT, read_side
from hoshin.translations.editions import catalogs
from hoshin.translations.restamped import restamped

_STALE: Final = "tr-stale"
_MISSING: Final = "tr-missing"


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

    @property
    def is_new(self) -> bool:
        """Whether the old side does not have the document yet: all there is to say are findings."""
        fault = self.unreadable
        return fault is not None and fault.message == ABSENT and fault.args_["revision"] == self.base


def review(started: Started, parent: Revision | None = None) -> Review:
    """Compare both sides, check both, and join what people decided.

    `parent` is the version that both come from, where the base has moved on since. A side that cannot be read is told,
    and the other is still checked.
    """
    if isinstance(started.sides, NotThereError):
        (found,) = _checked(started)
        return Review(started.document, *started.names, None, None, found, (), (), unreadable=started.sides)
    asked = started.asked
    comparison = compare_sides(started.revisions, started.sides, asked.effective, asked.root)
    base, head = started.revisions
    decided = with_decisions(comparison, asked.language, released=base.release is not None)
    old, new = comparison.old.loaded, comparison.new.loaded
    report = decided.comparison.report
    gate = notice(report, old, new, notice_days(head.snapshot), published=asked.published, effective=asked.effective)
    renewed = restamped(comparison.old.snapshot, comparison.new.snapshot, new)
    own = (*decided.findings, *release_findings(report, gate, old, new), *renewed)
    checked = _checked(started)
    before, after = checked[0], checked[-1]
    return Review(
        started.document,
        *started.names,
        decided,
        gate,
        tuple(dict.fromkeys((*own, *minus(after, before)))),
        minus(before, after),
        tuple(_touched(comparison, after)),
        _contradictions(parent, comparison, started.document),
    )


def _checked(started: Started) -> tuple[tuple[Finding, ...], ...]:
    """Findings of each side whose check was begun, the new one last."""
    waiting = [check_begun(one.snapshot, (one,), started.days) for one in started.begun]
    return tuple(_open(found()) for found in waiting)


def _open(found: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Without what the project has waived."""
    return tuple(item for item in found if item.waived is None)


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
        root = read_side(parent, document).loaded
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
        return not found.is_new
    classes = ("editorial", "notable", "material")
    limit = classes.index(level)
    return any(classes.index(event.class_) >= limit for event in found.decided.comparison.report.events)
