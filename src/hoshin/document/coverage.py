"""The table of coverage as a document: what each item of a law finds in the policy, with text and line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date

from msgspec import Struct, field

from hoshin.check.laws.coverage import Row
from hoshin.check.laws.pack import Pack
from hoshin.document.nodes import Block, Cell, Document, Inlines, Meta, Notice, Paragraph, Section, Table, Text
from hoshin.kernel.ground import Ground
from hoshin.kernel.place import Place
from hoshin.translations.catalogue_entry import Words
from hoshin.translations.catalogues import group, sentence, words
from hoshin.translations.grounds import cited
from hoshin.translations.messages import rule_title

_LONGEST = 160
"""Characters of a sentence that a cell shows; the line says where the whole stands."""
MOST = 3
"""Texts of an item that a cell shows."""


class Found(Struct, frozen=True):
    """One text that satisfies an item: its id, its words, its line."""

    unit: str
    text: str
    place: Place | None


class Entry(Struct, frozen=True):
    """A row with its words: where the texts stand, and what is open where."""

    row: Row
    found: tuple[Found, ...] = ()
    open: tuple[tuple[str, Place | None], ...] = ()


class Sheet(Struct, frozen=True):
    """Everything that a table of coverage says. `law` names the table: a pack, or a profile over one."""

    law: str
    pack: Pack
    day: date
    document: str
    entries: tuple[Entry, ...] = field(default=())

    def counts(self) -> Mapping[str, int]:
        """How many items have each verdict."""
        return Counter(entry.row.verdict for entry in self.entries)


def coverage_document(sheet: Sheet, lang: str, frame: Mapping[str, Words], day: str) -> Document:
    """The sheet in one language. `frame` is the catalogue `document`, `day` the day of the law as it is written."""
    own = words(lang, "laws/coverage")
    told = group(own, "words")
    title = group(own, "titles").get(sheet.law, sheet.law)
    standing = (
        sentence(told["confirmed"], {"name": sheet.pack.confirmed_by})
        if sheet.pack.confirmed_by
        else told["unconfirmed"]
    )
    about = sentence(
        told["as-of"],
        {"date": day, "pack": sheet.pack.id, "version": sheet.pack.version, "document": sheet.document},
    )
    blocks: tuple[Block, ...] = (
        Paragraph(_text(about)),
        Paragraph(_text(summary(sheet, lang))),
        _table(sheet, lang, own),
        Paragraph(_text(told["signature"])),
    )
    return Document(
        kind="coverage",
        lang=lang,
        title=_text(title),
        meta=Meta(document=f"{sheet.document}-coverage-{sheet.law}", labels=labels(frame)),
        sections=(Section("coverage", _text(told["result"]), blocks),),
        notices=(Notice("draft" if not sheet.pack.confirmed_by else "info", (Paragraph(_text(standing)),)),),
    )


def labels(frame: Mapping[str, Words]) -> tuple[tuple[str, str], ...]:
    """Words of the page's frame."""
    return tuple(sorted((key, value) for key, value in frame.items() if isinstance(value, str)))


def summary(sheet: Sheet, lang: str) -> str:
    """How many items are satisfied, missing and so on."""
    counts = sheet.counts()
    names = ("satisfied", "missing", "unprinted", "unknown", "not-applicable")
    args = {name.replace("-", "_"): counts.get(name, 0) for name in names}
    return sentence(group(words(lang, "laws/coverage"), "words")["summary"], {**args, "count": len(sheet.entries)})


def _table(sheet: Sheet, lang: str, own: Mapping[str, Words]) -> Table:
    heads = group(own, "heads")
    head = tuple(Cell((Paragraph(_text(heads[name])),), header=True) for name in ("item", "verdict", "where", "open"))
    rows = tuple(tuple(_cell(lines) for lines in _row(sheet, entry, lang)) for entry in sheet.entries)
    return Table((), head, rows, id="coverage-table")


def _row(sheet: Sheet, entry: Entry, lang: str) -> tuple[tuple[str, ...], ...]:
    """The columns of a page: the provisions stand below the item, and a place is file and line."""
    item, cited_, *rest = cells(sheet, entry, lang, short=True)
    return ((*item, *cited_), *rest)


def cells(sheet: Sheet, entry: Entry, lang: str, *, short: bool = False) -> tuple[tuple[str, ...], ...]:
    """The lines of each column of a row: item, provisions, verdict, where it stands, what is open.

    A short place is the name of the file and the line, since a long one fits no column of a page.
    """
    own = words(lang, "laws/coverage")
    row = entry.row
    where = [_short(found.text) + _at(found.place, short=short) for found in entry.found]
    if len(where) > MOST:
        more = sentence(group(own, "words")["more"], {"count": len(where) - MOST})
        where = [*where[:MOST], more]
    return (
        (group(own, "items").get(row.item.id, row.item.id),),
        tuple(provisions(sheet, row, lang)),
        (group(own, "verdicts")[row.verdict], *_because(row, group(own, "words"))),
        tuple(where),
        tuple(f"{rule} {rule_title(rule, lang)}{_at(place, short=short)}" for rule, place in entry.open),
    )


def provisions(sheet: Sheet, row: Row, lang: str) -> list[str]:
    """The provisions of an item as people cite them; a criterion of a profile stays as it is."""
    instrument = {"gdpr": "GDPR", "uk": "UK GDPR", "appi": "APPI", "tba": "TBA", "ccpa": "Cal. Civ. Code"}.get(
        sheet.law
    )
    if row.item.id == "ccpa-dnt":
        instrument = "CalOPPA"
    return [cited(Ground(instrument, one), lang) if instrument else one for one in row.item.provisions if one]


def _because(row: Row, told: Mapping[str, str]) -> tuple[str, ...]:
    if row.verdict != "not-applicable":
        return ()
    if not row.reasons:
        return (told["nothing"],)
    return tuple(sentence(told["because"], {"reason": reason}) for reason in row.reasons)


def _at(place: Place | None, *, short: bool) -> str:
    if place is None:
        return ""
    return f" ({place.file.rpartition('/')[2]}:{place.line})" if short else f" ({place})"


def _short(text: str) -> str:
    one = " ".join(text.split())
    return one if len(one) <= _LONGEST else one[: _LONGEST - 1] + "…"


def _cell(lines: tuple[str, ...]) -> Cell:
    return Cell(tuple(Paragraph(_text(line)) for line in lines))


def _text(text: str) -> Inlines:
    return (Text(text),)
