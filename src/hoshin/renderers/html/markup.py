"""The nodes of a document as HTML. Every character that comes from outside passes through `escape` here."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from markupsafe import Markup, escape
from msgspec.structs import replace

from hoshin.document.counters import counter
from hoshin.document.nodes import (
    EVENT,
    PAGE,
    PLACE,
    Address,
    Block,
    Blocks,
    Break,
    Cell,
    Changed,
    Deleted,
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
    Strong,
    Table,
    Text,
    Time,
    Unit,
    Value,
    plain,
)
from hoshin.document.sides import State, joined, mark_of, state_of, state_of_row
from hoshin.document.walk import lines_of
from hoshin.kernel.errors import HoshinError
from hoshin.kernel.regex import regex
from hoshin.renderers.html.phrases import MARK, phrased
from hoshin.renderers.html.whole import address, breakable, columns, stays, unbroken

_SAFE_TARGETS = ("https:", "mailto:", "tel:", "#")
_ID_JOINT = regex(r"(?<=[a-z0-9])[/:](?=[a-z0-9])")
"""Where the id of a text, or a placeholder, may break on a narrow screen."""
_WHOLE_VALUE = '<span class="value">'
_MARK_COLUMNS = ((3, "marked"), (5.5, "marked wide"))
"""Up to which width of its marks a list hangs by how much; `（10）` needs the most."""
_NARROW_TABLE_CELLS = 3
"""Rows of so many cells fit on a narrow screen; broader tables scroll there inside their own box."""
_LINE_COLUMNS = 30
"""An address of so many columns fits on a line of a narrow screen; a longer one breaks at its joints."""
_BROAD_TABLE_CELLS = 5
"""Rows of so many cells fit beside the numbers of articles; wider tables begin below them."""


class Writer:
    """Writes the nodes of one page. It counts the page's tables and keeps the sub-headings that are open.

    Words of the frame come from `labels` (names: `hoshin.renderers.html.render.LABELS`); `lang` is the page's language.
    `numbers` are the printed numbers of remarks by their ids. A redline marks blocks that one side alone has. In a page
    `with_ids` the ids of texts may break.
    """

    def __init__(
        self,
        labels: Mapping[str, str],
        lang: str,
        numbers: Mapping[str, str] | None = None,
        *,
        redline: bool = False,
        with_ids: bool = False,
    ) -> None:
        self._labels = labels
        self._lang = lang
        self._numbers = numbers or {}
        self._redline = redline
        self._with_ids = with_ids
        self._tables = 0
        self._in_cell = False
        self._base = 2
        self._open: list[int] = []

    def part(self, blocks: Blocks, under: int = 2) -> Markup:
        """Blocks below a heading of level `under`; their sub-headings follow on it without a gap."""
        self._base = under
        self._open.clear()
        return Markup(self._blocks(blocks))  # noqa: S704 - made of escaped parts only

    def line(self, children: Inlines) -> Markup:
        """The inline nodes of a heading, which breaks between phrases."""
        return Markup(self._phrased(children))  # noqa: S704 - made of escaped parts only

    def heading(self, children: Inlines, number: str) -> Markup:
        """A section's heading; the number that it opens with can be set apart."""
        if number and children and isinstance(first := children[0], Value):
            rest = self._phrased(children[1:])
            return Markup(f'<span class="num">{self._plainly(first.children)}</span>{rest}')  # noqa: S704 - escaped
        return self.line(children)

    def _phrased(self, nodes: Inlines) -> str:
        return self._inlines(phrased(nodes, self._lang)).replace(MARK, "<wbr>")

    def _inlines(self, nodes: Inlines) -> str:
        made: list[str] = []
        taken = ""
        for node, after in pairwise((*nodes, Text(""))):
            shown = Text(node.value.removeprefix(taken)) if isinstance(node, Text) else node
            taken = counter(node, after)
            made.append(self._inline(_joined(shown, taken) if taken else shown))
        return "".join(made)

    def _inline(self, node: Inline) -> str:
        match node:
            case Text(value):
                return self._text(value)
            case Break():
                return "<br>"
            case Link(target, children):
                return self._link(target, children)
            case Inserted() | Deleted():
                return self._revision(node)
            case Remarked():
                return self._remarked(node)
            case _:
                start, end = _around(node)
                inner = self._plainly(node.children) if start == _WHOLE_VALUE else self._inlines(node.children)
                return f"{start}{inner}{end}"

    def _text(self, value: str) -> str:
        return _ID_JOINT.sub(r"\g<0><wbr>", str(escape(value))) if self._with_ids else unbroken(value)

    def _plainly(self, nodes: Inlines) -> str:
        """Nodes of which nothing breaks as it is."""
        return "".join([str(escape(node.value)) if isinstance(node, Text) else self._inline(node) for node in nodes])

    def _link(self, target: str, children: Inlines) -> str:
        if target.startswith(PAGE):
            name, mark, anchor = target.removeprefix(PAGE).partition("#")
            target = f"{name if '.' in name else f'{name}.{self._lang}'}.html{mark}{anchor}"
        elif not target.startswith(_SAFE_TARGETS):
            raise HoshinError("link-unsafe", target=target)
        shown = plain(children)
        if shown in {target, target.partition(":")[2]}:
            inner = breakable(shown) if self._in_cell or columns(shown) > _LINE_COLUMNS else address(shown)
            return f'<a href="{escape(target)}" class="bare">{inner}</a>'
        whole = ' class="whole"' if target.startswith(f"#{PLACE}") else ""
        return f'<a href="{escape(target)}"{whole}>{self._inlines(children)}</a>'

    def _revision(self, node: Inserted | Deleted) -> str:
        tag, label = ("ins", "inserted") if isinstance(node, Inserted) else ("del", "deleted")
        children = node.children
        if not plain(children).strip():
            return f"<{tag}>{self._inlines(children)}</{tag}>"
        start, end = self._aside_words(label), self._aside_words(f"{label}-end")
        return f"<{tag}>{start}{self._inlines(children)}{end}</{tag}>"

    def _remarked(self, node: Remarked) -> str:
        """The words, and after them a link to each remark by its number."""
        places = "".join([f'<span id="{escape(PLACE + name)}"></span>' for name in node.places])
        label = self._labels["remark"]
        links = "".join(
            [
                f'<a class="remark" href="#{escape(name)}" aria-label="{escape(label)} {escape(self._numbers[name])}"'
                f" data-front>{escape(self._numbers[name])}</a>"
                for name in node.remarks
            ]
        )
        return f"{places}{self._inlines(node.children)}{links}"

    def _state(self, *blocks: Block) -> State:
        """Which side alone has these blocks, where the page is a redline."""
        return state_of(*blocks) if self._redline else ""

    def _aside_words(self, label: str) -> str:
        return f'<span class="unseen" data-front> {escape(self._labels[label])} </span>'

    def _blocks(self, blocks: Blocks) -> str:
        return "\n".join([self._block(block) for block in blocks])

    def _block(self, block: Block) -> str:  # noqa: PLR0911 - a return for each kind of block
        match block:
            case Paragraph(children, anchor, at_end):
                kind = _only(self._state(block), "end" if at_end else "")
                return f"<p{_id(anchor)}{kind}>{self._inlines(children)}</p>"
            case Heading(children, level, anchor):
                tag = f"h{self._printed_level(level)}"
                return f"<{tag}{_id(anchor)}{_only(self._state(block))}>{self._phrased(children)}</{tag}>"
            case ListBlock():
                return self._list(block)
            case Address(lines, anchor):
                start = f"<address{_id(anchor)}{_only(self._state(block))}>"
                before, self._in_cell = self._in_cell, True
                inner = self._inlines(joined(lines))
                self._in_cell = before
                return f"{start}{inner}</address>"
            case Preformatted(text, anchor):
                return f'<pre{_id(anchor)} tabindex="0"><code>{escape(text)}</code></pre>'
            case Table():
                return self._table(block)
            case Notice(kind, inner, anchor, title):
                said = self._inlines(title) if title else escape(self._labels[f"notice-{kind}"])
                kicker = f'<p class="kicker">{said}</p>'
                start = f'<aside role="note" class="notice notice-{escape(kind)}"{_id(anchor)} data-front>'
                return f"{start}{kicker}\n{self._blocks(inner)}</aside>"

    def _printed_level(self, level: int) -> int:
        """The level as a heading one deeper than what it stands under: screen readers must not meet a gap."""
        while self._open and self._open[-1] >= level:
            self._open.pop()
        self._open.append(level)
        return min(self._base + len(self._open), 6)

    def _list(self, block: ListBlock) -> str:
        if not block.items:
            return ""
        tag = "ol" if block.ordered else "ul"
        width = max((_mark_width(item.mark) for item in block.items), default=0.0)
        marked = next((kind for most, kind in _MARK_COLUMNS if width <= most), "marked wider")
        kind = f' class="{marked}"' if width else ""
        items = "\n".join([self._item(item) for item in block.items])
        return f"<{tag}{_id(block.id)}{kind}>\n{items}\n</{tag}>"

    def _item(self, item: Item) -> str:
        shown = self._inlines(mark_of(item)) if self._redline else escape(item.mark)
        mark = f'<span class="mark">{shown}</span> ' if shown else ""
        start = f"<li{_id(item.id)}{_only(self._state(*item.blocks))}>"
        return f"{start}{mark}{self._tight(item.blocks)}{self._permalink(item)}</li>"

    def _permalink(self, item: Item) -> str:
        """A link to the item itself, where it tells of a change."""
        if not item.id.startswith(EVENT):
            return ""
        name = plain(next(lines_of(item.blocks), ()))
        label = f"{self._labels['permalink']} {name}"
        return f' <a class="permalink" href="#{escape(item.id)}" aria-label="{escape(label)}" data-front></a>'

    def _tight(self, blocks: Blocks) -> str:
        """A paragraph that stands alone needs no element of its own."""
        match blocks:
            case (Paragraph(children, ""),):
                return self._inlines(children)
            case _:
                return self._blocks(blocks)

    def _table(self, table: Table) -> str:
        self._tables += 1
        name = f"_table-{self._tables}"
        caption = f'<caption id="{name}">{self._inlines(table.caption)}</caption>\n' if table.caption else ""
        named = f'aria-labelledby="{name}"' if caption else f'aria-label="{escape(self._labels["table"])}"'
        head = f"<thead>\n{self._row(table.head, 'col')}\n</thead>\n" if table.head else ""
        body = "\n".join([self._row(row, "row") for row in table.rows])
        inner = f"<table{_id(table.id)}>\n{caption}{head}<tbody>\n{body}\n</tbody>\n</table>"
        width = max((len(row) for row in (table.head, *table.rows)), default=0)
        kind = "table broad" if width > _NARROW_TABLE_CELLS else "table"
        kind = f"{kind} outset" if width > _BROAD_TABLE_CELLS else kind
        kind = f"{kind} {only}" if (only := self._state(table)) else kind
        return f'<div class="{kind}" role="group" {named} tabindex="0">\n{inner}\n</div>'

    def _row(self, cells: tuple[Cell, ...], scope: str) -> str:
        only = _only(state_of_row(cells)) if self._redline else ""
        return f"<tr{only}>{''.join([self._cell(cell, scope) for cell in cells])}</tr>"

    def _cell(self, cell: Cell, scope: str) -> str:
        self._in_cell = True
        words = self._tight(cell.blocks)
        self._in_cell = False
        if words and (cell.header or scope == "col"):
            return f'<th scope="{scope}">{words}</th>'
        return f"<td>{words}</td>"


