"""Facts that the text tells, as short lines that keep every hedge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from pydantic import BaseModel

from hoshin.document.nodes import Inline, Inlines, Text
from hoshin.document.texts import Printer
from hoshin.document.values import Facts
from hoshin.policy.index import Entry
from hoshin.schema.modifiers import Carried, Entity, Scope
from hoshin.schema.party import Officer, Party
from hoshin.schema.section import Block, ListBlock, Section
from hoshin.translations.catalogues import group, sentence
from hoshin.translations.formats import enumeration, language_name, region_name

_DENIED = frozenset({"none", "not_required", "unknown"})
_SCOPED_KINDS = {"product": "product", "tier": "product", "platform": "product", "subjects": "subject"}


class Told(Struct, frozen=True):
    """The facts of a policy that its text tells, by path, and how they are printed.

    `references` are the facts and fields that texts name: a value that no text prints is not told.
    """

    printer: Printer
    paths: frozenset[str]
    references: frozenset[str]

    @property
    def facts(self) -> Facts:
        """The facts and the language."""
        return self.printer.facts

    def word(self, name: str) -> str:
        """A word of the catalogue."""
        return str(self.facts.words[name])

    def entries(self, kind: str) -> tuple[Entry, ...]:
        """Facts of a kind that the text tells, in list order; what it denies or leaves open is not among them."""
        return tuple(
            entry
            for entry in self.facts.loaded.index.of_kind(kind)
            if entry.path in self.paths and getattr(entry.value, "status", None) not in _DENIED
        )

    def title(self, entry: Entry) -> Inlines:
        """The fact's name or short name, else its wording; empty where it has none."""
        if isinstance(entry.value, Officer) and entry.value.name is None and entry.value.party is not None:
            entry = self.facts.loaded.index.get(f"party/{entry.value.party}") or entry
        for field in ("name", "title", "text") if isinstance(entry.value, Party | Officer) else ("title", "text"):
            words = getattr(entry.value, field, None)
            if isinstance(words, str):
                return (self.printer.unit(f"{entry.path}/{field}", words),)
        return ()

    def line(self, entry: Entry) -> Inlines:
        """The title with everything that limits the fact."""
        return self.qualified(self.title(entry), entry.value, self.hedges(entry.kind.name))

    def hedges(self, kind: str) -> Mapping[str, str]:
        """Patterns of modality for facts of a kind: data that may be collected, a recipient that may get them."""
        return {**group(self.facts.words, "hedge"), **group(self.facts.words, f"hedge-{kind}")}

    def qualified(self, words: Inlines, fact: BaseModel, hedges: Mapping[str, str]) -> Inlines:
        """The words with condition, modality and scope of the fact; without `hedges` the modality is said elsewhere.

        The condition goes first, as Japanese has it: 有効にされた場合、取得することがあります.
        """
        if not words or not isinstance(fact, Carried):
            return words
        if fact.condition is not None:
            words = self._with_argument("conditional", words, "condition", self.printer.inlines(fact.condition.text))
        if fact.modality is not None:
            words = around(hedges.get(fact.modality, "{value}"), words)
        if fact.scope is not None and (names := tuple(self._scope(fact.scope))):
            listed = enumeration(self.facts.locale, names, "plain")
            words = self._with_argument("scoped", words, "scope", (Text(listed),))
        return self.joined(words)

    def joined(self, words: Inlines) -> Inlines:
        """Remarks that follow one another share their brackets: `x (if you ask; applies to: shops)`."""
        before, _, close = self.word("conditional").partition("{condition}")
        opening = before.removeprefix("{value}")
        found: list[Inline] = []
        for node in words:
            last = found[-1] if found else None
            if isinstance(node, Text) and isinstance(last, Text) and _meet(last.value, close, node.value, opening):
                said = last.value.removesuffix(close)
                joint = "between-sentences" if said.endswith(self.word("sentence-end")) else "between-remarks"
                found[-1] = Text(said + self.word(joint) + node.value.removeprefix(opening))
            else:
                found.append(node)
        return tuple(found)

    def _with_argument(self, template: str, words: Inlines, name: str, argument: Inlines) -> Inlines:
        before, _, after = self.word(template).partition("{" + name + "}")
        return (*around(before, words), *argument, *((Text(after),) if after else ()))

    def labelled(self, label: Inlines, words: Inlines) -> Inlines:
        """A label, a colon and the words."""
        before, _, after = self.word("labelled").partition("{value}")
        return (*around(before, label, "label"), *words, *((Text(after),) if after else ()))

    def enumerated(self, members: Sequence[Inlines], *, is_open: bool) -> Inlines:
        """Members in one line; `is_open` adds that there are others."""
        between = Text(self.facts.locale.lists.plain.between)
        found: Inlines = ()
        for member in members:
            found = (*found, between, *member) if found else member
        return around(self.word("list-others"), found, "list") if is_open and found else found

    def has_open_list(self, key: str) -> bool:
        """Whether the document lists entities of that key and says that the list is not complete."""
        sections = self.facts.loaded.index.of_kind("section")
        blocks = (block for entry in sections if isinstance(entry.value, Section) for block in entry.value.blocks)
        return any(found.of == key and found.completeness == "non_exhaustive" for found in _lists(blocks))

    def _scope(self, scope: Scope) -> Iterator[str]:
        locale = self.facts.locale
        yield from (region_name(locale, code) for code in scope.region)
        for field, kind in (*_SCOPED_KINDS.items(), ("context", "context")):
            for name in getattr(scope, field):
                entry = self.facts.loaded.index.get(f"{kind}/{name}")
                title = entry.value.title if entry is not None and isinstance(entry.value, Entity) else None
                yield title or name
        for code in scope.language:
            yield sentence(self.word("scope-language"), {"language": language_name(locale, code)})


def around(template: str, words: Inlines, slot: str = "value", **args: str) -> Inlines:
    """The words with the text of a template before and after them."""
    before, mark, after = template.partition("{" + slot + "}")
    inner = words if mark else ()
    sides = (sentence(before, args), sentence(after, args))
    return (*((Text(sides[0]),) if sides[0] else ()), *inner, *((Text(sides[1]),) if sides[1] else ()))


def _meet(left: str, close: str, right: str, opening: str) -> bool:
    return bool(close and opening) and left.endswith(close) and right.startswith(opening)


def _lists(blocks: Iterable[Block]) -> Iterator[ListBlock]:
    for block in blocks:
        if isinstance(block, ListBlock):
            yield block
            for item in block.items:
                yield from _lists(item.blocks)
