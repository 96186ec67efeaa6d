"""Parts of a document with every line written anew; what holds the lines stays."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from hoshin.document.nodes import (
    Address,
    Block,
    Blocks,
    Break,
    Cell,
    Heading,
    Inline,
    Inlines,
    Item,
    ListBlock,
    Notice,
    Paragraph,
    Preformatted,
    Section,
    Table,
    Text,
)


class Rewriter(Struct, frozen=True):
    """`line` is applied to each line of running text, `prefix` stands before each anchor."""

    line: Callable[[Inlines], Inlines]
    prefix: str = ""

    def section(self, section: Section) -> Section:
        """A section, its heading included."""
        heading = self.line(section.heading)
        return Section(self._anchor(section.id), heading, self.blocks(section.blocks), section.number)

    def blocks(self, blocks: Blocks) -> Blocks:
        """Blocks in their order."""
        return tuple(self.block(block) for block in blocks)

    def block(self, block: Block) -> Block:
        """A block with all that it holds."""
        anchor = self._anchor(block.id)
        match block:
            case Paragraph(children) | Heading(children):
                return replace(block, children=self.line(children), id=anchor)
            case ListBlock(items):
                return replace(block, items=tuple(self.item(item) for item in items), id=anchor)
            case Address(lines):
                return replace(block, lines=tuple(self.line(line) for line in lines), id=anchor)
            case Table(caption, head, rows):
                return replace(
                    block,
                    caption=self.line(caption),
                    head=self.row(head),
                    rows=tuple(self.row(row) for row in rows),
                    id=anchor,
                )
            case Preformatted():
                return replace(block, id=anchor)
            case Notice(_, inner):
                return replace(block, blocks=self.blocks(inner), id=anchor)

    def item(self, item: Item) -> Item:
        """An item of a list."""
        return replace(item, blocks=self.blocks(item.blocks), id=self._anchor(item.id))

    def row(self, row: tuple[Cell, ...]) -> tuple[Cell, ...]:
        """A row of a table."""
        return tuple(replace(cell, blocks=self.blocks(cell.blocks)) for cell in row)

    def _anchor(self, name: str) -> str:
        return f"{self.prefix}{name}" if name else ""


def with_nodes(nodes: Inlines, change: Callable[[Inline], Inlines | None]) -> Inlines:
    """The nodes, outer before inner, each replaced by what `change` gives for it, or kept where it gives None."""
    found: list[Inline] = []
    for node in nodes:
        given = change(node)
        if given is not None:
            found += given
        elif isinstance(node, Text | Break):
            found.append(node)
        else:
            found.append(replace(node, children=with_nodes(node.children, change)))
    return tuple(found)
