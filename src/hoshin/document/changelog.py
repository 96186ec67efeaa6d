"""A report of changes as a document: what changed for people, in one language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from hoshin.diff.change import Change, Report
from hoshin.diff.chg import CLASSES, Class
from hoshin.document.change_values import Side
from hoshin.document.change_words import Teller
from hoshin.document.nodes import (
    Block,
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
    Text,
)
from hoshin.policy.load import Loaded
from hoshin.policy.segment import Segment
from hoshin.policy.words import word_diff
from hoshin.translations.catalogues import Words, plural, sentence
from hoshin.translations.locale import Locale

Audience = Literal["public", "legal"]

_SILENT: Final = ("SECTIONS_RENUMBERED", "METADATA_CHANGED", "ENTITY_ID_RENAMED", "SECTION_MOVED", "ENTITY_MOVED")
"""Kinds whose sentence says all; no redline follows."""


@dataclass(frozen=True, slots=True)
class Wordings:
    """The catalogues that a changelog speaks with: `changes` and `document`, in the language of the locale."""

    changes: Mapping[str, Words]
    frame: Mapping[str, Words]


def changelog_document(
    report: Report, old: Loaded, new: Loaded, locale: Locale, wordings: Wordings, audience: Audience = "public"
) -> Document:
    """The changelog of a report.

    `old` and `new` are both sides in the locale's language (`translations.editions`). Material changes stand first,
    editorial ones last, each class in the order of the document. The public sees no rule ids.
    """
    sides = [Side(loaded, locale, wordings.frame, wordings.changes) for loaded in (old, new)]
    teller = Teller(sides[0], sides[1], wordings.changes)
    words = wordings.changes
    title = sentence(str(words["title"]), {"document": sides[1].printed(new.policy.document.title)})
    return Document(
        kind="changelog",
        lang=locale.language,
        title=(Text(title),),
        meta=_meta(new, sides[1], wordings),
        sections=tuple(_sections(report, teller, audience)),
        notices=tuple(_notices(report, teller, audience)),
    )


def _meta(new: Loaded, side: Side, wordings: Wordings) -> Meta:
    controller = new.policy.controller
    return Meta(
        document=new.name,
        company=side.printed(controller.legal_name) if controller else "",
        version=new.policy.document.version or "",
        source_lang=new.policy.document.source_locale,
        labels=tuple((name, text) for name, text in wordings.frame.items() if isinstance(text, str)),
    )


def _notices(report: Report, teller: Teller, audience: Audience) -> Iterator[Notice]:
    yield Notice("info", (Paragraph((Text(headline(report, teller.words)),)),))
    if audience == "legal":
        for pair in report.suspected_renames:
            names = {"before": teller.name(pair.before) or pair.before, "after": teller.name(pair.after) or pair.after}
            yield Notice("info", (Paragraph((Text(sentence(str(teller.words["rename-suspected"]), names)),)),))


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


def _sections(report: Report, teller: Teller, audience: Audience) -> Iterator[Section]:
    for class_ in reversed(CLASSES):
        events = [event for event in report.events if event.class_ == class_]
        if events:
            yield _section(class_, events, teller, audience)


def _section(class_: Class, events: list[Change], teller: Teller, audience: Audience) -> Section:
    items = tuple(Item(tuple(_blocks(event, teller, audience)), id=event.event_id) for event in events)
    heading = (Text(str(teller.words[f"{class_}-heading"])),)
    return Section(class_, heading, (ListBlock(items),))


def _blocks(event: Change, teller: Teller, audience: Audience) -> Iterator[Block]:
    yield Paragraph((Text(teller.sentence(event)),))
    if event.note and (told := event.note.texts.get(teller.new.locale.language)):
        yield Paragraph((Text(told),))
    if event.kind not in _SILENT:
        for line in redlines(event, teller):
            yield Paragraph(line)
    if audience == "legal" and event.rules:
        yield Paragraph((Text(sentence(str(teller.words["rules"]), {"rules": event.rule_ids})),))


def redlines(event: Change, teller: Teller) -> Iterator[Inlines]:
    """Each text that reads differently now, its values filled in; names that the sentence says already are left out."""
    if event.kind.startswith("TRANSLATION") and teller.new.locale.language not in event.path:
        return
    for unit_id in event.units:
        before, after = teller.old.unit(unit_id), teller.new.unit(unit_id)
        if before == after or (unit_id.endswith("/title") and not (before and after)):
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
