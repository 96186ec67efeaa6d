"""Drafts -> events: titles, places in the files, redlines, what is affected, and the two ids."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Final, TypeAlias

from msgspec import Struct
from pydantic import JsonValue

from hoshin.diff.affects import Links, affected, links, place_in_document, units_printing
from hoshin.diff.bodies import Node
from hoshin.diff.canonical import Canonical, Path
from hoshin.diff.change import Change, Claimed, LocaleState, Origin, Side, Source, Subject, event_id, fingerprint
from hoshin.diff.chg import CLASSES
from hoshin.diff.compare import fact_of
from hoshin.diff.draft import Draft
from hoshin.diff.judgement import areas, judged
from hoshin.diff.kinds import KINDS
from hoshin.diff.locales import Translated
from hoshin.diff.rules import CHG
from hoshin.diff.rules.rule import Area, Asked
from hoshin.diff.texts import Texts
from hoshin.kernel.alike import ratio
from hoshin.kernel.place import RawPath
from hoshin.policy.load import Loaded

_REWORDED: Final = "CHG902"
_NO_WORD: Final = frozenset({"TEXT_TYPOGRAPHY_CHANGED", "LINK_CHANGED"})
"""Rewordings that change no word."""
_MOST: Final = 4_000
"""Letters of a text that are compared to tell how alike two wordings are."""
Pairs: TypeAlias = tuple[tuple[str, str], ...]
"""Texts by their old and new id; a side that has none is empty."""


class Scene(Struct, frozen=True, dict=True):
    """Both sides and all that is known about them."""

    loaded: tuple[Loaded, Loaded]
    sides: tuple[Canonical, Canonical]
    texts: Texts
    revisions: tuple[str, str]
    as_of: date | None = None

    @cached_property
    def areas(self) -> frozenset[Area]:
        """Where the laws count that the policy answers to."""
        return areas(side.facts for side in self.sides)

    @cached_property
    def subjects(self) -> dict[str, Subject]:
        """The facts that were named so far, by path."""
        return {}

    @cached_property
    def links(self) -> tuple[Links, Links]:
        """Who names whom, on both sides."""
        old = links(self.loaded[0], self.sides[0])
        return old, links(self.loaded[1], self.sides[1], (self.sides[0], old))

    def order(self, event: Change) -> tuple[int, tuple[int, int], Path, str]:
        """A key for sorting: class, then the order of the document, then the path."""
        facts = self.sides[0].facts if event.after is None else self.sides[1].facts
        rank = place_in_document(fact_of(event.path, facts), event.path, *self.links)
        return (-CLASSES.index(event.class_), rank, event.path, event.kind)


def event(draft: Draft, explained: Sequence[Draft], scene: Scene) -> Change:
    """The event of a draft, with the redlines of what it explains."""
    pairs = tuple(dict.fromkeys(pair for part in (draft, *explained) for pair in _pairs(part, scene)))
    redlines = scene.texts.redlines(pairs)
    flags = () if draft.kind in _NO_WORD else redlines.flags
    rules, class_ = judged(_rules(draft, flags), _asked(draft, scene), scene.as_of, floor="notable" if flags else None)
    is_value = not draft.raw.inside or not isinstance(draft.raw.after or draft.raw.before, Mapping)
    printing = _printing(draft, scene) if is_value and draft.raw.op != "moved" else ()
    before, after = _sides(draft)
    return Change(
        event_id=event_id(draft.kind, draft.entity, draft.path),
        fingerprint=fingerprint(draft.kind, draft.entity, draft.path, before, after),
        kind=draft.kind,
        entity=_subject(draft, scene),
        path=draft.path,
        before=before,
        after=after,
        direction=draft.direction,
        rules=rules,
        class_=class_,
        affects=_affects(draft, scene),
        locales=scene.texts.states(pairs, value=bool(printing)),
        prose=redlines.prose,
        flags=flags,
        units=tuple(dict.fromkeys((*(new or old for old, new in pairs), *printing))),
        claims=tuple(event_id(part.kind, part.entity, part.path) for part in explained),
        likeness=_likeness(draft),
        source=_source(draft, scene),
    )


def _likeness(draft: Draft) -> float | None:
    """Of a text in the source language; of its beginning where it is long."""
    before, after = draft.raw.before, draft.raw.after
    if not draft.is_wording or not isinstance(before, str) or not isinstance(after, str):
        return None
    return round(ratio(before[:_MOST], after[:_MOST]), 3)


def claimed(draft: Draft) -> Claimed:
    """What is kept of a draft that another event explains."""
    before, after = _sides(draft)
    return Claimed(
        event_id=event_id(draft.kind, draft.entity, draft.path),
        kind=draft.kind,
        path=draft.path,
        before=before,
        after=after,
    )


def translated(item: Translated, scene: Scene) -> Change:
    """The event of a translation alone."""
    draft = item.draft
    redlines = scene.texts.redlines(() if draft.kind == "TRANSLATION_STALE" else item.pairs)
    before, after = _sides(draft)
    rules, class_ = judged(draft.rules, _asked(draft, scene), scene.as_of)
    state: LocaleState = "stale" if draft.kind == "TRANSLATION_STALE" else "missing" if after is None else "changed"
    return Change(
        event_id=event_id(draft.kind, draft.entity, draft.path),
        fingerprint=fingerprint(draft.kind, draft.entity, draft.path, before, after),
        kind=draft.kind,
        entity=_subject(draft, scene),
        path=draft.path,
        before=before,
        after=after,
        direction=draft.direction,
        rules=rules,
        class_=class_,
        locales={item.language: state},
        prose={language: line for language, line in redlines.prose.items() if language == item.language},
        flags=() if draft.kind in _NO_WORD else redlines.flags,
        units=tuple(new or old for old, new in item.pairs),
        source=_source(draft, scene),
    )


def _sides(draft: Draft) -> tuple[Side | None, Side | None]:
    before, after = draft.raw.before, draft.raw.after
    if draft.raw.op == "moved":
        return Side(position=_number(before)), Side(position=_number(after))
    if draft.raw.op in {"added", "removed"} and draft.pattern.endswith("*") and True in (before, after):
        name = draft.path[-1]
        return (None, Side(value=name)) if draft.raw.op == "added" else (Side(value=name), None)
    return (
        None if before is None else Side(value=_json(before)),
        None if after is None else Side(value=_json(after)),
    )


def _number(node: Node | None) -> int | None:
    return node if isinstance(node, int) else None


def _json(node: Node) -> JsonValue:
    """Lists of references as lists, bodies as they are."""
    if isinstance(node, Mapping):
        if node and all(part is True for part in node.values()):
            return [*node]
        return {key: _json(part) for key, part in node.items()}
    return node


def _rules(draft: Draft, flags: tuple[str, ...]) -> tuple[str, ...]:
    """The rules of the verdict; a rewording is judged by CHG902 where a number, date or modal word moved."""
    known = KINDS[draft.kind].rules
    if draft.rules and draft.rules != (_REWORDED,):
        return (*draft.rules, _REWORDED) if flags and _REWORDED not in draft.rules else draft.rules
    if flags:
        return (_REWORDED,)
    if _REWORDED in known and draft.is_wording:
        return tuple(rule for rule in known if rule != _REWORDED and CHG[rule] == draft.class_)
    return draft.rules


def _asked(draft: Draft, scene: Scene) -> Asked:
    case = draft.case
    return Asked(
        draft.kind,
        draft.class_,
        draft.direction,
        scene.areas,
        case.before if case else {},
        case.after if case else {},
        (draft.raw.before, draft.raw.after),
    )


def _subject(draft: Draft, scene: Scene) -> Subject:
    kind, name = draft.entity
    return subject(kind, name, scene)


def subject(kind: str, name: str, scene: Scene) -> Subject:
    """A fact as reports name it; made once, since a shared one is named by many events."""
    path = f"{kind}/{name}" if name else kind
    known = scene.subjects.get(path)
    if known is None:
        known = scene.subjects[path] = Subject(type=kind, id=name, title=scene.texts.titles(path, path))
    return known


def _affects(draft: Draft, scene: Scene) -> tuple[Subject, ...]:
    fact = "/".join(draft.entity).rstrip("/")
    return tuple(subject(kind, name, scene) for kind, name in affected(fact, *scene.links))


def _printing(draft: Draft, scene: Scene) -> tuple[str, ...]:
    """The texts that print the value that changed; those of a fact that a list or table prints now, or no more."""
    if draft.is_clause and draft.pattern == "order/*":
        units = scene.sides[draft.raw.op == "added"].units.get(draft.path[-1], {})
        return tuple(units.values())
    if draft.is_clause or draft.entity[0] == "section":
        return ()
    return units_printing(draft.path, draft.fact, scene.links[1])


def _pairs(draft: Draft, scene: Scene) -> Pairs:
    """The texts whose words the draft changes."""
    if draft.case is None or draft.raw.op == "moved":
        return ()
    old = _below(scene.sides[0].units.get(draft.fact), draft.path)
    new = _below(scene.sides[1].units.get(draft.fact), draft.path)
    return tuple((old.get(path, ""), new.get(path, "")) for path in dict.fromkeys((*old, *new)))


def _below(units: Mapping[Path, str] | None, path: Path) -> Mapping[Path, str]:
    if not units:
        return {}
    return {here: unit for here, unit in units.items() if here[: len(path)] == path}


def _source(draft: Draft, scene: Scene) -> Source:
    before = _origin(draft, scene, 0) if draft.raw.op != "added" else Origin(rev=scene.revisions[0])
    after = _origin(draft, scene, 1) if draft.raw.op != "removed" else Origin(rev=scene.revisions[1])
    return Source(before=before, after=after)


def _origin(draft: Draft, scene: Scene, side: int) -> Origin:
    raw = scene.sides[side].raws.get(draft.fact)
    place = scene.loaded[side].place((*raw, *_steps(draft.raw.inside))) if raw is not None else None
    if place is None:
        return Origin(rev=scene.revisions[side])
    return Origin(rev=scene.revisions[side], file=place.file, line=place.line, column=place.column)


def _steps(inside: Path) -> RawPath:
    """The first steps into the YAML that keys alone name; the nearest place is taken for the rest."""
    if not inside:
        return ()
    first = inside[0].replace("-", "_")
    return ("except",) if first in {"exceptions", "except_purposes"} else (first,)


def collisions(events: Sequence[Change]) -> Iterator[str]:
    """Event ids that two events of one report have."""
    seen: dict[str, Path] = {}
    for item in events:
        if item.event_id in seen:
            yield item.event_id
        seen[item.event_id] = item.path
