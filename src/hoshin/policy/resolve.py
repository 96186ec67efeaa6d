"""The policy as it holds in one situation: what is meant for others is left out, and nothing points there any more.

The authored policy stays what people write and check; this is the resolved view of it (model.md section 5).
"""

from __future__ import annotations

from typing import Final, TypeVar

from msgspec.structs import replace
from pydantic import BaseModel

from hoshin.policy.index import Entry, Index
from hoshin.policy.load import Loaded, assemble
from hoshin.policy.scopes import Overlays, Situation, holds, overlays
from hoshin.schema.document_facts import DocumentFacts
from hoshin.schema.keeping import Retention, RetentionException
from hoshin.schema.kinds import BY_KEY
from hoshin.schema.modifiers import Scope
from hoshin.schema.purpose import Commitment, LegalBasis
from hoshin.schema.recipient import Recipient, Transfer
from hoshin.schema.references import one_or_many, reference_fields
from hoshin.schema.section import Cell, ListBlock, Subheading, TableBlock, Unit

_STATEMENTS: Final = (LegalBasis, Retention, RetentionException, Commitment, Recipient, Transfer)
_SELECTORS: Final = frozenset({"purposes", "data", "recipients", "of"})
"""What group statements speak of: without any that it named, one says nothing (an empty list would mean all)."""
_PRINTED: Final = frozenset({"items", "rows", "order"})
"""What lists and tables print: one that lost it all goes with its lead-in."""
_Model = TypeVar("_Model", bound=BaseModel)


def resolve(loaded: Loaded, situation: Situation, known: Overlays | None = None) -> Loaded:
    """The policy in that situation. Ids, texts and places are those of the authored policy.

    `known` says which scopes cover the situation; by default the overlays of the policy do.

    A fact is left out when its scope, or that of the category that holds it, excludes the situation. References to it
    go with it, and a group statement all of whose members went. Without a situation the policy is returned as it is.
    """
    if not situation:
        return loaded
    resolver = _Resolver(loaded.index, situation, known or overlays(loaded.index))
    policy = resolver.part(loaded.policy)
    assert policy is not None  # noqa: S101 a policy itself has no scope, and its document always holds
    return _placed(assemble(loaded.name, policy, loaded.places), loaded)


def _placed(made: Loaded, authored: Loaded) -> Loaded:
    """The same with every fact and text where it stands in the files."""

    def at_home(entry: Entry) -> Entry:
        return replace(entry, raw=authored.index.entries[entry.path].raw)

    def all_at_home(groups: dict[str, tuple[Entry, ...]]) -> dict[str, tuple[Entry, ...]]:
        return {name: tuple(at_home(entry) for entry in group) for name, group in groups.items()}

    index = Index(
        {path: at_home(entry) for path, entry in made.index.entries.items()},
        made.index.duplicates,
        all_at_home(dict(made.index.kinds)),
        all_at_home(dict(made.index.members)),
    )
    raws = {unit.id: unit.raw for unit in authored.units}
    units = tuple(replace(unit, raw=raws.get(unit.id, unit.raw)) for unit in made.units)
    return Loaded(made.name, made.policy, index, units, made.places)


