"""The one way from two revisions to a report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from hoshin.diff.bump import bump_of, counts_of, declared_bump
from hoshin.diff.canonical import Canonical, canonical
from hoshin.diff.cells import Use
from hoshin.diff.change import Change, Report, Revision
from hoshin.diff.claims import claims
from hoshin.diff.compare import compare
from hoshin.diff.draft import Draft, drafts
from hoshin.diff.effective import effective_day
from hoshin.diff.events import Scene, claimed, collisions, event, translated
from hoshin.diff.locales import translations
from hoshin.diff.renames import declared
from hoshin.diff.sums import sums
from hoshin.diff.suspects import suspects
from hoshin.diff.texts import ByLanguage, texts
from hoshin.policy.load import Loaded
from hoshin.version import __version__


class CollisionError(ValueError):
    """Two events of one report have the same id: an approval of one would count for the other."""


def diff(  # noqa: PLR0913 - two sides, each with its texts and its name
    old: Loaded,
    new: Loaded,
    *,
    old_texts: ByLanguage | None = None,
    new_texts: ByLanguage | None = None,
    made_from: ByLanguage | None = None,
    old_revision: str = "old",
    new_revision: str = "new",
    as_of: date | None = None,
    former: Mapping[Use, frozenset[str]] | None = None,
    terms: Mapping[str, Sequence[str]] = MappingProxyType({}),
) -> Report:
    """What changed from `old` to `new`.

    `old_texts` and `new_texts` are the translations by language and unit id, without the source's own; `made_from` are
    the source texts that those of the new side follow: one that follows today's text is not behind. The revisions are
    the names by which the two sides were asked for. Rules and citations are those of `as_of`, by default of the day
    from which the new side is effective; where it names none, those that have no known end. `former` are legal
    bases that uses had in older releases (`cells.former_terms`), `terms` words by language that a redline never cuts.
    Equal sides give a report without events. Raises CollisionError when two events get one id.
    """
    said = declared(old, new)
    before = canonical(old, said.renames, former=former)
    sides = before, canonical(new, like=None if said.renames.paths else (old, before))
    found = drafts(compare(*sides), *sides)
    explained = dict(claims(found))
    made = list(found)
    for sum_ in sums(found, *sides, said):
        explained |= dict.fromkeys(sum_.explains, len(made))
        made.append(sum_.draft)
    both = texts(old, new, old_texts or {}, new_texts or {}, made_from or {}, terms)
    day = as_of or effective_day(new.policy)
    scene = Scene((old, new), sides, both, (old_revision, new_revision), day)
    events = [*_events(made, explained, scene)]
    events += [translated(item, scene) for item in translations(scene.texts, _same_units(*sides))]
    ordered = tuple(sorted(events, key=scene.order))
    if same := tuple(collisions(ordered)):
        raise CollisionError(*same)
    unexplained = [draft for at, draft in enumerate(found) if at not in explained]
    other = old.name if old.name != new.name else None
    return Report(
        document=new.name,
        from_=Revision(revision=old_revision, document=other, version=old.policy.document.version),
        to=Revision(revision=new_revision, version=new.policy.document.version),
        counts=counts_of(ordered),
        bump=bump_of(ordered),
        declared_bump=declared_bump(old.policy.document.version, new.policy.document.version),
        tool=f"hoshin {__version__}",
        events=ordered,
        claimed=tuple(claimed(made[at]) for at in sorted(explained)),
        suspected_renames=suspects(unexplained, new.policy.retired_ids),
    )


def _events(made: Sequence[Draft], explained: Mapping[int, int], scene: Scene) -> Iterator[Change]:
    """One event for each draft that nothing explains; who explains it may itself be explained."""
    parts: dict[int, list[Draft]] = {}
    for at in sorted(explained):
        root = explained[at]
        while root in explained:
            root = explained[root]
        parts.setdefault(root, []).append(made[at])
    for at, draft in enumerate(made):
        if at not in explained:
            yield event(draft, parts.get(at, ()), scene)


def _same_units(old: Canonical, new: Canonical) -> Mapping[str, str]:
    """The old id of each text that both sides have, by its new id."""
    return {
        unit: known[path]
        for fact, units in new.units.items()
        if (known := old.units.get(fact)) is not None
        for path, unit in units.items()
        if path in known
    }
