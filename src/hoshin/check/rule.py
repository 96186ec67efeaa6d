"""What a rule is: one small file, whose docstring is its page and whose examples are its test."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

from msgspec import Struct, field

from hoshin.check.definitions import Uses, uses
from hoshin.check.nodes import Node, nodes
from hoshin.check.references import Mention, mentions
from hoshin.kernel.finding import Arg, Finding, Severity, finding
from hoshin.kernel.place import RawPath
from hoshin.policy.load import Loaded
from hoshin.policy.matrix import Cell, expand
from hoshin.policy.siblings import Siblings
from hoshin.policy.stated import printed, tellers
from hoshin.policy.terms import Terms
from hoshin.policy.units import TextUnit
from hoshin.policy.wording import Wording, wording


class Subject(Struct, frozen=True, dict=True):
    """What rules look at: one policy in its source language and the words it may use. Derived views are made once."""

    loaded: Loaded
    terms: Terms
    siblings: Siblings = field(default_factory=dict)
    closing: tuple[str, ...] = ()
    """Facts that the lines below the last article tell, in the words of the language alone."""

    @cached_property
    def told(self) -> Mapping[str, tuple[str, ...]]:
        """Facts with the printed units that tell them."""
        return tellers(self.loaded.index, self.printed)

    @cached_property
    def printed(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Printed units in document order with the facts that each tells."""
        lines = (("document/closing", self.closing),) if self.closing else ()
        return (*printed(self.loaded), *lines)

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """The matrix."""
        return expand(self.loaded.index)

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """Every fact and every part of one."""
        return nodes(self.loaded.policy, self.loaded.index)

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Every place where a fact names another."""
        return tuple(mentions(self.nodes))

    @cached_property
    def used(self) -> frozenset[str]:
        """Paths of facts that another fact names."""
        named = {path for mention in self.mentions for path in mention.paths if path != mention.fact}
        return frozenset(named & self.loaded.index.entries.keys())

    @cached_property
    def texts(self) -> Mapping[str, TextUnit]:
        """Texts by id; the first of two with one id."""
        return {unit.id: unit for unit in reversed(self.loaded.units)}

    @cached_property
    def section_ids(self) -> Mapping[str, frozenset[str]]:
        """Ids of blocks, items and units by the path of their section."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for node in self.nodes:
            if node.fact.startswith("section/") and node.path != node.fact:
                found[node.fact].add(node.path.removeprefix(f"{node.fact}/"))
        return {path: frozenset(ids) for path, ids in found.items()}

    @cached_property
    def ids(self) -> Mapping[str, tuple[str, ...]]:
        """Ids by kind."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for entry in self.loaded.index.entries.values():
            found[entry.kind.name].append(entry.id)
        return {kind: tuple(names) for kind, names in found.items()}

    @property
    def language(self) -> str:
        """The language in which the texts are written."""
        return self.loaded.policy.document.source_locale

    @cached_property
    def words(self) -> Wording | None:
        """The words of that language that checks look for, if there is a table."""
        return wording(self.language)

    @cached_property
    def prose(self) -> tuple[TextUnit, ...]:
        """Texts that the document prints, in its order."""
        return tuple(self.texts[unit_id] for unit_id, _ in self.printed if unit_id in self.texts)

    @cached_property
    def definitions(self) -> Mapping[str, Uses]:
        """Which printed texts define and use each defined term."""
        return uses(self.loaded.index, self.nodes, self.prose)


class Fault(Struct, frozen=True):
    """What a rule found: at which fact or text, where in the YAML, and what fills the sentence.

    `variant` chooses among the sentences of a rule that has several (`DOC126.kind`); `severity` is the rule's own
    where it is left out.
    """

    path: str
    raw: RawPath
    args: Mapping[str, Arg] = field(default_factory=dict)
    variant: str = ""
    severity: Severity | None = None


class Rule(Struct, frozen=True):
    """A rule of the catalogue (rules.md 1.2). `slug` reads after "allow".

    `variants` are the sentences that it can say; empty means the one sentence that has the rule's id.
    """

    id: str
    slug: str
    severity: Severity
    find: Callable[[Subject], Iterator[Fault]]
    variants: tuple[str, ...] = ()

    @property
    def messages(self) -> tuple[str, ...]:
        """Names of its entries in the catalogues."""
        return tuple(f"{self.id}.{variant}" for variant in self.variants) or (self.id,)

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """The rule's findings on one policy."""
        for fault in self.find(subject):
            yield finding(
                self.id,
                fault.severity or self.severity,
                fault.path,
                subject.loaded.place(fault.raw),
                message=f"{self.id}.{fault.variant}" if fault.variant else "",
                **fault.args,
            )
