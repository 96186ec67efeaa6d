"""Two versions of a document as one, with what was inserted and deleted (changes.md 10 and 11).

Parts are paired by their permanent ids, never by position or likeness of texts; words are compared inside a pair only.
Without the insertions it reads as the old version, without the deletions as the new one (`sides`).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from hoshin.document.nodes import (
    Address,
    Block,
    Blocks,
    Cell,
    Document,
    Heading,
    Inline,
    Inlines,
    Item,
    Link,
    ListBlock,
    Notice,
    Paragraph,
    Section,
    Table,
    Unit,
    Value,
    plain,
)
from hoshin.document.pairing import Members, Pair, paired, together
from hoshin.document.rewrite import Rewriter, with_nodes
from hoshin.document.runs import deleted, inserted, revised
from hoshin.document.walk import anchors_of, deep, lines_of

FORMER: Final = "was."
"""Begins the anchors of what is gone: a part that moved stands twice, and an anchor only once."""


def redline(old: Document, new: Document, terms: Sequence[str] = (), *, moves: bool = True) -> Document:
    """The redline of two documents in the same language; title, notices and body. `terms` are words never cut.

    What stands in another order is deleted here and inserted there; without `moves` it stands at its new place only, as
    a table of two versions shows it, and then the old text cannot be read off in its order.
    """
    merger = _Merger(new.lang, tuple(terms), moves)
    return replace(
        new,
        kind="redline",
        title=merger.line(old.title, new.title),
        notices=tuple(block for block in merger.blocks(old.notices, new.notices) if isinstance(block, Notice)),
        sections=_linked(tuple(merger.sections(old.sections, new.sections))),
        summary=(),
        summary_title="",
        form=None,
        data="",
    )


class _Merger(Struct, frozen=True):
    """Merges parts of two documents in one language."""

    language: str
    terms: tuple[str, ...]
    moves: bool

    def _pairs(self, keys: tuple[Members, Members], said: tuple[Members, Members]) -> list[Pair]:
        found = paired(*keys, said)
        return found if self.moves else together(found, *keys)

    def sections(self, old: Sequence[Section], new: Sequence[Section]) -> Iterator[Section]:
        keys = [section.id for section in old], [section.id for section in new]
        for a, b in self._pairs(keys, ([_said(part) for part in old], [_said(part) for part in new])):
            if a is not None and b is not None:
                heading = self._heading(old[a], new[b])
                number = new[b].number or old[a].number
                yield Section(new[b].id, heading, self.blocks(old[a].blocks, new[b].blocks), number)
            elif a is not None:
                yield _whole_section(old[a], _GONE, deleted)
            elif b is not None:
                yield _whole_section(new[b], _FRESH, inserted)

    def _heading(self, old: Section, new: Section) -> Inlines:
        """The number apart, since it changes as a whole: `第11条` and not one of its digits."""
        (was, before), (number, after) = _number_apart(old), _number_apart(new)
        words = self.line(before, after)
        holder = number or was
        if holder is None or (was is not None and number is not None and plain((was,)) == plain((number,))):
            return (*((holder,) if holder else ()), *words)
        gone, fresh = was.children if was else (), number.children if number else ()
        return (replace(holder, children=(*deleted(gone), *inserted(fresh))), *words)

    def blocks(self, old: Blocks, new: Blocks) -> Blocks:
        keys = [_key(block) for block in old], [_key(block) for block in new]
        said = [_words((block,)) for block in old], [_words((block,)) for block in new]
        found: list[Block] = []
        for a, b in self._pairs(keys, said):
            if a is not None and b is not None:
                found += self._block(old[a], new[b])
            elif a is not None:
                found.append(_GONE.block(old[a]))
            elif b is not None:
                found.append(_FRESH.block(new[b]))
        return tuple(found)

    def _block(self, old: Block, new: Block) -> Iterator[Block]:
        match old, new:
            case Paragraph(before), Paragraph(after):
                yield replace(new, children=self.line(before, after))
            case Heading(before), Heading(after):
                yield replace(new, children=self.line(before, after))
            case ListBlock(), ListBlock():
                yield replace(new, items=tuple(self._items(old.items, new.items)))
            case Address(), Address():
                yield replace(new, lines=tuple(self._lines(old.lines, new.lines)))
            case Table(), Table() if len(old.head) == len(new.head):
                yield self._table(old, new)
            case Notice(), Notice():
                yield replace(new, blocks=self.blocks(old.blocks, new.blocks))
            case _:
                yield _GONE.block(old)
                yield _FRESH.block(new)

    def _items(self, old: Sequence[Item], new: Sequence[Item]) -> Iterator[Item]:
        keys = [item.id for item in old], [item.id for item in new]
        for a, b in self._pairs(keys, ([_words(item.blocks) for item in old], [_words(item.blocks) for item in new])):
            if a is not None and b is not None:
                was = old[a].mark if old[a].mark != new[b].mark else None
                yield replace(new[b], blocks=self.blocks(old[a].blocks, new[b].blocks), was=was)
            elif a is not None:
                yield _GONE.item(old[a])
            elif b is not None:
                yield _FRESH.item(new[b])

    def _lines(self, old: Sequence[Inlines], new: Sequence[Inlines]) -> Iterator[Inlines]:
        for a, b in paired([_names(line) for line in old], [_names(line) for line in new]):
            if a is not None and b is not None:
                yield self.line(old[a], new[b])
            elif a is not None:
                yield _GONE.line(old[a])
            elif b is not None:
                yield _FRESH.line(new[b])

    def _table(self, old: Table, new: Table) -> Table:
        return replace(
            new,
            caption=self.line(old.caption, new.caption),
            head=self._row(old.head, new.head),
            rows=tuple(self._rows(old.rows, new.rows)),
        )

    def _rows(self, old: Sequence[tuple[Cell, ...]], new: Sequence[tuple[Cell, ...]]) -> Iterator[tuple[Cell, ...]]:
        keys = [_row_key(row) for row in old], [_row_key(row) for row in new]
        for a, b in self._pairs(keys, ([_row_words(row) for row in old], [_row_words(row) for row in new])):
            if a is not None and b is not None and len(old[a]) == len(new[b]):
                yield self._row(old[a], new[b])
                continue
            if a is not None:
                yield _GONE.row(old[a])
            if b is not None:
                yield _FRESH.row(new[b])

    def _row(self, old: tuple[Cell, ...], new: tuple[Cell, ...]) -> tuple[Cell, ...]:
        return tuple(self._cell(a, b) for a, b in zip(old, new, strict=True))

    def _cell(self, old: Cell, new: Cell) -> Cell:
        """What either side prints."""
        return replace(
            new,
            blocks=self.blocks(old.blocks, new.blocks),
            fields=tuple(dict.fromkeys((*old.fields, *new.fields))),
            names=tuple(dict.fromkeys((*old.names, *new.names))),
        )

    def line(self, old: Inlines, new: Inlines) -> Inlines:
        """Texts of a line are paired by their ids; each keeps what stands before it and parts it from the last."""
        befores, afters = _parts(old), _parts(new)
        found: list[Inline] = []
        if len(befores) == len(afters) == 1:
            return self._part(befores[0], afters[0])
        for a, b in paired([part[0] for part in befores], [part[0] for part in afters]):
            if a is not None and b is not None:
                found += self._part(befores[a], afters[b])
            elif a is not None:
                found += _wrapped(*befores[a], deleted)
            elif b is not None:
                found += _wrapped(*afters[b], inserted)
        return tuple(found)

    def _part(self, old: _Part, new: _Part) -> Inlines:
        name = new[0] or old[0]
        made = revised(_bare(old[1]), _bare(new[1]), self.language, self.terms)
        return (Unit(name, made),) if name and made else made


_Part = tuple[str, Inlines]
"""The id of a text, empty for what is no text of the policy, and all that belongs to it."""


def _parts(line: Inlines) -> list[_Part]:
    """A line cut before each text's joiner; what follows the last text belongs to it."""
    found: list[tuple[str, list[Inline]]] = []
    waiting: list[Inline] = []
    for node in line:
        if isinstance(node, Unit):
            found.append((node.id, [*waiting, node]))
            waiting = []
        else:
            waiting.append(node)
    if found:
        found[-1][1].extend(waiting)
    elif waiting:
        found.append(("", waiting))
    return [(name, tuple(nodes)) for name, nodes in found]


