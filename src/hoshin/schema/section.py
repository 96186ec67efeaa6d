"""The document side: sections hold blocks, blocks hold units, a unit is one translatable text or an entity's own."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from hoshin.schema.base import Frozen
from hoshin.schema.modifiers import Completeness, Entity, SourceRef
from hoshin.schema.names import FactRef, Flag, Id, PlainText, Prose

Numbering = Literal["none", "bullet", "decimal", "lower_alpha"]
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
    units: Annotated[tuple[Unit, ...], Field(min_length=1)]


class Subheading(Frozen):
    """A heading without a number inside a section or a list item."""

    kind: Literal["subheading"]
    id: Id
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
    units: Annotated[tuple[Unit, ...], Field(min_length=1)]


class Item(Frozen):
    """A list item: its units as running text, then further blocks."""

    id: Id
    units: tuple[Unit, ...] = ()
    blocks: "tuple[Block, ...]" = ()


class ListBlock(Frozen):
    """A list: own `items`, or `of:` a key of entities (`of: purposes`), whose texts are the items.

    `within` limits data to the items of one category; `order` chooses and orders; without it list order holds.
    `completeness` tells whether the text presents the list as the whole ("limited") or as a part ("including").
    """

    kind: Literal["list"]
    id: Id
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


Block = Annotated[Paragraph | ListBlock | Subheading | AddressBlock, Field(discriminator="kind")]
BLOCK_TAGS = frozenset({"paragraph", "list", "subheading", "address"})
"""Words that the validator adds to the way to a fault inside a block; `list` and `address` are keys nowhere there."""


class Section(Entity):
    """An article of the document: heading and blocks. Its number is counted, never typed."""

    title: Prose
    numbered: Flag = True
    blocks: "tuple[Block, ...]" = ()


Item.model_rebuild()
