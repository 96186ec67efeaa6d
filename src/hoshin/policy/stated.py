"""Which texts tell a fact: by printing its wording, by `states:`, or by printing its value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from hoshin.policy.index import Index
from hoshin.policy.load import Loaded
from hoshin.policy.placeholders import ARTICLE, find
from hoshin.schema.kinds import BY_KEY
from hoshin.schema.section import Block, Item, ListBlock, Section, Subheading, Unit


def stated_by(loaded: Loaded) -> Mapping[str, tuple[str, ...]]:
    """Paths of facts with the ids of the printed units that tell them, in the order of the document."""
    return tellers(loaded.index, printed(loaded))


def tellers(index: Index, told: Iterable[tuple[str, tuple[str, ...]]]) -> Mapping[str, tuple[str, ...]]:
    """The same from what `printed` gave."""
    found: dict[str, dict[str, None]] = {}
    for unit_id, references in told:
        for reference in references:
            owner = index.owner(reference)
            if owner is not None:
                found.setdefault(owner.path, {})[unit_id] = None
    return {path: tuple(ids) for path, ids in found.items()}


def printed(loaded: Loaded) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every unit that the document prints, in order, with the paths of facts that it tells."""
    texts = {unit.id: unit for unit in loaded.units}
    placed = {"document/title": ("document",)}
    for entry in loaded.index.of_kind("section"):
        if isinstance(entry.value, Section):
            for unit_id, states in _section(entry.path, entry.value, loaded.index):
                placed[unit_id] = (*placed.get(unit_id, ()), *states)
    for unit_id, states in placed.items():
        unit = texts.get(unit_id)
        values = find(unit.text) if unit else ()
        told = [f"{p.fact}/{p.field}" if p.field else p.fact for p in values if p.kind != ARTICLE]
        yield unit_id, tuple(dict.fromkeys((*states, *told)))


def _section(path: str, section: Section, index: Index) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield f"{path}/title", ()
    for block in section.blocks:
        yield from _block(path, block, index)


def _block(path: str, block: Block, index: Index) -> Iterator[tuple[str, tuple[str, ...]]]:
    match block:
        case ListBlock():
            for unit in block.lead:
                yield _unit(path, unit)
            for entity in entities_of(block, index):
                yield f"{entity}/text" if _has_text(index, entity) else f"{entity}/title", (entity,)
            for item in block.items:
                yield from _item(path, item, index)
        case Subheading():
            yield (block.of, (block.of, *block.states)) if block.of else (f"{path}/{block.id}", block.states)
        case _:
            for unit in block.units:
                yield _unit(path, unit)


def _item(path: str, item: Item, index: Index) -> Iterator[tuple[str, tuple[str, ...]]]:
    for unit in item.units:
        yield _unit(path, unit)
    for block in item.blocks:
        yield from _block(path, block, index)


def _unit(path: str, unit: Unit) -> tuple[str, tuple[str, ...]]:
    if unit.of is None:
        return f"{path}/{unit.id}", unit.states
    return text_id(unit.of), (unit.of, *unit.states)


def text_id(reference: str) -> str:
    """The unit that `of:` prints: a fact's own wording unless a field is named."""
    return reference if reference.count("/") > 1 else f"{reference}/text"


def _has_text(index: Index, entity: str) -> bool:
    entry = index.get(entity)
    return entry is not None and getattr(entry.value, "text", None) is not None


def entities_of(block: ListBlock, index: Index) -> tuple[str, ...]:
    """Paths of the entities that a list with `of:` prints, in its `order:` or in list order."""
    kind = BY_KEY.get(block.of or "")
    if kind is None:
        return ()
    found = index.members_of(f"data/{block.within}" if block.within else kind.name)
    ids = {entry.id: None for entry in found}
    chosen = [name for name in block.order if name in ids] if block.order else ids
    return tuple(f"{kind.name}/{name}" for name in chosen)
