"""A document as pandoc's tree, made for one format. Never Markdown text in between (rendering.md 7.2)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Final, Literal

from hoshin.document.columns import column_shares
from hoshin.document.edition import edition
from hoshin.document.nodes import (
    PAGE,
    Address,
    Block,
    Blocks,
    Break,
    Cell,
    Changed,
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
    Remarked,
    Section,
    Strong,
    Table,
    Text,
    Time,
    Unit,
    Value,
    plain,
)
from hoshin.document.remarks import placed
from hoshin.document.sides import joined
from hoshin.document.walk import lines_of, links
from hoshin.renderers.pandoc.ast import API_VERSION, Node, Nodes, attributes, bullets, node, raw, table, tight, words
from hoshin.renderers.pandoc.dialect import Counting, Dialect, counting
from hoshin.renderers.pandoc.markdown import Line
from hoshin.renderers.pandoc.shapes import flat, is_short, pairs, with_anchor, with_mark
from hoshin.renderers.pandoc.typed import Typed

_EDITION_GAP: Final = "\N{EM SPACE}"
_STRESS: Final = {Emphasis: ("Emph", "em"), Strong: ("Strong", "strong"), Changed: ("Underline", "u")}
"""The node of pandoc and the element of HTML."""
Revision = Literal["insertion", "deletion"]
_REVISION_SIGNS: Final[Mapping[Revision, tuple[str, str]]] = {"insertion": ("{+", "+}"), "deletion": ("[-", "-]")}
"""How a format without revisions of its own marks them."""
_REVISION_TAGS: Final[Mapping[Revision, str]] = {"insertion": "ins", "deletion": "del"}
_REVISION_LOOKS: Final[Mapping[Revision, str]] = {"insertion": "Underline", "deletion": "Strikeout"}


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
        if (shown := edition(document.meta)) and document.kind != "redline":  # which has two versions
            meta["subtitle"] = node("MetaInlines", words(_EDITION_GAP.join(" ".join(pair) for pair in shown)))
        meta["pagetitle"] = node("MetaString", plain(document.title))
        meta["identifier"] = node(
            "MetaString", f"{document.meta.document}.{document.meta.in_place_of or document.lang}"
        )
        if document.meta.company:
            meta["author"] = node("MetaList", [node("MetaInlines", words(document.meta.company))])
    return meta


class _Writer:
    """Writes the nodes of one document. It keeps the state of the current line and how deep styled lists are nested."""

    def __init__(self, document: Document, dialect: Dialect, author: str, date: str) -> None:
        self._document = document
        self._dialect = dialect
        self._signature = {"author": author, "date": date}
        self._tracked = dialect.has_revisions and document.kind == "redline"
        self._remarks = {remark.id: remark for remark in document.remarks}
        self._comments = 0
        self._loose = [name for name in self._remarks if name not in placed(document)] if self._tracked else []
        self._targets = frozenset(target[1:] for target in links(document) if target.startswith("#"))
        self._line = Line()
        self._typed = Typed()
        self._styles = 0
        self._in_table = False

    def body(self) -> Iterator[Node]:
        if self._dialect.title_in_body:
            yield node("Header", 1, attributes(), self._heading(self._document.title))
        yield from self.blocks(self._document.notices)
        sections = self._document.sections if self._tracked else (*self._document.front, *self._document.sections)
        for section in sections:
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
            case Paragraph(children, anchor, at_end):
                yield from self._anchor(anchor)
                made = node("Para", self._anchored(anchor, self._new_line(children)))
                yield self._at_end(made) if at_end else made
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
                made = self.blocks((first,))
                yield from [node("Div", attributes(classes=("marked",)), made)] if self._dialect.keeps_ids else made
                yield from [node("BlockQuote", self.blocks(tuple(rest)))] if rest else []
        else:
            items = [self._item(item, marked=marked) for item in block.items]
            if all(is_short(item) for item in block.items):
                items = [tight(item) for item in items]
            yield _counted(run, items) if run else bullets(items)

    def _item(self, item: Item, *, marked: bool) -> Nodes:
        blocks = with_mark(item) if marked else with_anchor(item)
        return [*self._anchor(item.id), *self.blocks(blocks)]

    def _styled_item(self, item: Item) -> Iterator[Node]:
        """An item as a paragraph with a style of its own, and what follows indented in the same way."""
        self._styles += 1
        first, *rest = with_mark(item, "\t") if item.mark else with_anchor(item) or (Paragraph(()),)
        yield self._styled("Marked Item" if item.mark else "Marked Bullet", self.blocks((first,)))
        for block in rest:
            inner = self.blocks((block,))
            yield from inner if isinstance(block, ListBlock) else [self._styled("Marked Text", inner)]
        self._styles -= 1

    def _at_end(self, made: Node) -> Node:
        """A line at the right, where a format can say so."""
        if self._dialect.marks == "style":
            return node("Div", attributes(custom_style="Closing Line"), [made])
        return node("Div", attributes("", ("end",)), [made]) if self._dialect.keeps_ids else made

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
        rows = [[self._cell(cell.blocks) for cell in row] for row in block.rows]
        shares = column_shares(block, breaks=False) if self._dialect.has_widths else ()
        yield table(caption, head, rows, block.id, shares)

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
        return [*self._loose_remarks(), *self.inlines(children)]

    def _heading(self, children: Inlines) -> Nodes:
        self._line.begin_heading()
        self._typed.begin()
        return [*self._loose_remarks(), *self.inlines(children)]

    def _loose_remarks(self) -> Nodes:
        """Remarks that are about no words, beside the first line of all."""
        names, self._loose = self._loose, []
        return [made for name in names for made in self._commented(name, [])]

    def inlines(self, children: Inlines) -> Nodes:
        return [made for child in children for made in self._inline(child)]

    def _inline(self, child: Inline) -> Iterator[Node]:
        match child:
            case Text(value):
                yield from self._text(value)
            case Unit(_, children) | Value(_, children):
                yield from self.inlines(children)
            case Time(datetime, children):
                yield from self._time(datetime, children)
            case Emphasis() | Strong() | Changed():
                yield from self._stressed(child)
            case Link(target, children):
                yield self._link(target, children)
            case Foreign(lang, children):
                inner = self.inlines(children)
                yield from [node("Span", attributes(lang=lang), inner)] if self._dialect.keeps_ids else inner
            case Inserted() | Deleted():
                yield from self._revision("insertion" if isinstance(child, Inserted) else "deletion", child.children)
            case Remarked():
                yield from self._remarked(child)
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

    def _time(self, datetime: str, children: Inlines) -> Nodes:
        """A book's pages are XHTML, which has an element for dates."""
        inner = self.inlines(children)
        if self._dialect.writer != "epub3":
            return inner
        return [raw("html", f'<time datetime="{datetime}">'), *inner, raw("html", "</time>")]

    def _stressed(self, child: Emphasis | Strong | Changed) -> Nodes:
        """Markdown's stars act only beside letters; elsewhere (「…」) the element says the same."""
        inner = self.inlines(child.children)
        shown = plain(child.children)
        tag, element = _STRESS[type(child)]
        starred = not isinstance(child, Changed) and shown[:1].isalnum() and shown[-1:].isalnum()
        if self._dialect.is_markdown and not starred:
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

    def _revision(self, kind: Revision, children: Inlines) -> Nodes:
        """A revision that Word can accept or reject, or words that are marked and look like one."""
        if self._tracked:
            return [made for child in _outside_links(kind, children) for made in self._tracked_part(kind, child)]
        if self._dialect.is_markdown:
            tag = _REVISION_TAGS[kind]
            return [raw("html", f"<{tag}>"), *self.inlines(children), raw("html", f"</{tag}>")]
        start, end = _REVISION_SIGNS[kind]
        words_ = [*self._text(start), *self.inlines(children), *self._text(end)]
        return words_ if self._dialect.is_plain else [node(_REVISION_LOOKS[kind], words_)]

    def _tracked_part(self, kind: Revision, part: Inlines | Link) -> Nodes:
        if isinstance(part, Link):
            return [self._link(part.target, part.children)]
        return [node("Span", attributes("", (kind,), **self._signature), self.inlines(part))]

    def _remarked(self, child: Remarked) -> Nodes:
        """Comments in the margin where the format has them, each once; elsewhere the numbers of the remarks."""
        inner = self.inlines(child.children)
        if not self._tracked:
            numbers = "".join(f"[{self._remarks[name].number}]" for name in child.remarks if name in self._remarks)
            return [*inner, *self._text(numbers)]
        for name in (name for name in child.places if name in self._remarks):
            inner = self._commented(name, inner)
        return inner

    def _commented(self, name: str, inner: Nodes) -> Nodes:
        number = str(self._comments)
        self._comments += 1
        said = self.inlines(joined(self._remarks[name].lines))
        start = attributes("", ("comment-start",), id=number, **self._signature)
        return [node("Span", start, said), *inner, node("Span", attributes("", ("comment-end",), id=number), [])]


def _outside_links(kind: Revision, children: Inlines) -> Iterator[Inlines | Link]:
    """Word knows no link inside a revision, only revisions inside a link (jgm/pandoc #4609)."""
    wrap = Inserted if kind == "insertion" else Deleted
    for is_link, group in groupby(children, key=lambda child: isinstance(child, Link)):
        if is_link:
            yield from (Link(link.target, (wrap(link.children),)) for link in group if isinstance(link, Link))
        else:
            yield tuple(group)


def _counted(run: Counting, items: list[Nodes]) -> Node:
    return node("OrderedList", [run.start, node(run.style), node(run.delimiter)], items)
