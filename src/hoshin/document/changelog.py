"""A report of changes as a document: what changed for people, in one language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, Literal

from msgspec import Struct

from hoshin.diff.change import Change, Report, Row
from hoshin.diff.chg import CLASSES
from hoshin.diff.effective import effective_day
from hoshin.diff.matrix_delta import signed
from hoshin.document.change_values import Side
from hoshin.document.change_words import Teller
from hoshin.document.foreign import languages_of, with_languages
from hoshin.document.grounds import ground_lines
from hoshin.document.nodes import (
    Block,
    Blocks,
    Cell,
    Deleted,
    Document,
    Inline,
    Inlines,
    Inserted,
    Item,
    ListBlock,
    Meta,
    Notice,
    Paragraph,
    Section,
    Table,
    Text,
)
from hoshin.policy.load import Loaded
from hoshin.policy.placeholders import find
from hoshin.policy.segment import Segment
from hoshin.policy.words import word_diff
from hoshin.translations.catalogue_entry import Words
from hoshin.translations.catalogues import plural, sentence
from hoshin.translations.dates import format_date
from hoshin.translations.formats import sentences
from hoshin.translations.locale import Locale

Audience = Literal["public", "legal", "engineers"]

_SILENT: Final = ("SECTIONS_RENUMBERED", "METADATA_CHANGED", "ENTITY_ID_RENAMED", "SECTION_MOVED", "ENTITY_MOVED")
"""Kinds whose sentence says all; no redline follows."""
_MOST_ROWS: Final = 500
"""Rows of the matrix that a page shows; the JSON has all."""


class Wordings(Struct, frozen=True):
    """The catalogues that a changelog speaks with: `changes` and `document`, in the language of the locale."""

    changes: Mapping[str, Words]
    frame: Mapping[str, Words]


class Told(Struct, frozen=True):
    """What is needed to tell events in one language."""

    teller: Teller
    frame: Mapping[str, Words]

    @property
    def words(self) -> Mapping[str, Words]:
        """The catalogue `changes`."""
        return self.teller.words


def told(old: Loaded, new: Loaded, locale: Locale, wordings: Wordings) -> Told:
    """`old` and `new` are both sides in the locale's language (`translations.editions`)."""
    sides = [Side(loaded, locale, wordings.frame, wordings.changes) for loaded in (old, new)]
    return Told(Teller(sides[0], sides[1], wordings.changes), wordings.frame)


def changelog_document(
    report: Report, old: Loaded, new: Loaded, locale: Locale, wordings: Wordings, audience: Audience = "public"
) -> Document:
    """The changelog of a report.

    `old` and `new` are both sides in the locale's language. Material changes stand first, editorial ones last, each
    class in the order of the document. The public sees no rule ids; legal sees rules and grounds; engineers see kinds,
    paths and which rows of the matrix came and went.
    """
    ready = told(old, new, locale, wordings)
    title = sentence(str(ready.words["title"]), {"document": ready.teller.new.printed(new.policy.document.title)})
    made = Document(
        kind="changelog",
        lang=locale.language,
        title=(Text(title),),
        meta=meta(new, ready),
        sections=(*_sections(report, ready, audience), *(_matrix(report, ready) if audience == "engineers" else ())),
        notices=tuple(_notices(report, ready, audience)),
        data=report.json_text(),
    )
    return with_languages(made, languages_of(new, locale.language))


def meta(new: Loaded, ready: Told) -> Meta:
    """What is known about a document that tells of changes: that of the new side."""
    controller = new.policy.controller
    return Meta(
        document=new.name,
        company=ready.teller.new.printed(controller.legal_name) if controller else "",
        version=new.policy.document.version or "",
        source_lang=new.policy.document.source_locale,
        labels=tuple((name, text) for name, text in ready.frame.items() if isinstance(text, str)),
    )


def _notices(report: Report, ready: Told, audience: Audience) -> Iterator[Notice]:
    yield Notice("info", (_paragraph(opening(report, ready)), *other_document(report, ready)))
    if audience != "public":
        for pair in report.suspected_renames:
            name = ready.teller.name
            names = {"before": name(pair.before) or pair.before, "after": name(pair.after) or pair.after}
            yield Notice("info", (_paragraph(sentence(str(ready.words["rename-suspected"]), names)),))


def other_document(report: Report, ready: Told) -> Blocks:
    """A word of warning where two documents are compared and not two versions of one."""
    if report.from_.document is None:
        return ()
    names = {"before": report.from_.document, "after": report.document}
    return (_paragraph(sentence(str(ready.words["other-document"]), names)),)


def opening(report: Report, ready: Told) -> str:
    """The headline, and from which day the new version holds where it states one."""
    new = ready.teller.new
    day = effective_day(new.loaded.policy) if report.events else None
    said = [headline(report, ready.words)]
    if day is not None:
        said.append(sentence(str(ready.words["in-force"]), {"day": format_date(new.locale, day)}))
    return sentences(new.locale, said)


