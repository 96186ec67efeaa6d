"""Which raw events another one explains: one edit is told once, and nothing serious hides behind anything mild."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, TypeVar

from msgspec import Struct

from hoshin.diff.bodies import Body
from hoshin.diff.canonical import RETIRED, Path
from hoshin.diff.draft import Draft
from hoshin.diff.references import targets
from hoshin.diff.verdict import at

_MECHANICAL: Final = frozenset({"order/*", "states/*"})
"""Lists of the document side: an entry of a fact that is new says nothing more than that it is new."""
_EMPTY_IS_ALL: Final = frozenset({"uses/*", "order/*", "states/*"})
"""Lists that may run empty; every other one would then speak of all, which is an event of its own."""
_PLAIN_ITEM: Final = frozenset({"CHG203", "CHG205"})
_BESIDE: Final[Mapping[str, tuple[str, ...]]] = {"text": ("kind", "status"), "reason": ("status",)}
"""Fields of a part (a condition, an answer) that only say more of what another field of it says."""


class _Scene(Struct, frozen=True):
    """All drafts, and positions of those that stand for a whole fact, lie in a clause, are about a fact, move it."""

    drafts: Sequence[Draft]
    whole: Mapping[tuple[str, str], int]
    inside: Mapping[tuple[str, str], tuple[int, ...]]
    about: Mapping[str, tuple[int, ...]]
    at: Mapping[Path, int]
    moved: Mapping[str, int]


def claims(drafts: Sequence[Draft]) -> Mapping[int, int]:
    """For each explained draft, by its position, the one that explains it; chains end at their root."""
    scene = _scene(drafts)
    direct = {at_: by for at_, draft in enumerate(drafts) if (by := _claimer(at_, draft, scene)) is not None}
    return {at_: _root(at_, direct) for at_ in direct}


def _scene(drafts: Sequence[Draft]) -> _Scene:
    whole: dict[tuple[str, str], int] = {}
    inside: dict[tuple[str, str], list[int]] = {}
    about: dict[str, list[int]] = {}
    by_path: dict[Path, int] = {}
    moved: dict[str, int] = {}
    for position, draft in enumerate(drafts):
        about.setdefault(draft.fact, []).append(position)
        if draft.raw.op == "moved":
            if draft.pattern == "order/*":
                moved.setdefault(draft.path[-1], position)
            continue
        by_path[draft.path] = position
        if draft.case and not draft.raw.inside:
            whole[draft.raw.op, draft.fact] = position
            if draft.is_clause:
                inside.setdefault((draft.raw.op, _container(draft)), []).append(position)
    return _Scene(drafts, whole, _frozen(inside), _frozen(about), by_path, moved)


_K = TypeVar("_K")


def _frozen(found: Mapping[_K, list[int]]) -> Mapping[_K, tuple[int, ...]]:
    return {key: tuple(positions) for key, positions in found.items()}


def _container(draft: Draft) -> str:
    """The clause, or else the section, that a clause lies in."""
    section = draft.fact.rpartition("/")[0]
    name = str(_body(draft).get("in", "")).partition("#")[0]
    return f"{section}/{name}" if name else section


def _root(start: int, direct: Mapping[int, int]) -> int:
    seen = {start}
    here = direct[start]
    while here in direct and here not in seen:
        seen.add(here)
        here = direct[here]
    return here


def _claimer(position: int, draft: Draft, scene: _Scene) -> int | None:
    """The draft that explains this one, if it is at least as serious."""
    if draft.case is None:
        return None
    return next((by for by in _candidates(draft, scene) if by != position and _may(scene.drafts[by], draft)), None)


def _may(claimer: Draft, claimed: Draft) -> bool:
    """A reference that vanishes with its fact takes its cells along; else the class of the claimer must suffice."""
    return claimer.rank >= claimed.rank or (claimer.raw.op == "removed" == claimed.raw.op and bool(claimed.raw.inside))


def _candidates(draft: Draft, scene: _Scene) -> Iterator[int]:
    if draft.raw.op == "moved":
        if not draft.raw.inside and draft.fact in scene.moved:
            yield scene.moved[draft.fact]
        return
    if draft.raw.inside:
        yield from _for_part(draft, scene)
    if not draft.raw.inside:
        yield from _for_whole(draft, scene)
    elif draft.raw.op in {"added", "removed"} and draft.pattern.endswith("*"):
        yield from _for_reference(draft, scene)
    elif draft.is_wording:
        yield from _for_wording(draft, scene)


def _for_part(draft: Draft, scene: _Scene) -> Iterator[int]:
    """What another field of the same part says already; all that a fact says when it is there after all."""
    fact, inside = draft.path[: -len(draft.raw.inside)], draft.raw.inside
    if len(inside) > 1:
        beside = ((*draft.path[:-1], name) for name in _BESIDE.get(inside[-1], ()))
        yield from (scene.at[path] for path in beside if path in scene.at)
    status = scene.at.get((*fact, "status"))
    if status is not None and scene.drafts[status].kind.endswith(_TURNED.get(draft.raw.op, "-")):
        yield status


_TURNED: Final[Mapping[str, str]] = {"added": "_ADDED", "removed": "_REMOVED"}


def _for_whole(draft: Draft, scene: _Scene) -> Iterator[int]:
    """Items of a category, parts of a section, sentences about facts that come or go with them."""
    operation, fact = draft.raw.op, draft.fact
    body = _body(draft)
    if draft.entity[0] == "data" and "category" in body and set(draft.rules) <= _PLAIN_ITEM:
        yield from _whole(operation, f"data/{body['category']}", scene)
    if draft.is_clause:
        yield from _whole(operation, fact.rpartition("/")[0], scene)
        yield from _whole(operation, _container(draft), scene)
        told = tuple(_owner(name, operation, scene) for name in _told(draft, scene))
        if told and all((operation, other) in scene.whole for other in told):
            yield from _whole(operation, told[0], scene)


def _owner(name: str, operation: str, scene: _Scene) -> str:
    """The fact that a sentence tells, or one of whose fields it tells, if that comes or goes as a whole."""
    steps = name.split("/")
    names = ("/".join(steps[:length]) for length in range(len(steps), 0, -1))
    return next((part for part in names if (operation, part) in scene.whole), name)


def _told(draft: Draft, scene: _Scene) -> tuple[str, ...]:
    """The facts that a clause and all texts in it tell; none if one of its texts tells nothing."""
    body = _body(draft)
    named = body.get("states", {})
    if isinstance(body.get("of"), str) and body.get("type") != "list":
        return (str(body["of"]), *named) if isinstance(named, Mapping) else (str(body["of"]),)
    if "text" in body:
        return tuple(named) if isinstance(named, Mapping) else ()
    inner = [_told(scene.drafts[part], scene) for part in scene.inside.get((draft.raw.op, draft.fact), ())]
    return tuple(fact for facts in inner for fact in facts) if all(inner) else ()


def _for_reference(draft: Draft, scene: _Scene) -> Iterator[int]:
    """A reference that comes or goes with the fact that it names."""
    operation = draft.raw.op
    if draft.pattern == f"{RETIRED}/*":
        if operation == "added":
            yield from _whole("removed", draft.path[-1], scene)
        return
    if operation == "added" and draft.pattern not in _MECHANICAL:
        return
    if operation == "removed" and draft.pattern not in _EMPTY_IS_ALL and not _left(draft):
        return
    field = "data" if draft.pattern in {"uses/*", "fields/*"} else draft.path[-2]
    if draft.pattern == "order/*":  # an item that is in another category now stands in another list
        category = scene.at.get((*draft.path[-1].split("/"), "category"))
        yield from [category] if category is not None else []
    named = (draft.path[-1],) if draft.pattern == "order/*" else targets(field, draft.path[-1])
    for fact in named:
        yield from _whole(operation, fact, scene)


def _left(draft: Draft) -> bool:
    """Whether the list still holds something."""
    return draft.case is not None and bool(at(draft.case.after, draft.raw.inside[:-1]))


def _for_wording(draft: Draft, scene: _Scene) -> Iterator[int]:
    """Words that follow a change of the fact that they tell."""
    case = draft.case
    if case is None or draft.kind == "TEXT_TYPOGRAPHY_CHANGED":
        return
    states = case.after.get("states", {}) if draft.is_clause else {}
    named = tuple(states) if isinstance(states, Mapping) else ()
    owners = [fact for name in named for fact in ("/".join(name.split("/")[:2]), name.partition("/")[0])]
    found = {position for fact in (draft.fact, *owners) for position in scene.about.get(fact, ())}
    explaining = [position for position in found if _explains(scene.drafts[position])]
    yield from sorted(explaining, key=lambda position: (-scene.drafts[position].rank, position))


def _explains(draft: Draft) -> bool:
    """Whether it is a change of facts: no mere wording, title, order or bookkeeping."""
    return draft.rank > 0 and not draft.kind.endswith(("TEXT_CHANGED", "TITLE_CHANGED")) and draft.raw.op != "moved"


def _whole(operation: str, fact: str, scene: _Scene) -> Iterator[int]:
    if (found := scene.whole.get((operation, fact))) is not None:
        yield found


def _body(draft: Draft) -> Body:
    node = draft.raw.after if draft.raw.op == "added" else draft.raw.before
    return node if isinstance(node, Mapping) else {}
