"""Two versions side by side, as Japan's 新旧対照表 and its English counterpart show an amendment (changes.md 11)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from hoshin.diff.change import Report
from hoshin.document.changelog import Audience, Told, meta, opening, other_document, remark_lines
from hoshin.document.nodes import (
    Address,
    Block,
    Blocks,
    Cell,
    Changed,
    Deleted,
    Document,
    Heading,
    Inline,
    Inlines,
    Inserted,
    Item,
    ListBlock,
    Meta,
    Notice,
    Paragraph,
    Preformatted,
    Remarked,
    Section,
    Strong,
    Table,
    Text,
)
from hoshin.document.redline import redline
from hoshin.document.redline_view import Versions, compared
from hoshin.document.remarks import with_remarks
from hoshin.document.rewrite import with_nodes
from hoshin.document.row_reasons import RowTrace, reasons, trace
from hoshin.document.sides import Which, joined, kept, mark_of, spaced, state
from hoshin.document.walk import deep
from hoshin.policy.load import Loaded
from hoshin.translations.catalogues import sentence

_WIDTHS: Final = (5, 5, 3)
"""Shares of the two texts and of the reasons."""
_GAP: Final = "\u3000"
"""Between the cells of a row of a table, which is shown as one line."""


class _Entry(Struct, frozen=True):
    """One line of the document, both versions in it; `lead` is bold, as headings are, `cells` what it was made of."""

    line: Inlines
    lead: bool = False
    cells: tuple[Cell, ...] = ()

    @property
    def changed(self) -> bool:
        return any(isinstance(node, Inserted | Deleted) for node in deep(self.line))


def side_by_side(
    report: Report, versions: Versions, told: Told, new: Loaded, audience: Audience = "public"
) -> Document:
    """The parts that changed, in the order of the document: a row for each, changed words underlined on both sides.

    Which side stands first is the locale's custom (`comparison`), and the heads of the columns say it. What is the same
    is left out with a word where it stands between changes. The last column tells what the change means, with the note
    of the people who made it where there is one; a row that is printed from fields tells the changes of their facts.
    Changes that no row tells, such as that of a legal basis which stands in no sentence, follow below the table, but
    for editorial ones.
    """
    made = with_remarks(redline(versions.old, versions.new, versions.terms, moves=False), report.events, ())
    parts = [part for section in made.sections if (part := _Part.of(section)).changed]
    table = _Table(report, told, audience, reasons(report, [row for part in parts for row in part.traces()]))
    rows = tuple(row for part in parts for row in table.part(part))
    title = sentence(str(told.words["table-title"]), {"document": told.teller.new.printed(new.policy.document.title)})
    said = [compared(report, told), opening(report, told)]
    blocks: Blocks = (Paragraph((Text(str(told.words["table-nothing"])),)),)
    if rows:
        blocks = (Table((Text(str(told.words["table-caption"])),), table.head, rows, "table", _WIDTHS),)
    blocks = (*blocks, *table.beyond())
    return Document(
        kind="comparison",
        lang=versions.new.lang,
        title=(Text(title),),
        meta=_meta(new, told),
        sections=(Section("comparison", (), blocks),),
        notices=(Notice("info", (*(Paragraph((Text(text),)) for text in said), *other_document(report, told))),),
        data=report.json_text(),
    )


def _meta(new: Loaded, told: Told) -> Meta:
    return replace(meta(new, told), version="")  # the table speaks of two versions; the notice names both


class _Part(Struct, frozen=True):
    """A section as the lines that it would print."""

    heading: _Entry
    entries: tuple[_Entry, ...]

    @staticmethod
    def of(section: Section) -> _Part:
        return _Part(_Entry(section.heading, lead=True), tuple(_entries(section.blocks)))

    @property
    def changed(self) -> bool:
        return self.heading.changed or any(entry.changed for entry in self.entries)

    def traces(self) -> Iterator[RowTrace]:
        """What each line that changed leads to, in order."""
        above = False
        for entry in (self.heading, *self.entries):
            if entry.changed:
                yield trace(entry.line, entry.cells, follows=above)
            above = entry.changed


class _Table:
    """Makes the rows; `reasons` are the ids of the events of each row that changed, in order."""

    def __init__(self, report: Report, told: Told, audience: Audience, reasons_: Sequence[tuple[str, ...]]) -> None:
        self._events = {event.event_id: event for event in report.events}
        self._told = told
        self._audience = audience
        self._said = frozenset(name for names in reasons_ for name in names)
        self._reasons = iter(reasons_)
        self._new_first = told.teller.new.locale.comparison == "new_first"

    @property
    def head(self) -> tuple[Cell, ...]:
        """The heads of the columns, which state their order."""
        return self._row(*(self._fixed(f"table-{name}", header=True) for name in ("before", "after", "why")))

    def beyond(self) -> Iterator[Block]:
        """The changes that no row tells."""
        left = [event for name, event in self._events.items() if name not in self._said and event.class_ != "editorial"]
        if left:
            yield Paragraph((Strong((Text(str(self._told.words["table-beyond"])),)),))
            lines = (remark_lines(event, self._told, self._audience) for event in left)
            yield ListBlock(tuple(Item(tuple(Paragraph(line) for line in said)) for said in lines))

    def part(self, part: _Part) -> Iterator[tuple[Cell, ...]]:
        """The rows of a section that changed."""
        if part.heading.line:
            yield self._entry(part.heading) if part.heading.changed else self._both(part.heading)
        waiting = False
        for entry in part.entries:
            if entry.changed:
                yield from [self._same()] if waiting else []
                yield self._entry(entry)
            waiting = not entry.changed
        if waiting:
            yield self._same()

    def _entry(self, entry: _Entry) -> tuple[Cell, ...]:
        only = state((entry.line,))
        old = self._fixed("table-new") if only == "inserted" else self._side(entry, "old")
        new = self._fixed("table-gone") if only == "deleted" else self._side(entry, "new")
        why = joined(tuple(self._why(next(self._reasons))))
        return self._row(old, new, Cell((Paragraph(why),) if why else ()))

    def _side(self, entry: _Entry, which: Which) -> Cell:
        line = _underlined(entry.line, which)
        return Cell((Paragraph((Strong(line),) if entry.lead else line),))

    def _both(self, entry: _Entry) -> tuple[Cell, ...]:
        return self._row(self._side(entry, "old"), self._side(entry, "new"), Cell(()))

    def _same(self) -> tuple[Cell, ...]:
        return self._row(self._fixed("table-same"), self._fixed("table-same"), Cell(()))

    def _why(self, names: tuple[str, ...]) -> Iterator[Inlines]:
        for name in names:
            yield from remark_lines(self._events[name], self._told, self._audience)

    def _row(self, old: Cell, new: Cell, why: Cell) -> tuple[Cell, ...]:
        return (new, old, why) if self._new_first else (old, new, why)

    def _fixed(self, word: str, *, header: bool = False) -> Cell:
        return Cell((Paragraph((Text(str(self._told.words[word])),)),), header=header)


def _underlined(line: Inlines, which: Which) -> Inlines:
    """One side of a line, what the other side has not underlined; numbers of remarks stand in their own column."""
    own = Inserted if which == "new" else Deleted

    def change(node: Inline) -> Inlines | None:
        match node:
            case Remarked(children):
                return with_nodes(children, change)
            case Inserted(children) | Deleted(children):
                return (type(node)((Changed(children),)),) if isinstance(node, own) else ()
            case _:
                return None

    return kept(with_nodes(line, change), which)


def _entries(blocks: Blocks) -> Iterator[_Entry]:
    for block in blocks:
        yield from _of_block(block)


def _of_block(block: Block) -> Iterator[_Entry]:
    match block:
        case Paragraph(children):
            yield _Entry(children)
        case Heading(children):
            yield _Entry(children, lead=True)
        case ListBlock(items):
            for item in items:
                yield from _of_item(item)
        case Address(lines):
            yield _Entry(joined(lines))
        case Table(caption, head, rows):
            yield from [_Entry(caption, lead=True)] if caption else []
            for row in (head, *rows):
                yield from [_Entry(_in_one_line(row), cells=row)] if row else []
        case Notice(_, inner):
            yield from _entries(inner)
        case Preformatted(text):
            yield from (_Entry((Text(line),)) for line in text.split("\n"))


def _of_item(item: Item) -> Iterator[_Entry]:
    """The words of an item with its mark, then what it holds further."""
    mark = mark_of(item)
    match item.blocks:
        case (Paragraph(children), *rest):
            yield _Entry((*spaced(mark), *children))
            yield from _entries(tuple(rest))
        case rest:
            yield from [_Entry(mark)] if mark else []
            yield from _entries(tuple(rest))


def _in_one_line(row: tuple[Cell, ...]) -> Inlines:
    """The cells of a row, each with the gap that parts it from the one before."""
    lines = [tuple(node for entry in _entries(cell.blocks) for node in entry.line) for cell in row]
    gap: Inline = Text(_GAP)
    match state(lines):
        case "inserted":
            gap = Inserted((gap,))
        case "deleted":
            gap = Deleted((gap,))
        case _:
            pass
    return tuple(node for at, line in enumerate(lines) for node in ((gap, *line) if at else line))
