"""The one printable tree. Reports build it, renderers print it; neither knows the other (DESIGN.md section 5).

Numbers and list marks are text made from the model, per locale. A `Unit` wraps the words of one translatable unit, so
that every format can be asked which unit it prints where. What lies in `Document.front` is no part of the policy.
"""

from __future__ import annotations

from typing import Final, Literal

from msgspec import Struct

PAGE: Final = "page:"
"""Begins the target of a link to another document that is built beside this one: `page:cookies#choices`.

`page:cookies.en` names its language; without one it is that of the page.
"""

EVENT: Final = "chg_"
"""Begins the anchor of an item that tells of one change: a link that people pass on."""
PLACE: Final = "at."
"""Begins the anchor of the words that a remark is about."""


class Text(Struct, frozen=True):
    """Plain characters."""

    value: str


class Unit(Struct, frozen=True):
    """The words of one unit of the policy; `id` is permanent and the same in every language."""

    id: str
    children: Inlines


class Value(Struct, frozen=True):
    """A fact's value inside a sentence (`10 years`, `Article 11`), kept on one line; `fact` is its path."""

    fact: str
    children: Inlines


class Time(Struct, frozen=True):
    """A date as the language writes it; `datetime` is the same in ISO 8601, as precisely as it is known."""

    datetime: str
    children: Inlines


class Emphasis(Struct, frozen=True):
    """Stress."""

    children: Inlines


class Strong(Struct, frozen=True):
    """Importance."""

    children: Inlines


class Link(Struct, frozen=True):
    """A link; `target` is `https:`, `mailto:`, `tel:`, `#anchor` inside the document, or `page:document#anchor`.

    The last leads to another document of the project that is built beside this one; what cannot link there prints the
    words alone.
    """

    target: str
    children: Inlines


class Foreign(Struct, frozen=True):
    """Words in another language than the text around them."""

    lang: str
    children: Inlines


class Inserted(Struct, frozen=True):
    """Words that the new version adds."""

    children: Inlines


class Deleted(Struct, frozen=True):
    """Words that the old version had."""

    children: Inlines


class Changed(Struct, frozen=True):
    """Words that differ from the text beside them, as a table of two versions underlines them on both sides."""

    children: Inlines


class Remarked(Struct, frozen=True):
    """Words that something is said about: `remarks` are ids of `Document.remarks`, `places` those met first here.

    A place is an anchor: PLACE and the id.
    """

    children: Inlines
    remarks: tuple[str, ...]
    places: tuple[str, ...] = ()


class Break(Struct, frozen=True):
    """A line end that must stay."""


Inline = (
    Text | Unit | Value | Time | Emphasis | Strong | Link | Foreign | Inserted | Deleted | Changed | Remarked | Break
)
Inlines = tuple[Inline, ...]


class Paragraph(Struct, frozen=True):
    """Running text. `id` is its anchor, empty where nothing needs to point there; `at_end` sets a line to the right."""

    children: Inlines
    id: str = ""
    at_end: bool = False


class Heading(Struct, frozen=True):
    """A sub-heading without a number; `level` is 3 inside a section, deeper inside lists."""

    children: Inlines
    level: int = 3
    id: str = ""


class Item(Struct, frozen=True):
    """A list item; `mark` is its printed number or sign, as text (`1.`, `（1）`, empty for a bullet).

    `was` is its mark in the old version, where a redline shows both and they differ.
    """

    blocks: Blocks
    mark: str = ""
    id: str = ""
    was: str | None = None


class ListBlock(Struct, frozen=True):
    """A list; `ordered` lists carry marks on their items."""

    items: tuple[Item, ...]
    ordered: bool = False
    id: str = ""


class Address(Struct, frozen=True):
    """A postal block, a line an entry."""

    lines: tuple[Inlines, ...]
    id: str = ""


class Preformatted(Struct, frozen=True):
    """Lines that are printed as they are, in letters of equal width, such as YAML."""

    text: str
    id: str = ""


