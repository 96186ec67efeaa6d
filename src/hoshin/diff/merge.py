"""Three-way comparison: contradictions that a merge of text lines does not see (changes.md 9)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Literal

from msgspec import Struct

from hoshin.diff.bodies import Body, Node
from hoshin.diff.canonical import Canonical, Path, canonical
from hoshin.diff.compare import RawChange, compare_facts
from hoshin.diff.references import targets
from hoshin.diff.renames import Renames, declared
from hoshin.policy.load import Loaded
from hoshin.policy.placeholders import find
from hoshin.schema.kinds import BY_NAME

Side = Literal["ours", "theirs"]
_OTHER: Final[Mapping[Side, Side]] = {"ours": "theirs", "theirs": "ours"}
_DECLARATIONS: Final = frozenset({"formerly", "retired-ids"})


class Conflict(Struct, frozen=True):
    """One contradiction.

    `both`: both sides changed one thing to different values. `removed`: one side (`remover`) removes what the other
    changes at `detail`. `named`: one removes a fact that the other now names at `detail`.
    """

    kind: Literal["both", "removed", "named"]
    path: Path
    ours: Node | None = None
    theirs: Node | None = None
    remover: Side | None = None
    detail: Path = ()


def conflicts(base: Loaded, ours: Loaded, theirs: Loaded) -> tuple[Conflict, ...]:
    """Contradictions between what both sides did since `base`; the same edit on both sides is none."""
    root = canonical(base)
    loaded: dict[Side, Loaded] = {"ours": ours, "theirs": theirs}
    renames = {side: declared(base, made).renames for side, made in loaded.items()}
    sides: dict[Side, Canonical] = {side: canonical(made, renames[side].reversed()) for side, made in loaded.items()}
    edits = {side: tuple(compare_facts(root.facts, made.facts)) for side, made in sides.items()}
    found = [
        *_both(edits["ours"], edits["theirs"]),
        *_removed(edits, "ours"),
        *_removed(edits, "theirs"),
        *_named(edits, _gone(edits["ours"], sides["ours"], renames["ours"]), "ours"),
        *_named(edits, _gone(edits["theirs"], sides["theirs"], renames["theirs"]), "theirs"),
        *_renamed(renames["ours"], renames["theirs"]),
    ]
    return tuple(sorted(dict.fromkeys(found), key=lambda item: (item.path, item.kind, item.detail)))


def _both(ours: Sequence[RawChange], theirs: Sequence[RawChange]) -> Iterator[Conflict]:
    """The same place changed to something different on each side."""
    known = {raw.path: raw for raw in theirs}
    for mine in ours:
        other = known.get(mine.path)
        if other is None or set(mine.path) & _DECLARATIONS or mine.after == other.after:
            continue
        if isinstance(mine.after, Mapping) and isinstance(other.after, Mapping):
            yield from _inside(mine.path, mine.after, other.after)
        elif mine.op != "removed" and other.op != "removed":
            yield Conflict("both", mine.path, _shown(mine.after), _shown(other.after))


def _inside(path: Path, mine: Mapping[str, Node], other: Mapping[str, Node]) -> Iterator[Conflict]:
    """Both sides added a thing of one name: what they say about it differently."""
    for key in mine.keys() & other.keys():
        one, two = mine[key], other[key]
        if one == two:
            continue
        if isinstance(one, Mapping) and isinstance(two, Mapping):
            yield from _inside((*path, key), one, two)
        else:
            yield Conflict("both", (*path, key), _shown(one), _shown(two))


def _removed(edits: Mapping[Side, Sequence[RawChange]], remover: Side) -> Iterator[Conflict]:
    """One side removes a thing, the other changes it or something in it."""
    gone = {raw.path for raw in edits[remover] if raw.op == "removed" and not _is_statement(raw)}
    if not gone:
        return
    for raw in _only(edits, _OTHER[remover]):
        if raw.op == "removed" and raw.path in gone:
            continue
        for length in range(1, len(raw.path) + 1):
            if raw.path[:length] in gone and (length < len(raw.path) or raw.op == "changed"):
                yield Conflict("removed", raw.path[:length], remover=remover, detail=raw.path)
                break


def _is_statement(raw: RawChange) -> bool:
    """Whether it says of a whole kind that there is none: the facts of that kind do not lie in it."""
    return len(raw.path) == 1 and BY_NAME[raw.path[0]].many


def _only(edits: Mapping[Side, Sequence[RawChange]], side: Side) -> Iterator[RawChange]:
    """What one side did and the other did not: what both did is no contradiction between them."""
    others = {raw.path: raw for raw in edits[_OTHER[side]]}
    return (raw for raw in edits[side] if others.get(raw.path) != raw)


def _gone(edits: Sequence[RawChange], side: Canonical, renames: Renames) -> Mapping[str, Path]:
    """Facts that one side does not have any more under their name: removed, or renamed."""
    removed = {
        raw.fact: raw.path for raw in edits if raw.op == "removed" and not raw.inside and raw.fact not in side.facts
    }
    return removed | {old: tuple(old.split("/")) for old in renames.paths}


def _renamed(ours: Renames, theirs: Renames) -> Iterator[Conflict]:
    """Both sides gave one fact another name."""
    for old, new in ours.paths.items():
        other = theirs.paths.get(old)
        if other is not None and other != new:
            path = (*old.split("/"), "id")
            yield Conflict("both", path, new.partition("/")[2], other.partition("/")[2])


def _named(edits: Mapping[Side, Sequence[RawChange]], gone: Mapping[str, Path], remover: Side) -> Iterator[Conflict]:
    """One side takes away a name that the other uses anew, by reference or by a placeholder in a text."""
    if not gone:
        return
    for raw in _only(edits, _OTHER[remover]):
        if raw.op == "removed":
            continue
        before = set(_mentions(raw.path, raw.before))
        for fact in dict.fromkeys(_mentions(raw.path, raw.after)):
            if fact in gone and fact not in before:
                yield Conflict("named", gone[fact], remover=remover, detail=raw.path)


def _mentions(path: Path, node: Node | None) -> Iterator[str]:
    """Paths of facts that a changed part names."""
    if node is None:
        return
    if node is True and len(path) > 1:
        yield from targets(path[-2], path[-1])
        if path[-2] == "order":
            yield path[-1]
    elif isinstance(node, str):
        yield from targets(path[-1], node)
        yield from (placeholder.fact for placeholder in find(node) if "{" in node)
    elif isinstance(node, Mapping):
        body: Body = node
        for key, part in body.items():
            yield from _mentions((*path, key), part)
            if path[-1] in {"uses", "fields"}:
                yield f"data/{key}"
    if len(path) > 1 and path[-2] in {"uses", "fields"}:
        yield f"data/{path[-1]}"


def _shown(node: Node | None) -> Node | None:
    """A value, or None for a removal or for a whole body."""
    return None if isinstance(node, Mapping) else node
