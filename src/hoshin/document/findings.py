"""Findings as a document, for reports that are read as a page: by file, each with its line, remedy and ground."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from hoshin.document.coverage import labels
from hoshin.document.nodes import Block, Document, Heading, Inlines, Meta, Paragraph, Preformatted, Section, Text
from hoshin.kernel.finding import Finding, sort_key
from hoshin.translations.catalogue_entry import Words
from hoshin.translations.catalogues import group, plural, sentence, words
from hoshin.translations.messages import explain

LEVELS = ("error", "warning", "info", "waived")


def findings_document(findings: Sequence[Finding], lang: str, frame: Mapping[str, Words], name: str) -> Document:
    """All findings in the order of the report. `frame` is the catalogue `document`, `name` stands in the title."""
    own = words(lang, "findings/report")
    ordered = sorted(findings, key=sort_key)
    sections = [
        Section(f"file-{number}", _text(file or "–"), tuple(_blocks(tuple(items), lang)))
        for number, (file, items) in enumerate(groupby(ordered, key=_file), 1)
    ]
    summary = Section("summary", _text(str(own["summary"])), (Paragraph(_text(counted(ordered, lang))),))
    return Document(
        kind="findings",
        lang=lang,
        title=_text(sentence(str(own["title"]), {"name": name})),
        meta=Meta(document=f"{name}-findings", labels=labels(frame)),
        sections=(summary, *sections),
    )


def counted(findings: Sequence[Finding], lang: str) -> str:
    """How many there are of each severity, in how many files; that there are none."""
    own = words(lang, "findings/report")
    if not findings:
        return str(own["clean"])
    counts = Counter("waived" if item.waived else item.severity.value for item in findings)
    parts = [
        sentence(plural(own[f"{level}s"], counts[level]), {"count": counts[level]}) for level in LEVELS if counts[level]
    ]
    files = len({_file(item) for item in findings})
    joined = str(own["joiner"]).join(parts)
    return sentence(plural(own["files"], files), {"count": files, "counts": joined})


def _file(item: Finding) -> str:
    return item.place.file if item.place else ""


def _blocks(items: tuple[Finding, ...], lang: str) -> Iterator[Block]:
    own = words(lang, "findings/report")
    for item in items:
        explained = explain(item, lang)
        level = group(own, "severities")["waived" if item.waived else item.severity.value]
        place = f"{item.place.line}:{item.place.column}" if item.place else ""
        yield Heading(_text(" ".join(part for part in (place, level, item.rule, item.path) if part)))
        yield Paragraph(_text(explained.message))
        for text in (explained.help, explained.ground):
            yield from _with_lines_to_paste(text)
        if item.waived:
            told = {"reason": item.waived.reason, "by": item.waived.by, "until": item.waived.until}
            yield Paragraph(_text(sentence(str(own["waived"]), told)))


def _with_lines_to_paste(text: str) -> Iterator[Block]:
    """Running text as a paragraph, indented lines as they are: somebody copies them into a file."""
    for exact, lines in groupby(text.split("\n") if text else (), key=lambda line: line.startswith("  ")):
        told = ("\n" if exact else " ").join(lines)
        yield Preformatted(told) if exact else Paragraph(_text(told))


def _text(text: str) -> Inlines:
    return (Text(text),)