class Cell(Struct, frozen=True):
    """A table cell; `header` makes it a row or column head.

    What it prints beside texts of the policy: `fields` are paths of the fields of facts (`joint-use/group/purposes`),
    `names` those of the names of other facts in them (`purpose/events/title`).
    """

    blocks: Blocks
    header: bool = False
    fields: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


class Table(Struct, frozen=True):
    """A table: a caption, one row of column heads, rows of equal length.

    `widths` are the columns' shares of the width; without them a format goes by the words (`columns`).
    """

    caption: Inlines
    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    id: str = ""
    widths: tuple[int, ...] = ()


class Notice(Struct, frozen=True):
    """Words of the publisher about the document: draft, language, version. Never part of its body.

    `title` stands in place of the usual word for its kind.
    """

    kind: Literal["draft", "language", "version", "info"]
    blocks: Blocks
    id: str = ""
    title: Inlines = ()


Block = Paragraph | Heading | ListBlock | Address | Preformatted | Table | Notice
Blocks = tuple[Block, ...]


class Section(Struct, frozen=True):
    """A numbered part. `heading` is the whole printed heading, its number included as `Value`; `id` the anchor."""

    id: str
    heading: Inlines
    blocks: Blocks
    number: str = ""


class Card(Struct, frozen=True):
    """One question of the layered summary and its answer, with the sections that say it in full."""

    id: str
    title: str
    blocks: Blocks
    sections: tuple[str, ...] = ()


class Language(Struct, frozen=True):
    """A language that the document exists in, under its own name.

    `shows` is another language whose text stands at its address, since it has none of its own yet.
    """

    code: str
    name: str
    shows: str = ""


class Meta(Struct, frozen=True):
    """What is known about the document; empty or None where the policy does not state it."""

    document: str
    company: str = ""
    description: str = ""
    version: str = ""
    effective: str = ""
    source_lang: str = ""
    languages: tuple[Language, ...] = ()
    in_place_of: str = ""
    """The language at whose address this text stands, since that language has none of its own yet."""
    labels: tuple[tuple[str, str], ...] = ()
    """Words of the page's frame in its language, by name (`contents`, `skip`, ...): renderers hold no sentence."""


class FormField(Struct, frozen=True):
    """A field of a form: `input` by the names of HTML; `required` is None where the policy does not say.

    `note` says what follows when it stays empty. `taken` tells that the label is the name of the data, since the
    form's own is not stated. `fill_in` is the purpose for browsers that fill in (HTML autocomplete), or empty.
    """

    id: str
    label: Inlines
    input: str
    options: tuple[Inlines, ...] = ()
    required: bool | None = None
    note: Inlines = ()
    taken: bool = False
    fill_in: str = ""


class Form(Struct, frozen=True):
    """A form in which people give data; without an `action` it is shown and sends nothing."""

    id: str
    title: Inlines
    blocks: Blocks
    fields: tuple[FormField, ...]
    action: str = ""


class Remark(Struct, frozen=True):
    """What is said about some words: its number as printed, and its lines. Word shows it as a comment."""

    id: str
    number: str
    lines: tuple[Inlines, ...]


class Document(Struct, frozen=True):
    """Everything that is printed is one of these. `data` is JSON about it, attached where a format can.

    `front` stands before the body and is no part of the policy; a format that shows remarks beside the words leaves
    it out.
    """

    kind: str
    lang: str
    title: Inlines
    meta: Meta
    sections: tuple[Section, ...]
    notices: tuple[Notice, ...] = ()
    summary: tuple[Card, ...] = ()
    summary_title: str = ""
    data: str = ""
    form: Form | None = None
    front: tuple[Section, ...] = ()
    remarks: tuple[Remark, ...] = ()


def plain(nodes: Inlines) -> str:
    """The characters of inline nodes; a line break is a space."""
    parts: list[str] = []
    for node in nodes:
        match node:
            case Text(value):
                parts.append(value)
            case Break():
                parts.append(" ")
            case _:
                parts.append(plain(node.children))
    return "".join(parts)
