"""A document as pandoc's tree, made for one format. Never Markdown text in between (rendering.md 7.2)."""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.document.nodes import (
    PAGE,
    Address,
    Block,
    Blocks,
    Break,
    Cell,
    Deleted,
    Document,
    Emphasis,
    Foreign,
    Heading,
    Inline,
    Inlines,
    Inserted,
    Item,
    Link,
    ListBlock,
    Notice,
    Paragraph,
    Preformatted,
    Section,
    Strong,
    Table,
    Text,
    Unit,
    Value,
    plain,
)
from hoshin.document.walk import lines_of, links
from hoshin.renderers.pandoc.ast import API_VERSION, Node, Nodes, attributes, bullets, node, raw, table, tight, words
from hoshin.renderers.pandoc.dialect import Counting, Dialect, counting
from hoshin.renderers.pandoc.markdown import Line
from hoshin.renderers.pandoc.shapes import flat, is_short, joined, pairs, with_mark
from hoshin.renderers.pandoc.typed import Typed

_REVISION_SIGNS = {"insertion": ("{+", "+}"), "deletion": ("[-", "-]")}
"""How a format without revisions of its own marks them."""


def tree(document: Document, dialect: Dialect, author: str = "", date: str = "") -> Node:
    """The document: title, notices, body. The summary and the language switch stand on pages alone.

    `author` and `date` (ISO 8601, UTC) sign inserted and deleted words where the format has revisions.
    """
    writer = _Writer(document, dialect, author, date)
    return {
        "pandoc-api-version": list(API_VERSION),
        "meta": _meta(document, dialect, writer),
        "blocks": list(writer.body()),
    }


def _meta(document: Document, dialect: Dialect, writer: _Writer) -> Node:
    meta: Node = {"lang": node("MetaString", document.lang)}
    if not dialect.title_in_body:
        meta["title"] = node("MetaInlines", writer.inlines(document.title))
        meta["pagetitle"] = node("MetaString", plain(document.title))
        meta["identifier"] = node("MetaString", f"{document.meta.document}.{document.lang}")
        if document.meta.company:
            meta["author"] = node("MetaList", [node("MetaInlines", words(document.meta.company))])
    return meta