def headline(report: Report, words: Mapping[str, Words]) -> str:
    """How many changes of which weight there are: "3 material changes, 2 other changes."."""
    counts = {class_: sum(event.class_ == class_ for event in report.events) for class_ in CLASSES}
    if not report.events:
        return str(words["nothing"])
    if not counts["material"] and not counts["notable"]:
        return str(words["nothing-of-substance"])
    return sentence(
        str(words["headline"]),
        {
            "material": _counted("material", counts["material"], words),
            "other": _counted("other", counts["notable"] + counts["editorial"], words),
        },
    )


def _counted(what: str, count: int, words: Mapping[str, Words]) -> str:
    return sentence(plural(words[f"count-{what}"], count), {"count": count})


def _sections(report: Report, ready: Told, audience: Audience) -> Iterator[Section]:
    for class_ in reversed(CLASSES):
        events = [event for event in report.events if event.class_ == class_]
        if events:
            items = tuple(Item(tuple(_blocks(event, ready, audience)), id=event.event_id) for event in events)
            yield Section(class_, (Text(str(ready.words[f"{class_}-heading"])),), (ListBlock(items),))


def _blocks(event: Change, ready: Told, audience: Audience) -> Iterator[Block]:
    first, *rest = remark_lines(event, ready, audience)
    yield Paragraph(first)
    if event.kind not in _SILENT:
        for line in redlines(event, ready.teller):
            yield Paragraph(line)
    for line in rest:
        yield Paragraph(line)


def remark_lines(event: Change, ready: Told, audience: Audience) -> Iterator[Inlines]:
    """What is said about an event without its redline: the sentence, then what the audience needs beside it."""
    language = ready.teller.new.locale.language
    yield (Text(ready.teller.sentence(event)),)
    if event.note and (note := event.note.texts.get(language)):
        yield (Text(note),)
    if audience == "engineers":
        yield (Text(sentence(str(ready.words["path"]), {"kind": event.kind, "path": "/".join(event.path)})),)
        yield from [(Text(sentence(str(ready.words["rules"]), {"rules": event.rule_ids})),)] if event.rules else []
    if audience == "legal":
        yield from ((Text(line),) for line in ground_lines(event, ready.words, language))


def _matrix(report: Report, ready: Told) -> Iterator[Section]:
    if report.matrix is None:
        return
    words = ready.words
    rows = signed(report.matrix)
    blocks: list[Block] = []
    if rows:
        head = tuple(_cell(str(words[f"matrix-{name}"]), header=True) for name in ("sign", *Row.__struct_fields__))
        shown = tuple(_row(sign, row) for sign, row in rows[:_MOST_ROWS])
        blocks.append(Table((Text(str(words["matrix-caption"])),), head, shown))
    else:
        blocks.append(_paragraph(str(words["matrix-same"])))
    if len(rows) > _MOST_ROWS:
        blocks.append(_paragraph(sentence(str(words["matrix-more"]), {"count": len(rows) - _MOST_ROWS})))
    yield Section("matrix", (Text(str(words["matrix-heading"])),), tuple(blocks))


def _row(sign: str, row: Row) -> tuple[Cell, ...]:
    """A row by ids, as engineers ask for it: `hoshin query matrix` prints the same."""
    parts = (row.purpose, row.data, row.recipient, row.basis, row.retention)
    return (_cell(sign, header=True), *(_cell(part or "–") for part in parts))


def _cell(text: str, *, header: bool = False) -> Cell:
    return Cell((_paragraph(text),), header=header)


def _paragraph(text: str) -> Paragraph:
    return Paragraph((Text(text),))


def redlines(event: Change, teller: Teller) -> Iterator[Inlines]:
    """Each text that reads differently now, its values filled in; what the sentence says already is left out."""
    said = teller.sentence(event)
    if event.kind.startswith("TRANSLATION") and teller.new.locale.language not in event.path:
        return
    for unit_id in sorted(event.units, key=teller.place):
        before, after = teller.old.unit(unit_id), teller.new.unit(unit_id)
        if before == after or (unit_id.endswith("/title") and not (before and after)):
            continue
        if before in said and after in said:
            continue
        if find(before) or find(after):  # a translation that still asks for a value that is gone
            continue
        yield marked(word_diff(before, after, teller.new.locale.language))


def marked(segments: tuple[Segment, ...]) -> Inlines:
    """Segments as inserted and deleted runs."""
    return tuple(_run(segment) for segment in segments)


def _run(segment: Segment) -> Inline:
    match segment.op:
        case "=":
            return Text(segment.text)
        case "-":
            return Deleted((Text(segment.text),))
        case "+":
            return Inserted((Text(segment.text),))
