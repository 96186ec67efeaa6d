"""The redline of a report: both versions in one, the list of changes in front, each change beside its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from hoshin.diff.change import Report, Revision
from hoshin.diff.chg import CLASSES
from hoshin.document.changelog import Audience, Told, opening, other_document, remark_lines
from hoshin.document.nodes import (
    PLACE,
    Block,
    Blocks,
    Document,
    Heading,
    Inlines,
    Item,
    Link,
    ListBlock,
    Paragraph,
    Remark,
    Section,
    Text,
)
from hoshin.document.redline import redline
from hoshin.document.remarks import placed, with_remarks
from hoshin.translations.catalogues import sentence

CHANGES = "_changes"
"""The anchor of the list of changes; no part of a policy can have such an id."""


class Versions(Struct, frozen=True):
    """The document of both sides in one language, and words that a redline never cuts."""

    old: Document
    new: Document
    terms: Sequence[str] = ()


def redline_document(report: Report, versions: Versions, told: Told, audience: Audience = "public") -> Document:
    """The policy with inserted and deleted words; without the ones it is the old text, without the others the new.

    What stands in front lists every change, with a link to its words where the document prints any. The changes as
    JSON are attached where a format can.
    """
    numbered = list(enumerate(report.events, start=1))
    remarks = tuple(
        Remark(event.event_id, str(number), tuple(remark_lines(event, told, audience))) for number, event in numbered
    )
    made = with_remarks(redline(versions.old, versions.new, versions.terms), report.events, remarks)
    front = Section(CHANGES, (Text(str(told.words["redline-heading"])),), tuple(_front(report, told, made)))
    return replace(made, front=(front,), data=report.json_text())


def _front(report: Report, told: Told, document: Document) -> Iterator[Block]:
    words = told.words
    yield _paragraph(compared(report, told))
    yield _paragraph(opening(report, told))
    yield from other_document(report, told)
    if report.events:
        yield _paragraph(str(words["redline-marks"]))
    there = placed(document)
    numbers = {remark.id: remark for remark in document.remarks}
    for class_ in reversed(CLASSES):
        events = [event for event in report.events if event.class_ == class_]
        if events:
            yield Heading((Text(str(words[f"{class_}-heading"])),))
            names = [event.event_id for event in events]
            yield ListBlock(tuple(_item(numbers[name], told, linked=name in there) for name in names), ordered=True)


def _item(remark: Remark, told: Told, *, linked: bool) -> Item:
    link: Inlines = (Text(" "), Link(f"#{PLACE}{remark.id}", (Text(str(told.words["in-the-text"])),)))
    first, *rest = remark.lines
    blocks: Blocks = tuple(Paragraph(line) for line in ((*first, *link) if linked else first, *rest))
    return Item(blocks, f"{remark.number}.", remark.id)


def compared(report: Report, told: Told) -> str:
    """Which versions are compared; where those do not tell the sides apart, also as they were asked for."""
    versions = report.from_.version, report.to.version
    clear = None not in versions and len(set(versions)) > 1
    sides = {"before": _side(report.from_, told, clear=clear), "after": _side(report.to, told, clear=clear)}
    return sentence(str(told.words["redline-compared"]), sides)


def _side(revision: Revision, told: Told, *, clear: bool) -> str:
    word = "side" if clear else "side-without-version" if revision.version is None else "side-unclear"
    arguments = {"version": revision.version or "", "revision": revision.revision}
    return sentence(str(told.words[word]), arguments)


def _paragraph(text: str) -> Paragraph:
    return Paragraph((Text(text),))