class _Writer:
    """Writes the nodes of one document. It keeps the state of the current line and how deep styled lists are nested."""

    def __init__(self, document: Document, dialect: Dialect, author: str, date: str) -> None:
        self._document = document
        self._dialect = dialect
        self._signature = {"author": author, "date": date}
        self._targets = frozenset(target[1:] for target in links(document) if target.startswith("#"))
        self._line = Line()
        self._typed = Typed()
        self._styles = 0
        self._in_table = False

    def body(self) -> Iterator[Node]:
        if self._dialect.title_in_body:
            yield node("Header", 1, attributes(), self._heading(self._document.title))
        yield from self.blocks(self._document.notices)
        for section in self._document.sections:
            yield from self._section(section)

    def _section(self, section: Section) -> Iterator[Node]:
        yield from self._anchor(section.id)
        if section.heading:
            if self._dialect.is_plain:
                yield node("RawBlock", "plain", "\n")
            anchor = section.id if self._dialect.keeps_ids else ""
            yield node("Header", 2, attributes(anchor), self._heading(section.heading))
        yield from self.blocks(section.blocks)

    def _anchor(self, anchor: str) -> Iterator[Node]:
        """Markdown has no ids for headings: an HTML anchor stands before those that a link leads to."""
        if self._dialect.is_markdown and anchor in self._targets:
            yield node("RawBlock", "html", f'<a id="{anchor}"></a>')

    # Blocks

    def blocks(self, blocks: Blocks) -> Nodes:
        return [made for block in blocks for made in self._block(block)]

    def _block(self, block: Block) -> Iterator[Node]:
        match block:
            case Paragraph(children, anchor):
                yield from self._anchor(anchor)
                yield node("Para", self._anchored(anchor, self._new_line(children)))
            case Heading(children, level, anchor):
                yield from self._anchor(anchor)
                kept = anchor if self._dialect.keeps_ids else ""
                yield node("Header", level, attributes(kept), self._heading(children))
            case ListBlock():
                yield from self._anchor(block.id)
                yield from self._list(block)
            case Address(lines, anchor):
                yield from self._anchor(anchor)
                yield node("Para", self._anchored(anchor, self._new_line(joined(lines))))
            case Preformatted(text, anchor):
                yield from self._anchor(anchor)
                yield node("CodeBlock", attributes(""), text)
            case Table():
                yield from self._anchor(block.id)
                yield from self._table(block)
            case Notice(_, inner, anchor):
                yield from self._anchor(anchor)
                yield node("BlockQuote", self.blocks(inner))

    def _anchored(self, anchor: str, inlines: Nodes) -> Nodes:
        if self._dialect.keeps_ids and anchor in self._targets:
            return [node("Span", attributes(anchor), inlines)]
        return inlines

    def _list(self, block: ListBlock) -> Iterator[Node]:
        run = counting(block.items, self._dialect)
        marked = any(item.mark for item in block.items) and run is None
        if self._styles > 0 or (marked and self._dialect.marks == "style"):
            for item in block.items:
                yield from self._styled_item(item)
        elif marked and self._dialect.is_plain and all(len(item.blocks) == 1 for item in block.items):
            lines = tuple(line for item in block.items for line in lines_of(with_mark(item)))
            yield node("Para", self._new_line(joined(lines)))
        elif marked and self._dialect.marks == "quote":
            for item in block.items:
                first, *rest = with_mark(item)
                yield from self.blocks((first,))
                yield from [node("BlockQuote", self.blocks(tuple(rest)))] if rest else []
        else:
            items = [self._item(item, marked=marked) for item in block.items]
            if all(is_short(item) for item in block.items):
                items = [tight(item) for item in items]
            yield _counted(run, items) if run else bullets(items)

    def _item(self, item: Item, *, marked: bool) -> Nodes:
        blocks = with_mark(item) if marked else item.blocks
        return [*self._anchor(item.id), *self.blocks(blocks)]

    def _styled_item(self, item: Item) -> Iterator[Node]:
        """An item as a paragraph with a style of its own, and what follows indented in the same way."""
        self._styles += 1
        first, *rest = with_mark(item, "\t") if item.mark else item.blocks or (Paragraph(()),)
        yield self._styled("Marked Item" if item.mark else "Marked Bullet", self.blocks((first,)))
        for block in rest:
            inner = self.blocks((block,))
            yield from inner if isinstance(block, ListBlock) else [self._styled("Marked Text", inner)]
        self._styles -= 1

    def _styled(self, style: str, blocks: Nodes) -> Node:
        return node("Div", attributes(custom_style=f"{style} {min(self._styles, 4)}"), blocks)

    def _table(self, block: Table) -> Iterator[Node]:
        caption = self._new_line(block.caption)
        if not self._dialect.has_tables:
            yield node("Para", caption)
            yield bullets([made for pair in pairs(block, row) for made in self._entry(*pair)] for row in block.rows)
            return
        if self._dialect.is_markdown and caption:
            yield node("Para", caption)
            caption = []
        head = [self._cell(cell.blocks) for cell in block.head]
        yield table(caption, head, [[self._cell(cell.blocks) for cell in row] for row in block.rows], block.id)

    def _entry(self, head: Cell, cell: Cell) -> Nodes:
        return [node("Plain", self._new_line(flat(head.blocks))), node("BlockQuote", self.blocks(cell.blocks))]

    def _cell(self, blocks: Blocks) -> Nodes:
        """In Markdown a cell is one line, whatever it holds."""
        if not self._dialect.is_markdown:
            made = self.blocks(blocks)
            return tight(made) if len(made) == 1 else made
        self._in_table = True
        inlines = self._new_line(flat(blocks))
        self._in_table = False
        return [node("Plain", inlines)]

    # Inlines

    def _new_line(self, children: Inlines) -> Nodes:
        self._line.begin()
        self._typed.begin()
        return self.inlines(children)

    def _heading(self, children: Inlines) -> Nodes:
        self._line.begin_heading()
        self._typed.begin()
        return self.inlines(children)

    def inlines(self, children: Inlines) -> Nodes:
        return [made for child in children for made in self._inline(child)]

    def _inline(self, child: Inline) -> Iterator[Node]:
        match child:
            case Text(value):
                yield from self._text(value)
            case Unit(_, children) | Value(_, children):
                yield from self.inlines(children)
            case Emphasis(children):
                yield from self._stressed("Emph", "em", children)
            case Strong(children):
                yield from self._stressed("Strong", "strong", children)
            case Link(target, children):
                yield self._link(target, children)
            case Foreign(lang, children):
                inner = self.inlines(children)
                yield from [node("Span", attributes(lang=lang), inner)] if self._dialect.keeps_ids else inner
            case Inserted(children):
                yield from self._revision("insertion", children)
            case Deleted(children):
                yield from self._revision("deletion", children)
            case Break():
                self._line.begin()
                self._typed.begin()
                yield raw("html", "<br>") if self._in_table else node("LineBreak")

    def _text(self, value: str) -> Nodes:
        if self._dialect.is_plain:
            return [*([node("Space")] if self._typed.parts(value) else []), *words(value)]
        if not self._dialect.is_markdown:
            return words(value)
        return [
            raw("markdown", str(made["c"])) if made["t"] == "Str" else made for made in words(self._line.escaped(value))
        ]

    def _stressed(self, tag: str, element: str, children: Inlines) -> Nodes:
        """Markdown's stars act only beside letters; elsewhere (「…」) the element says the same."""
        inner = self.inlines(children)
        shown = plain(children)
        if self._dialect.is_markdown and not (shown[:1].isalnum() and shown[-1:].isalnum()):
            return [raw("html", f"<{element}>"), *inner, raw("html", f"</{element}>")]
        return [node(tag, inner)]

    def _link(self, target: str, children: Inlines) -> Node:
        if target.startswith(PAGE):
            return node("Span", attributes(), self.inlines(children))
        shown = plain(children)
        if self._dialect.is_markdown and shown in {target, target.removeprefix("mailto:")} and ":" in target:
            return raw("markdown", f"<{shown}>")
        if self._dialect.is_plain and shown == target:
            before = [node("Space")] if self._typed.opens() else []
            made = node("Link", attributes(), self.inlines(children), [target, ""])
            self._typed.closes()
            return node("Span", attributes(), [*before, made])
        return node("Link", attributes(), self.inlines(children), [target, ""])

    def _revision(self, kind: str, children: Inlines) -> Nodes:
        if self._dialect.has_revisions:
            return [node("Span", attributes("", (kind,), **self._signature), self.inlines(children))]
        start, end = _REVISION_SIGNS[kind]
        return [*self._text(start), *self.inlines(children), *self._text(end)]


def _counted(run: Counting, items: list[Nodes]) -> Node:
    return node("OrderedList", [run.start, node(run.style), node(run.delimiter)], items)
