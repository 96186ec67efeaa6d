"""A document over many revisions: step by step, and the history of one fact (changes.md 7)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Final

from msgspec import Struct

from hoshin.diff.change import Change
from hoshin.diff.reaching import reaching
from hoshin.kernel.errors import HoshinError, NotThereError
from hoshin.policy.nearest import nearest
from hoshin.publish.comparison import Comparison, compare
from hoshin.publish.git import commits_of
from hoshin.publish.opening import choose_document
from hoshin.publish.revision import Revision, archive_of, resolve
from hoshin.publish.telling import sentences, tellers

MOST: Final = 200
"""Revisions that one call compares."""


class Step(Struct, frozen=True):
    """What one revision changed against the one before it."""

    comparison: Comparison
    before: str
    after: str


class Told(Struct, frozen=True):
    """One event of a history: the revision that brought it, what the fact was called then, its sentences."""

    revision: str
    name: str
    event: Change
    sentences: Mapping[str, str]


def steps(revisions: Sequence[Revision], document: str | None) -> Iterator[Step]:
    """Each pair of neighbours compared, oldest first; pairs whose files are the same are left out.

    Raises NotThereError for a revision that cannot be read, HoshinError for too many of them.
    """
    if len(revisions) > MOST:
        raise HoshinError("too-many-revisions", count=len(revisions), limit=MOST)
    for before, after in pairwise(revisions):
        if before.snapshot.files != after.snapshot.files:
            yield Step(compare(before, after, document), before.name, after.name)


def default_revisions(root: Path, document: str | None) -> tuple[Revision, ...]:
    """All releases and the draft; without an archive the commits that touched the project, and the draft."""
    draft = resolve("draft", root, document)
    name = choose_document(draft.snapshot, document)
    versions = archive_of(root, name).versions
    if versions:
        return (*(resolve(version.name, root, name) for version in versions), draft)
    return (*(resolve(f"git:{commit[:12]}", root, name) for commit in commits_of(root, "HEAD", MOST - 1)), draft)


def between(old: Revision, new: Revision, root: Path, document: str | None) -> tuple[Revision, ...]:
    """Releases that lie between two sides, of which the older one is a release."""
    if old.release is None:
        return ()
    versions = archive_of(root, document).versions
    inside = [version for version in versions if version.key > old.release.key]
    if new.release is not None:
        inside = [version for version in inside if version.key < new.release.key]
    return tuple(resolve(version.name, root, document) for version in inside)


def history(entity: str, revisions: Sequence[Revision], document: str | None, langs: Sequence[str]) -> tuple[Told, ...]:
    """Every event of one fact, newest first, under whatever id it had, and those of other facts that reach it.

    What reaches a fact is what makes, ends or changes a link to it, such as a new legal basis for a purpose
    (`diff.reaching`). A name that leads into a fact has the events of that part alone.

    Raises NotThereError when no revision has a fact of that name.
    """
    walked = tuple(_readable(revisions, document))
    if not _known(entity, walked, revisions, document):
        names = {path for step in walked for path in step.comparison.new.loaded.index.entries}
        raise NotThereError("no-such-path", path=entity, near=nearest(entity, names) or "purpose/…")
    found: list[Told] = []
    name = entity
    for step in reversed(walked):
        report = step.comparison.report
        chosen = _events_of(name, step.comparison)
        events = [event for event in report.events if event.event_id in chosen]
        told = tellers(step.comparison, langs) if events else {}
        found += (Told(step.after, name, event, sentences(event, told)) for event in events)
        name = _former(name, step.comparison)
    return tuple(found)


def _readable(revisions: Sequence[Revision], document: str | None) -> Iterator[Step]:
    """Steps between the revisions that can be read: a commit in the middle may be broken, or come before the first."""
    readable: list[Revision] = []
    for revision in revisions:
        try:
            compare(revision, revision, document)
        except NotThereError:
            continue
        readable.append(revision)
    yield from steps(readable, document)


def _known(entity: str, walked: Sequence[Step], revisions: Sequence[Revision], document: str | None) -> bool:
    sides = [side for step in walked for side in (step.comparison.old, step.comparison.new)]
    if not sides and revisions:
        sides = [compare(revisions[-1], revisions[-1], document).new]
    steps_ = entity.split("/")
    owners = (entity, "/".join(steps_[:2]), steps_[0])  # of the one controller, a field follows at once
    return any(name in side.loaded.index.entries for side in sides for name in owners)


def _events_of(name: str, comparison: Comparison) -> frozenset[str]:
    """Ids of the events that belong to a history."""
    report = comparison.report
    inner = {part.event_id: part.path for part in report.claimed}
    found = frozenset(event.event_id for event in report.events if _about(event, name, inner))
    if name.count("/") != 1:
        return found
    return found | reaching(name, report, comparison.old.loaded, comparison.new.loaded)


def _about(event: Change, entity: str, inner: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether an event, or one that it explains, is about the fact, a field of it, or a rename of it."""
    paths = ("/".join(path) for path in (event.path, *(inner[name] for name in event.claims if name in inner)))
    return any(path == entity or path.startswith(f"{entity}/") for path in paths)


def _former(name: str, comparison: Comparison) -> str:
    """The id of the fact on the old side."""
    kind, _, rest = name.partition("/")
    for event in comparison.report.events:
        if event.kind == "ENTITY_ID_RENAMED" and event.before and event.path[:2] == (kind, rest.partition("/")[0]):
            return "/".join((kind, str(event.before.value), *rest.split("/")[1:]))
    return name
