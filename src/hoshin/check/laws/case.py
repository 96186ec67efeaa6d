"""What the rules of a law look at: the facts that hold for its people, on one day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Final, Generic, Literal, TypeVar, cast

from msgspec import Struct, field
from pydantic import BaseModel

from hoshin.check.laws.outcome import Breach, Exempt, Held, Outcome
from hoshin.check.laws.phrases import Phrases, phrases
from hoshin.check.rule import Subject
from hoshin.kernel.finding import Arg
from hoshin.kernel.place import RawPath
from hoshin.policy.matrix import Cell
from hoshin.policy.units import TextUnit
from hoshin.schema.kinds import BY_KEY
from hoshin.schema.modifiers import Absence
from hoshin.schema.regions import lies_in
from hoshin.schema.walk import hyphened

State = Literal["unstated", "no", "declared", "given"]
"""The four answers of rules.md 1.4: not stated (also `none` without a reason), `none` or `not_required` with one,
`declared` without details, and the details."""

_Model = TypeVar("_Model", bound=BaseModel)
_THERE: Final = frozenset({None, "declared"})


class Fact(Struct, Generic[_Model], frozen=True):
    """A fact with its path (`right/access`), its way through the YAML and its typed value."""

    path: str
    raw: RawPath
    value: _Model

    @property
    def id(self) -> str:
        """Its id; empty for a kind of which there is one."""
        return self.path.partition("/")[2]


class Answer(Struct, frozen=True):
    """What the policy says about a list of facts, or about one fact: the state, and the reason of a no."""

    state: State
    path: str
    raw: RawPath
    reason: str = ""

    def outcomes(self, given: Iterator[Outcome]) -> Iterator[Outcome]:
        """The outcomes of the details where there are any, else what the state itself means (rules.md 1.4)."""
        if self.state == "given":
            yield from given
        elif self.state == "no":
            yield Exempt(self.path, self.reason)
        else:
            yield Breach("unknown" if self.state == "unstated" else "missing", self.path, self.raw)


class Case(Struct, frozen=True, dict=True):
    """One policy under one law, whose terms are `laws`. `day` is that of the law, `today` of the check (rules.md 2.2).

    `subject` holds the facts that apply to the law's people only, `authored` all. `limits` are numbers to compare with,
    `lists` the dated lists of the pack as of `day`, `more_words` phrases of the project, by list and language.
    `untranslated` counts, by language, the texts that are missing or behind, where something is about to be published.
    """

    subject: Subject
    authored: Subject
    day: date
    today: date
    limits: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    lists: Mapping[str, frozenset[str]] = field(default_factory=lambda: MappingProxyType({}))
    more_words: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=lambda: MappingProxyType({}))
    untranslated: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    laws: tuple[str, ...] = ()

    def facts(self, model: type[_Model]) -> tuple[Fact[_Model], ...]:
        """All facts of one type in list order; not those that only say that they are not there."""
        known = self._known.get(model)
        if known is not None:
            return cast("tuple[Fact[_Model], ...]", known)
        found = tuple(fact for fact in self.every(model) if getattr(fact.value, "status", None) in _THERE)
        self._known[model] = found
        return found

    @cached_property
    def _known(self) -> dict[type[BaseModel], object]:
        """Facts that were asked for: many rules ask for the same."""
        return {}

    def the(self, model: type[_Model]) -> Fact[_Model] | None:
        """The one fact of a kind of which there is one."""
        return next(iter(self.facts(model)), None)

    def every(self, model: type[_Model]) -> tuple[Fact[_Model], ...]:
        """All facts of one type, also those whose status says that they are not there."""
        return tuple(
            Fact(path, entry.raw, entry.value)
            for path, entry in self.subject.loaded.index.entries.items()
            if isinstance(entry.value, model)
        )

    def answer(self, key: str) -> Answer:
        """What the policy says under a top-level key: `transfers`, `recipients`, `children`."""
        value = getattr(self.subject.loaded.policy, key)
        if isinstance(value, Absence) or (value is not None and not isinstance(value, tuple)):
            return answer_of(value, key, (key,))
        kind = BY_KEY[key].name
        there = [entry.value for entry in self.subject.loaded.index.members_of(kind)]
        given = [one for one in there if getattr(one, "status", None) in {None, "declared"}]
        if given:
            return Answer("given", key, (key,))
        return answer_of(there[0], key, (key,)) if there else Answer("unstated", key, (key,))

    @cached_property
    def _told(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, dict[str, None]] = {}
        for unit_id, references in self.subject.printed:
            for reference in references:
                found.setdefault(reference, {})[unit_id] = None
        return {reference: tuple(units) for reference, units in found.items()}

    def told(self, path: str, name: str = "") -> tuple[str, ...]:
        """Ids of the printed units that tell a fact, or one field of it (`address`).

        A unit that states the whole fact, and the fact's own text, tell each of its fields.
        """
        if not name:
            return self.subject.told.get(path, ())
        exact = self._told.get(f"{path}/{hyphened(name)}", ())
        return exact or self._told.get(path, ())

    def held(self, fact: Fact[_Model], name: str = "", **args: Arg) -> Iterator[Outcome]:
        """Kept where a text tells the fact or its field, else declared and not printed (rules.md 1.5)."""
        units = self.told(fact.path, name)
        path = f"{fact.path}/{hyphened(name)}" if name else fact.path
        raw = (*fact.raw, name) if name else fact.raw
        yield Held(path, units) if units else Breach("unprinted", path, raw, {"fact": path, **args})

    def field(self, fact: Fact[_Model], name: str, **args: Arg) -> Iterator[Outcome]:
        """A field that must be there and be told by a text."""
        if getattr(fact.value, name) in (None, (), ""):
            yield Breach("missing", f"{fact.path}/{hyphened(name)}", fact.raw, {"fact": fact.path, **args})
        else:
            yield from self.held(fact, name, **args)

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The matrix of the facts that apply."""
        return self.subject.cells

    def cells_of(self, name: Literal["purpose", "recipient", "data"], value: str) -> tuple[Cell, ...]:
        """The rows of the matrix with that purpose, recipient or kind of data, each group made once."""
        groups = self._groups.get(name)
        if groups is None:
            groups = defaultdict(list)
            for cell in self.cells:
                groups[getattr(cell, name)].append(cell)
            self._groups[name] = groups
        return tuple(groups.get(value, ()))

    @cached_property
    def _groups(self) -> dict[str, dict[str, list[Cell]]]:
        return {}

    def is_a(self, term: str, *wanted: str) -> bool:
        """Whether a term is one of those wanted, or narrower than one (`broader:` of own terms counts)."""
        key = (term, wanted)
        known = self._likened.get(key)
        if known is None:
            vocabulary = self.subject.terms.vocabulary
            known = term in wanted or any(vocabulary.is_a(term, other) for other in wanted)
            self._likened[key] = known
        return known

    @cached_property
    def _likened(self) -> dict[tuple[str, tuple[str, ...]], bool]:
        return {}

    def phrases(self, name: str) -> Phrases:
        """A list of phrases (`check/laws/words/<name>.yaml`) in the language of the policy, with the project's own."""
        language = self.subject.language
        return phrases(name, language, self.more_words.get(name, {}).get(language, ()))

    def texts(self, *facts: str) -> tuple[TextUnit, ...]:
        """The printed texts of the document, or those that tell one of the facts, in its order."""
        if not facts:
            return self.subject.prose
        ids = {unit for fact in facts for unit in self.told(fact)}
        return tuple(unit for unit in self.subject.prose if unit.id in ids)


def answer_of(value: BaseModel | None, path: str, raw: RawPath) -> Answer:
    """What one fact, or the statement that there is none, says by its status."""
    status = getattr(value, "status", None)
    reason = getattr(value, "reason", None) or ""
    if value is None or status == "unknown":
        return Answer("unstated", path, raw)
    if status in {"none", "not_required"}:
        return Answer("no" if reason else "unstated", path, raw, reason)
    if status == "declared" and value.model_fields_set <= {"status", "id", "role", "scope", "title"}:
        return Answer("declared", path, raw)
    return Answer("given", path, raw)


def applies_to(regions: tuple[str, ...], stated: tuple[str, ...]) -> bool:
    """Whether a fact with that scope of regions can hold for people of one of `regions`."""
    if not regions or not stated:
        return True
    return any(lies_in(one, other) or lies_in(other, one) for one in regions for other in stated)