class _Resolver:
    """Copies models without what does not hold."""

    def __init__(self, index: Index, situation: Situation, known: Overlays) -> None:
        self._index = index
        self._situation = situation
        self._known = known
        self._gone = frozenset(path for path, entry in index.entries.items() if not self._entry_holds(entry))

    def _entry_holds(self, entry: Entry) -> bool:
        parent = self._index.get(entry.parent) if entry.parent else None
        return self._holds(entry.value) and (parent is None or self._holds(parent.value))

    def _holds(self, value: BaseModel) -> bool:
        """Whether the value is meant for the situation; the document itself is what was asked for."""
        if isinstance(value, DocumentFacts):
            return True
        scope = getattr(value, "scope", None)
        return not isinstance(scope, Scope) or holds(scope, self._situation, self._known)

    def part(self, value: _Model) -> _Model | None:
        """A copy of a model, or None where it does not hold or says nothing any more."""
        if not self._holds(value) or self._names_gone(value):
            return None
        changed: dict[str, object] = {}
        for name in type(value).model_fields:
            if name not in value.model_fields_set:
                continue
            content = getattr(value, name)
            if isinstance(content, BaseModel):
                kept: object = self.part(content)
            elif isinstance(content, tuple) and content and isinstance(content[0], BaseModel):
                kept = self._parts(content)
            else:
                continue
            if kept != content:
                changed[name] = kept
        changed |= self._references(value)
        emptied = {name for name, content in changed.items() if content == ()}
        if any(
            type(value).model_fields[name].is_required() and content in (None, ()) for name, content in changed.items()
        ):
            return None
        if isinstance(value, _STATEMENTS) and emptied & _SELECTORS:
            return None
        if isinstance(value, ListBlock | TableBlock) and (emptied & _PRINTED or self._prints_nothing(value)):
            return None
        return value.model_copy(update=changed) if changed else value

    def _parts(self, content: tuple[BaseModel, ...]) -> tuple[BaseModel, ...]:
        """The parts that hold; a cell that does not leaves its place in the row empty."""
        found = ((item, self.part(item)) for item in content)
        return tuple(part or Cell() for item, part in found if part is not None or isinstance(item, Cell))

    def _names_gone(self, value: BaseModel) -> bool:
        """Whether a text prints a fact that is gone, or a statement is about one."""
        if isinstance(value, Unit | Subheading | Cell) and value.of is not None:
            owner = self._index.owner(value.of)
            return owner is not None and owner.path in self._gone
        fields = type(value).model_fields
        named = (name for name, _, _, _ in reference_fields(type(value)) if fields[name].is_required())
        return any(self._is_gone(value, name) for name in named)

    def _prints_nothing(self, block: ListBlock | TableBlock) -> bool:
        """Whether all the facts that a block prints are gone."""
        kind = BY_KEY.get(block.of or "")
        found = self._index.members_of(f"data/{block.within}" if block.within else kind.name) if kind else ()
        return bool(found) and all(entry.path in self._gone for entry in found)

    def _is_gone(self, value: BaseModel, name: str) -> bool:
        content = getattr(value, name)
        return isinstance(content, str) and self._refers_to_gone(type(value), name, content)

    def _refers_to_gone(self, model: type[BaseModel], field: str, name: str) -> bool:
        for known, _, kinds, full in reference_fields(model):
            if known == field:
                paths = {name} if full else {one_or_many(kind, name) for kind in kinds}
                there = {path for path in paths if self._index.get(path) is not None}
                return bool(there) and there <= self._gone
        return False

    def _references(self, value: BaseModel) -> dict[str, object]:
        """Fields that named facts which are gone, without them."""
        changed: dict[str, object] = {}
        for name, _, _, _ in reference_fields(type(value)):
            content = getattr(value, name)
            if isinstance(content, tuple):
                kept: object = tuple(one for one in content if not self._refers_to_gone(type(value), name, one))
            elif isinstance(content, str) and content != "any":
                kept = None if self._refers_to_gone(type(value), name, content) else content
            else:
                continue
            if kept != content:
                changed[name] = kept
        return changed | self._told(value)

    def _told(self, value: BaseModel) -> dict[str, object]:
        """What the document side says of facts: `states`, `order`."""
        changed: dict[str, object] = {}
        states = getattr(value, "states", None)
        if isinstance(states, tuple) and states:
            kept = tuple(path for path in states if not self._owner_gone(path))
            if kept != states:
                changed["states"] = kept
        if isinstance(value, ListBlock | TableBlock) and value.order:
            gone = {path.partition("/")[2] for path in self._gone}
            kept = tuple(name for name in value.order if name not in gone)
            if kept != value.order:
                changed["order"] = kept
        return changed

    def _owner_gone(self, path: str) -> bool:
        owner = self._index.owner(path)
        return owner is not None and owner.path in self._gone