def _joined(node: Inline, following: str) -> Inline:
    """A value with the counter that follows it."""
    return replace(node, children=(*node.children, Text(following))) if isinstance(node, Value) else node


def _mark_width(mark: str) -> float:
    """The columns of a list mark, in which the letter i takes half of one."""
    return columns(mark) - mark.count("i") / 2


def _only(state: State, kind: str = "") -> str:
    """The class of a block that one side alone has, beside a class of its own."""
    classes = " ".join(name for name in (kind, state) if name)
    return f' class="{classes}"' if classes else ""


def _id(anchor: str) -> str:
    return f' id="{escape(anchor)}"' if anchor else ""


def _around(node: Unit | Value | Time | Emphasis | Strong | Foreign | Changed) -> tuple[str, str]:  # noqa: PLR0911 - as above
    """The tags before and after the node's children."""
    match node:
        case Unit(unit):
            return f'<span data-unit="{escape(unit)}">', "</span>"
        case Value(_, children):
            return _WHOLE_VALUE if stays(plain(children)) else "<span>", "</span>"
        case Time(datetime):
            return f'<time datetime="{escape(datetime)}">', "</time>"
        case Emphasis():
            return "<em>", "</em>"
        case Strong():
            return "<strong>", "</strong>"
        case Changed():
            return "<u>", "</u>"
        case Foreign(lang):
            return f'<span lang="{escape(lang)}">', "</span>"
