"""Events that sum up several raw changes: renames, splits, renumbering, regrouped legal bases."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from hoshin.diff.bodies import Body, Node
from hoshin.diff.canonical import Canonical
from hoshin.diff.compare import RawChange
from hoshin.diff.draft import Draft, summary
from hoshin.diff.references import targets
from hoshin.diff.regroup import same_uses
from hoshin.diff.renames import Declared

_SELECTORS: Final = ("purposes", "data", "recipients")
_CONTENT: Final = ("uses", "items", "channels", "subjects")
_NAMING: Final = frozenset({"title", "text", "formerly", "dpv", "fides", "match", "source-ref", "interpretation"})
"""Fields in which the parts of a purpose may differ from the whole without any other use of data."""


class Sum(Struct, frozen=True):
    """One summing event and the positions of the drafts that it explains."""

    draft: Draft
    explains: tuple[int, ...]


def sums(drafts: Sequence[Draft], old: Canonical, new: Canonical, said: Declared) -> Iterator[Sum]:
    """All summing events that hold between two sides."""
    yield from _renames(drafts, said)
    yield from _splits(drafts, old, new, said)
    yield from _renumbering(drafts, old, new)
    yield from _regrouping(drafts, old, new)
    yield from _addresses(drafts)
    for fact, told in same_uses(drafts, old, new):
        raw = RawChange(fact, (*fact.split("/"), "uses"), "changed")
        yield Sum(summary("PURPOSE_DATA_REGROUPED", raw, "308"), told)


def _renames(drafts: Sequence[Draft], said: Declared) -> Iterator[Sum]:
    for before, after in said.renames.paths.items():
        former = before.partition("/")[2]
        raw = RawChange(after, (*after.split("/"), "id"), "changed", former, after.partition("/")[2])
        echoes = _positions(drafts, (*after.split("/"), "formerly", former), f"{before}")
        yield Sum(summary("ENTITY_ID_RENAMED", raw), echoes)


def _positions(drafts: Sequence[Draft], path: tuple[str, ...], retired: str) -> tuple[int, ...]:
    """The declaration itself and the retired id are echoes of a rename."""
    return tuple(
        position for position, draft in enumerate(drafts) if draft.path in {path, ("document", "retired-ids", retired)}
    )


def _splits(drafts: Sequence[Draft], old: Canonical, new: Canonical, said: Declared) -> Iterator[Sum]:
    """One purpose or section became several, or several became one; facts that grew meanwhile stay events."""
    for one, many in said.splits.items():
        kind = {"purpose": "PURPOSE_SPLIT", "section": "CLAUSE_SPLIT"}.get(one.partition("/")[0])
        if kind:
            yield _division(drafts, kind, (one, many), (old.facts, new.facts), came_apart=True)
    for one, many in said.merges.items():
        kind = {"purpose": "PURPOSES_MERGED", "section": "CLAUSES_JOINED"}.get(one.partition("/")[0])
        if kind:
            yield _division(drafts, kind, (one, many), (new.facts, old.facts), came_apart=False)


def _division(
    drafts: Sequence[Draft],
    kind: str,
    names: tuple[str, tuple[str, ...]],
    sides: tuple[Mapping[str, Body], Mapping[str, Body]],
    *,
    came_apart: bool,
) -> Sum:
    one, many = names
    whole, parts = sides[0].get(one, {}), [sides[1].get(part, {}) for part in many]
    same = all(
        _content(whole, name) == frozenset[str]().union(*(_content(part, name) for part in parts)) for name in _CONTENT
    )
    same = same and all(_rest(part) == _rest(whole) for part in parts)
    ids = [part.partition("/")[2] for part in many]
    before: Node = {one.partition("/")[2]: True}
    after: Node = dict.fromkeys(ids, True)
    sides_ = (before, after) if came_apart else (after, before)
    raw = RawChange(one, tuple(one.split("/")), "changed", *sides_)
    gone = {one} if came_apart else set(many)
    come = (set(many) if came_apart else {one}) if same else set()
    explained = tuple(
        position
        for position, draft in enumerate(drafts)
        if not draft.raw.inside
        and ((draft.raw.op == "removed" and draft.fact in gone) or (draft.raw.op == "added" and draft.fact in come))
    )
    follow = tuple(_following(drafts, one, many, came_apart=came_apart)) if same else ()
    return Sum(summary(kind, raw), (*explained, *follow))


def _following(drafts: Sequence[Draft], one: str, many: tuple[str, ...], *, came_apart: bool) -> Iterator[int]:
    """References to the new ids, from each list that named all the old ones and names all the new ones."""
    old, new = ({one}, set(many)) if came_apart else (set(many), {one})
    ids = tuple({name.partition("/")[2] for name in names} for names in (old, new))
    for position, draft in enumerate(drafts):
        if draft.case is None or draft.raw.op != "added" or not draft.pattern.endswith("*"):
            continue
        if not new & set(targets(draft.path[-2], draft.path[-1])):
            continue
        lists = draft.case.around()
        if all(isinstance(node, Mapping) and name <= node.keys() for node, name in zip(lists, ids, strict=True)):
            yield position


def _rest(body: Body) -> Body:
    """All that a purpose says but its name and what is divided."""
    return {key: node for key, node in body.items() if key not in {*_NAMING, *_CONTENT}}


def _addresses(drafts: Sequence[Draft]) -> Iterator[Sum]:
    """An address of which several parts changed: somebody moved, once."""
    parts: dict[tuple[str, ...], list[int]] = {}
    for position, draft in enumerate(drafts):
        if draft.case and draft.raw.inside[-2:-1] == ("address",):
            parts.setdefault(draft.path[:-1], []).append(position)
    for path, positions in parts.items():
        strongest = max((drafts[position] for position in positions), key=lambda draft: draft.rank)
        case = strongest.case
        if case is None or len(positions) == 1:
            continue
        raw = RawChange(strongest.fact, path, "changed", *case.around())
        whole = replace(case, raw=raw, pattern=case.pattern.rpartition("/")[0])
        yield Sum(replace(strongest, raw=raw, case=whole), tuple(positions))


def _content(body: Body, name: str) -> frozenset[str]:
    node = body.get(name, {})
    return frozenset(node) if isinstance(node, Mapping) else frozenset()


def _renumbering(drafts: Sequence[Draft], old: Canonical, new: Canonical) -> Iterator[Sum]:
    """Section numbers that differ, told once."""
    before, after = _numbers(old), _numbers(new)
    moved = [section for section in after if section in before and before[section] != after[section]]
    if not moved:
        return
    sides = [{name.partition("/")[2]: side[name] for name in moved} for side in (before, after)]
    raw = RawChange("section", ("section",), "changed", *sides)
    flags = tuple(position for position, draft in enumerate(drafts) if draft.kind == "SECTIONS_RENUMBERED")
    yield Sum(summary("SECTIONS_RENUMBERED", raw), flags)


def _numbers(side: Canonical) -> dict[str, str]:
    """The number of each section, empty for one without."""
    found: dict[str, str] = {}
    count = 0
    for section in side.orders.get("section", ()):
        numbered = side.facts.get(section, {}).get("numbered") is not False
        count += numbered
        found[section] = str(count) if numbered else ""
    return found


def _regrouping(drafts: Sequence[Draft], old: Canonical, new: Canonical) -> Iterator[Sum]:
    """Statements of legal bases that were grouped in another way while every link they make stayed.

    Either what they name is the same, or what they reach in the expanded view; one that reaches nothing has no view.
    """
    touched = tuple(
        position
        for position, draft in enumerate(drafts)
        if draft.entity[0] == "legal-basis" and draft.fact != "legal-basis" and draft.raw.op != "moved"
    )
    structural = any(not drafts[at_].raw.inside or drafts[at_].raw.inside[0] in _SELECTORS for at_ in touched)
    if not structural or any(drafts[at_].is_wording for at_ in touched):
        return
    names = {drafts[at_].fact.partition("/")[2] for at_ in touched}
    if _links(old) == _links(new) or _same_cells(old, new, names):
        raw = RawChange("legal-basis", ("legal-basis",), "changed")
        yield Sum(summary("PURPOSE_LEGAL_BASIS_REGROUPED", raw, "308"), touched)


def _same_cells(old: Canonical, new: Canonical, touched: set[str]) -> bool:
    """Whether every use has the same legal bases, with all that qualifies them."""
    views = []
    for side in (old, new):
        qualified = {name: _qualified(side.facts.get(f"legal-basis/{name}", {})) for name in touched}
        there = {name for name in touched if f"legal-basis/{name}" in side.facts}
        reached = frozenset[str]().union(*side.cells.statements.values())
        if not there <= reached:
            return False
        views.append(
            {
                use: frozenset(qualified.get(name, name) for name in names)
                for use, names in side.cells.statements.items()
            }
        )
    return views[0] == views[1]


def _qualified(body: Body) -> str:
    """All that a statement says but for what it is about."""
    kept = {key: node for key, node in body.items() if key not in {*_SELECTORS, "except-purposes", "formerly"}}
    return repr(sorted((key, _sorted(node)) for key, node in kept.items()))


def _links(side: Canonical) -> frozenset[tuple[str, ...]]:
    """Every combination that the statements make, selectors as written, with all that qualifies it."""
    found: set[tuple[str, ...]] = set()
    for fact, body in side.facts.items():
        if not fact.startswith("legal-basis/"):
            continue
        rest = repr(sorted((key, _sorted(node)) for key, node in body.items() if key not in {*_SELECTORS, "formerly"}))
        chosen = [sorted(_content(body, name)) or [""] for name in _SELECTORS]
        found.update((rest, *combination) for combination in _product(chosen))
    return frozenset(found)


def _product(chosen: Sequence[Sequence[str]]) -> Iterator[tuple[str, ...]]:
    if not chosen:
        yield ()
        return
    for head in chosen[0]:
        for tail in _product(chosen[1:]):
            yield (head, *tail)


def _sorted(node: Node) -> object:
    if isinstance(node, Mapping):
        return sorted((key, _sorted(part)) for key, part in node.items())
    return node