def _bare(nodes: Inlines) -> Inlines:
    return tuple(inner for node in nodes for inner in (node.children if isinstance(node, Unit) else (node,)))


def _number_apart(section: Section) -> tuple[Value | None, Inlines]:
    first = section.heading[0] if section.heading else None
    return (first, section.heading[1:]) if section.number and isinstance(first, Value) else (None, section.heading)


def _key(block: Block) -> tuple[str, str]:
    return type(block).__name__, block.kind if isinstance(block, Notice) else block.id


def _names(line: Inlines) -> tuple[str, ...]:
    return tuple(_unit_names(line)) or (plain(line),)


def _row_key(row: tuple[Cell, ...]) -> Hashable:
    """The texts that a row holds name it, or the fields that it prints; a row of other values has its first cell."""
    units = tuple(name for cell in row for line in lines_of(cell.blocks) for name in _unit_names(line))
    fields = tuple(name for cell in row for name in cell.fields)
    return units[:1] or fields[:1] or _words(row[0].blocks if row else ())


def _unit_names(line: Inlines) -> Iterator[str]:
    return (node.id for node in deep(line) if isinstance(node, Unit))


def _words(blocks: Blocks) -> str:
    return "\n".join(plain(line) for line in lines_of(blocks))


def _row_words(row: tuple[Cell, ...]) -> str:
    return "\t".join(_words(cell.blocks) for cell in row)


def _said(section: Section) -> str:
    return plain(section.heading) + "\n" + _words(section.blocks)


def _rewriter(wrap: Callable[[Inlines], Inlines], prefix: str = "") -> Rewriter:
    """Wraps every text of a line by itself, so that each still can be found by its id."""

    def line(nodes: Inlines) -> Inlines:
        return tuple(made for name, part in _parts(nodes) for made in _wrapped(name, part, wrap))

    return Rewriter(line, prefix)


def _wrapped(name: str, nodes: Inlines, wrap: Callable[[Inlines], Inlines]) -> Inlines:
    if not name:
        return wrap(nodes)
    return (Unit(name, made),) if (made := wrap(_bare(nodes))) else ()


_GONE: Final = _rewriter(deleted, FORMER)
_FRESH: Final = _rewriter(inserted)


def _whole_section(section: Section, how: Rewriter, wrap: Callable[[Inlines], Inlines]) -> Section:
    number, words = _number_apart(section)
    made = how.section(replace(section, heading=words))
    if number is None:
        return made
    return replace(made, heading=(replace(number, children=wrap(number.children)), *made.heading))


def _linked(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """Links into what is gone lead to where it stands in the redline; without such a place the words are left."""
    anchors = frozenset(anchors_of(sections))

    def change(node: Inline) -> Inlines | None:
        if not isinstance(node, Link) or not node.target.startswith("#") or node.target[1:] in anchors:
            return None
        former = f"{FORMER}{node.target[1:]}"
        return (replace(node, target=f"#{former}"),) if former in anchors else node.children

    how = Rewriter(lambda line: with_nodes(line, change))
    return tuple(how.section(section) for section in sections)
