"""Tables whose rows are facts: each column prints a field, in the words of the language (model.md M13, M23 to M25)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Final

from msgspec import Struct
from pydantic import BaseModel, JsonValue

from hoshin.document import nodes
from hoshin.document.change_values import Side
from hoshin.document.columns import with_equal_columns
from hoshin.document.nodes import Inlines, Text
from hoshin.document.texts import Printer
from hoshin.document.values import field_value
from hoshin.policy.index import Entry
from hoshin.schema.columns import LIMIT
from hoshin.schema.kinds import BY_KEY
from hoshin.schema.period import Duration
from hoshin.schema.references import one_or_many, reference_fields
from hoshin.schema.section import Column, TableBlock
from hoshin.schema.time_limit import TimeLimit
from hoshin.schema.walk import hyphened, wording_fields
from hoshin.translations.catalogues import group
from hoshin.translations.formats import enumeration
from hoshin.translations.limits import full_time_limit

_NOTHING: Final = "–"
"""What stands in a cell for which the policy states nothing: never no, none or 0 (model.md P04)."""


class FactTable(Struct, frozen=True, dict=True):
    """Prints the table of one block. `heads` are the column heads that legal wrote, None for a field's own name."""

    printer: Printer
    texts: Mapping[str, str]
    block: TableBlock
    heads: tuple[nodes.Unit | None, ...]

    def tables(self, paths: tuple[str, ...], caption: Inlines, anchor: str) -> Iterator[nodes.Table]:
        """One table with a row a fact, or, as records, a small table for each fact."""
        entries = [entry for path in paths if (entry := self.printer.facts.loaded.index.get(path)) is not None]
        if not entries:
            return
        if self.block.layout == "records":
            yield from with_equal_columns(
                [
                    self._record(entry, caption if position == 0 else (), f"{anchor}.{entry.id}")
                    for position, entry in enumerate(entries)
                ]
            )
            return
        head = tuple(nodes.Cell((nodes.Paragraph(words_),), header=True) for words_ in self._names)
        yield nodes.Table(caption, head, tuple(self._row(entry) for entry in entries), anchor)

    def _row(self, entry: Entry) -> tuple[nodes.Cell, ...]:
        return tuple(
            self._cell(entry, column, header=self.block.row_heads and position == 0)
            for position, column in enumerate(self.block.columns)
        )

    def _record(self, entry: Entry, caption: Inlines, anchor: str) -> nodes.Table:
        title = self._unit(f"{entry.path}/title")
        frame = self.printer.facts.words
        head = tuple(
            nodes.Cell((nodes.Paragraph((Text(str(frame[name])),)),), header=True)
            for name in ("record-item", "record-content")
        )
        rows = tuple(
            (nodes.Cell((nodes.Paragraph(name),), header=True), self._cell(entry, column))
            for name, column in zip(self._names, self.block.columns, strict=True)
        )
        return nodes.Table(title or caption, head, rows, anchor)

    @cached_property
    def _names(self) -> tuple[Inlines, ...]:
        """The heads of the columns."""
        return tuple(
            (head,) if head is not None else (Text(self._field_name(column.field or "")),)
            for head, column in zip(self.heads, self.block.columns, strict=True)
        )

    def _field_name(self, field: str) -> str:
        """What a field is called: of this kind of fact, or of all."""
        known = group(self._side.changes, "fields")
        name = "period" if field == LIMIT else hyphened(field)
        own = f"{BY_KEY[self.block.of or ''].name}.{name}"
        found = known.get(own) or known.get(name, "")
        return found[:1].upper() + found[1:]

    @cached_property
    def _side(self) -> Side:
        facts = self.printer.facts
        return Side(facts.loaded, facts.locale, facts.words, facts.locale.words("changes"))

    def _cell(self, entry: Entry, column: Column, *, header: bool = False) -> nodes.Cell:
        field = column.field or ""
        found = self._content(entry, field) or (nodes.Paragraph((Text(_NOTHING),)),)
        if field in wording_fields(type(entry.value)):
            return nodes.Cell(found, header)
        names = tuple(TimeLimit.model_fields) if field == LIMIT else (field,)
        paths = tuple(f"{entry.path}/{hyphened(name)}" for name in names)
        return nodes.Cell(found, header, paths, tuple(self._naming(entry.value, field)))

    def _naming(self, value: BaseModel, field: str) -> Iterator[str]:
        """Ids of the texts whose words stand in a cell as the names of facts."""
        content = getattr(value, field, None)
        for name in _members(content) or (content,):
            if path := self._known(_kinds(value, field), name):
                yield self._side.naming(path)

    def _content(self, entry: Entry, field: str) -> nodes.Blocks:
        value = entry.value
        if field == LIMIT and isinstance(value, TimeLimit):
            return _text(full_time_limit(self.printer.facts.locale, value))
        content = getattr(value, field, None)
        if content in (None, ()):
            return ()
        if field in wording_fields(type(value)):
            return tuple(nodes.Paragraph(line) for line in self._wording(f"{entry.path}/{hyphened(field)}", content))
        if isinstance(content, TimeLimit):
            return _text(full_time_limit(self.printer.facts.locale, content))
        return _text(self._named(value, field, content)) or self._value(entry, field, content)

    def _value(self, entry: Entry, field: str, content: object) -> nodes.Blocks:
        """A value that is neither words nor the name of a fact: dates and links as in a sentence, the rest by label."""
        printed = field_value(entry, hyphened(field), self.printer.facts)
        if printed and (_is_place(printed) or not isinstance(content, bool | str | Duration)):
            return (nodes.Paragraph(printed),)
        return _text(self._side.shown(_plain(entry.value, field), hyphened(field)))

    def _wording(self, path: str, content: object) -> Iterator[Inlines]:
        """Texts are units here as everywhere, so that translators and changelogs know them."""
        names = [path] if isinstance(content, str) else [f"{path}/{at}" for at in range(len(_members(content)))]
        for name in names:
            if unit := self._unit(name):
                yield unit

    def _unit(self, name: str) -> Inlines:
        text = self.texts.get(name)
        return (self.printer.unit(name, text),) if text is not None else ()

    def _named(self, value: BaseModel, field: str, content: object) -> str:
        """Names of the facts that a field mentions."""
        kinds = _kinds(value, field)
        if not kinds:
            return ""
        if content == "any":
            return str(self.printer.facts.words["any"])
        names = [self._name(kinds, name) for name in (_members(content) or (content,))]
        return enumeration(self.printer.facts.locale, names, "plain")

    def _name(self, kinds: tuple[str, ...], name: object) -> str:
        path = self._known(kinds, name)
        return (self._side.name(path) if path else "") or str(name)

    def _known(self, kinds: tuple[str, ...], name: object) -> str:
        """The path of the fact that a field mentions; empty where there is none."""
        paths = [str(name)] if "/" in str(name) else [one_or_many(kind, str(name)) for kind in kinds]
        return next((path for path in paths if self.printer.facts.loaded.index.get(path) is not None), "")


def _kinds(value: BaseModel, field: str) -> tuple[str, ...]:
    """The kinds of facts that a field mentions."""
    return next((kinds for name, _, kinds, _ in reference_fields(type(value)) if name == field), ())


def _members(content: object) -> tuple[object, ...]:
    return content if isinstance(content, tuple) else ()


def _is_place(printed: Inlines) -> bool:
    """Whether the value is somewhere to go: an address of mail or web."""
    return bool(printed) and isinstance(printed[0], nodes.Link)


def _plain(value: BaseModel, field: str) -> JsonValue:
    data: dict[str, JsonValue] = value.model_dump(mode="json", exclude_unset=True, include={field})
    return data[field]


def _text(words_: str) -> nodes.Blocks:
    return (nodes.Paragraph((Text(words_),)),) if words_ else ()
