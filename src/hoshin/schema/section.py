"""The document side: sections hold blocks, blocks hold units, a unit is one translatable text or an entity's own."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from hoshin.schema.base import Frozen
from hoshin.schema.modifiers import Completeness, Entity, Scope, SourceRef
from hoshin.schema.names import FactRef, Flag, Id, PlainText, Prose, Word

Numbering = Literal["none", "bullet", "decimal", "lower_alpha", "upper_alpha", "lower_roman"]
Terminators = Literal["none", "semicolon_and"]


class Unit(Frozen):
    """One text. Either its own (`id` and `text`), or `of:` an entity, whose wording is then printed here.

    `states` names the facts that the text tells; it must hold the placeholder of every value that it states.
    """

    id: Id | None = None
    text: Prose | None = None
    of: FactRef | None = None
    states: tuple[FactRef, ...] = ()
    source_ref: SourceRef | None = None
    antecedent: FactRef | None = None

    @model_validator(mode="after")
    def _own_or_of(self) -> Self:
        if (self.of is None) == (self.text is None) or (self.of is None) != (self.id is not None):
            raise PydanticCustomError("unit_shape", "a unit has either id and text, or of")
        return self


class Paragraph(Frozen):
    """Running text: one unit after another."""

    kind: Literal["paragraph"]
    id: Id
    scope: Scope | None = None
    units: Annotated[tuple[Unit, ...], Field(min_length=1)]


class Subheading(Frozen):
    """A heading without a number inside a section or a list item."""

    kind: Literal["subheading"]
    id: Id
    scope: Scope | None = None
    text: Prose | None = None
    of: FactRef | None = None
    states: tuple[FactRef, ...] = ()
    source_ref: SourceRef | None = None

    @model_validator(mode="after")
    def _own_or_of(self) -> Self:
        if (self.of is None) == (self.text is None):
            raise PydanticCustomError("heading_shape", "a sub-heading has either text or of")
        return self


class AddressBlock(Frozen):
    """A postal block: each unit on a line of its own."""

    kind: Literal["address"]
    id: Id
    scope: Scope | None = None
    units: Annotated[tuple[Unit, ...], Field(min_length=1)]


class Item(Frozen):
    """A list item: its units as running text, then further blocks."""

    id: Id
    scope: Scope | None = None
    units: tuple[Unit, ...] = ()
    blocks: "tuple[Block, ...]" = ()


class ListBlock(Frozen):
    """A list: own `items`, or `of:` a key of entities (`of: purposes`), whose texts are the items.

    `within` limits data to the items of one category; `order` chooses and orders; without it list order holds.
    `completeness` tells whether the text presents the list as the whole ("limited") or as a part ("including").
    """

    kind: Literal["list"]
    id: Id
    scope: Scope | None = None
    numbering: Numbering = "bullet"
    terminators: Terminators = "none"
    lead: tuple[Unit, ...] = ()
    of: PlainText | None = None
    within: Id | None = None
    order: tuple[Id, ...] = ()
    completeness: Completeness | None = None
    items: tuple[Item, ...] = ()

    @model_validator(mode="after")
    def _items_or_of(self) -> Self:
        if (self.of is None) == (not self.items):
            raise PydanticCustomError("list_shape", "a list has either items or of")
        return self


class Column(Frozen):
    """A column of a table: its head is `text`, or, in a table of facts, the name of the `field` that it prints."""

    id: Id
    text: Prose | None = None
    field: Word | None = None


class Cell(Frozen):
    """A cell: one text of its own or of a fact, then further blocks; or nothing."""

    id: Id | None = None
    text: Prose | None = None
    of: FactRef | None = None
    states: tuple[FactRef, ...] = ()
    source_ref: SourceRef | None = None
    blocks: "tuple[Block, ...]" = ()

    @model_validator(mode="after")
    def _own_or_of(self) -> Self:
        own = self.id is not None and self.text is not None
        if (self.text is not None and self.id is None) or (own and self.of is not None):
            raise PydanticCustomError("cell_shape", "a cell has id and text, or of, or blocks, or nothing")
        return self


class Row(Frozen):
    """A row of a table, a cell for each column."""

    id: Id
    scope: Scope | None = None
    cells: tuple[Cell, ...]


class TableBlock(Frozen):
    """A table: own `rows` of cells, or `of:` a key of entities, whose fields are the columns.

    `layout: records` prints each entity as a small table of its own, a field a line. `notes` stand below the table.
    `row_heads` makes the first column the heads of the rows.
    """

    kind: Literal["table"]
    id: Id
    scope: Scope | None = None
    caption: Unit | None = None
    of: PlainText | None = None
    within: Id | None = None
    order: tuple[Id, ...] = ()
    layout: Literal["rows", "records"] = "rows"
    columns: Annotated[tuple[Column, ...], Field(min_length=1, max_length=12)]
    rows: tuple[Row, ...] = ()
    row_heads: Flag = True
    notes: tuple[Unit, ...] = ()
    completeness: Completeness | None = None

    @model_validator(mode="after")
    def _rows_or_of(self) -> Self:
        if (self.of is None) == (not self.rows):
            raise PydanticCustomError("table_shape", "a table has either rows or of")
        wanted = "text" if self.of is None else "field"
        if any(getattr(column, wanted) is None for column in self.columns):
            raise PydanticCustomError("column_shape", "a column needs a head, and in a table of facts a field")
        if any(len(row.cells) != len(self.columns) for row in self.rows):
            raise PydanticCustomError("row_shape", "a row has as many cells as the table has columns")
        return self


Block = Annotated[Paragraph | ListBlock | Subheading | AddressBlock | TableBlock, Field(discriminator="kind")]
BLOCK_TAGS = frozenset({"paragraph", "list", "subheading", "address", "table"})
"""Words that the validator adds to the way to a fault inside a block; `list` and `address` are keys nowhere there."""


class Section(Entity):
    """An article of the document: heading and blocks. Its number is counted, never typed."""

    title: Prose
    numbered: Flag = True
    blocks: "tuple[Block, ...]" = ()
