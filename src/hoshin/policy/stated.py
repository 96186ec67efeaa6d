"""Which texts tell a fact: by printing its wording, by `states:`, or by printing its value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from hoshin.policy.index import Index
from hoshin.policy.load import Loaded
from hoshin.policy.placeholders import ARTICLE, find
from hoshin.schema.kinds import BY_KEY
from hoshin.schema.references import one_or_many, reference_fields
from hoshin.schema.section import Block, Cell, Item, ListBlock, Section, Subheading, TableBlock, Unit
from hoshin.schema.walk import hyphened


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


def printed_in(loaded: Loaded) -> Mapping[str, tuple[str, ...]]:
    """Ids of the units that each section prints, by its path, in the order of the document."""
    return {
        entry.path: tuple(dict.fromkeys(unit for unit, _ in _section(entry.path, entry.value, loaded.index)))
        for entry in loaded.index.of_kind("section")
        if isinstance(entry.value, Section)
    }


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
        case TableBlock():
            yield from _table(path, block, index)
        case Subheading():
            yield (block.of, (block.of, *block.states)) if block.of else (f"{path}/{block.id}", block.states)
        case _:
            for unit in block.units:
                yield _unit(path, unit)


def _table(path: str, table: TableBlock, index: Index) -> Iterator[tuple[str, tuple[str, ...]]]:
    """A table of facts tells every fact that is a row of it, in whatever columns."""
    if table.caption is not None:
        yield _unit(path, table.caption)
    for column in table.columns:
        if column.text is not None:
            yield f"{path}/{column.id}", ()
    entities = entities_of(table, index)
    if entities:
        yield f"{path}/{table.id}", entities
    for entity in entities:
        for column in table.columns:
            yield f"{entity}/{hyphened(column.field or '')}", (entity, *_named(index, entity, column.field or ""))
    for row in table.rows:
        for cell in row.cells:
            yield from _cell(path, cell, index)
    for note in table.notes:
        yield _unit(path, note)


def _named(index: Index, path: str, field: str) -> Iterator[str]:
    """Facts that a cell prints by their names."""
    value = index.entries[path].value
    for name, _, kinds, full in reference_fields(type(value)):
        if name == field:
            content = getattr(value, name)
            for one in content if isinstance(content, tuple) else (content,):
                paths = (one,) if full else tuple(one_or_many(kind, str(one)) for kind in kinds)
                yield from (known for known in paths if known in index.entries)


def _cell(path: str, cell: Cell, index: Index) -> Iterator[tuple[str, tuple[str, ...]]]:
    if cell.of is not None:
        yield text_id(cell.of), (cell.of, *cell.states)
    elif cell.id is not None:
        yield f"{path}/{cell.id}", cell.states
    for block in cell.blocks:
        yield from _block(path, block, index)


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


def entities_of(block: ListBlock | TableBlock, index: Index) -> tuple[str, ...]:
    """Paths of the entities that a list or table with `of:` prints, in its `order:` or in list order."""
    kind = BY_KEY.get(block.of or "")
    if kind is None:
        return ()
    found = index.members_of(f"data/{block.within}" if block.within else kind.name)
    ids = {entry.id: None for entry in found}
    chosen = [name for name in block.order if name in ids] if block.order else ids
    return tuple(f"{kind.name}/{name}" for name in chosen)
