"""Documents of every kind of node, hostile ones too, and a reader of pages."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any

from html_sample import LABELS as WORDS
from msgspec.structs import replace

from hoshin.document.nodes import (
    Address,
    Block,
    Break,
    Card,
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
    Language,
    Link,
    ListBlock,
    Meta,
    Notice,
    Paragraph,
    Preformatted,
    Remark,
    Remarked,
    Section,
    Strong,
    Table,
    Text,
    Time,
    Unit,
    Value,
)
from hoshin.renderers.html.markup import Writer
from hoshin.renderers.html.render import LABELS, REDLINE_LABELS

HOSTILE = """</style><script>alert('1')</script>"'` onload=x {{ 7 * 7 }} {% raw %} &amp; <!-- ]]> ../..//"""
ALLOWED_URLS = re.compile(r"#|openwork\.(en|ja)\.html$|https://example\.com/|mailto:|tel:")
VOID = {"br", "meta", "link", "wbr"}


class Page(HTMLParser):
    """Every start tag with its attributes, every text with the elements it stands in; nesting must be sound."""

    def __init__(self, page: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[tuple[str, ...], str]] = []
        self._open: list[tuple[str, tuple[str, ...]]] = []
        self.feed(page.decode())
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs)
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            marks = tuple(name for name, _ in attrs if name in {"data-body", "data-front"})
            self._open.append((tag, marks))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        self.texts.append((tuple(mark for _, marks in self._open for mark in marks), data))

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]

    def every(self, attribute: str) -> list[str]:
        return [value or "" for _, attributes in self.tags for name, value in attributes.items() if name == attribute]

    def body(self) -> str:
        """The words of the policy's body, white space dropped."""
        words = "".join(text for marks, text in self.texts if "data-body" in marks and "data-front" not in marks)
        return re.sub(r"\s", "", words)


def text(value: str = "words") -> Inlines:
    return (Text(value),)


def inline_kinds(words: str) -> Inlines:
    """One node of every inline kind, `words` wherever a text goes."""
    return (
        Text(words),
        Unit(f"unit/{words}", text(words)),
        Value(words, text(words)),
        Emphasis(text(words)),
        Strong(text(words)),
        Link(f"https://example.com/{words}", text(words)),
        Link(f"#{words}", text(words)),
        Foreign(words, text(words)),
        Time(words, text(words)),
        Inserted(text(words)),
        Deleted(text(words)),
        Changed(text(words)),
        Remarked(text(words), (words,)),
        Break(),
    )


def block_kinds(words: str) -> tuple[Block, ...]:
    """One node of every block kind, every inline kind inside, `words` in every field that holds characters."""
    inlines = inline_kinds(words)
    return (
        Paragraph(inlines, id=f"p{words}"),
        Heading(inlines, 3, id=f"h{words}"),
        ListBlock((Item((Paragraph(inlines),), mark=words, id=f"i{words}"),), ordered=True, id=f"l{words}"),
        ListBlock((Item((Paragraph(inlines), ListBlock((Item((Paragraph(inlines),)),)))),)),
        Address((inlines, text(words)), id=f"a{words}"),
        Preformatted(words, id=f"c{words}"),
        Table(
            inlines,
            (Cell((Paragraph(inlines),), header=True), Cell((Paragraph(text(words)),), header=True)),
            ((Cell((Paragraph(text(words)),), header=True), Cell((Paragraph(inlines),))),),
            id=f"t{words}",
        ),
        Notice("info", (Paragraph(inlines),), id=f"n{words}"),
    )


def document(*blocks: Block, words: str = "words", **changes: Any) -> Document:
    """A small document in which every field is set."""
    kept = Document(
        kind=f"policy {words}",
        lang="en",
        title=text(words),
        meta=Meta(
            document="openwork",
            company=words,
            description=words,
            version=words,
            effective=words,
            source_lang="ja",
            languages=(Language("en", words), Language("ja", words)),
            labels=(*((name, WORDS["en"][name]) for name in LABELS), *((name, name) for name in REDLINE_LABELS)),
        ),
        sections=(
            Section(f"one{words}", (Value("article/one", text("1.")), Text(f" {words}")), blocks, "1."),
            Section(f"two{words}", text(words), ()),
        ),
        notices=tuple(Notice(kind, (Paragraph(text(words)),)) for kind in ("draft", "language", "version")),
        summary=(Card(f"card{words}", words, (Paragraph(text(words)),), (f"one{words}", f"two{words}")),),
        summary_title=words,
        remarks=(Remark(words, words, (text(words),)),),
    )
    return replace(kept, **changes)


def body(*blocks: Block) -> str:
    return str(Writer(WORDS["en"], "en").part(blocks))


def line(*nodes: Inline) -> str:
    return str(Writer(WORDS["en"], "en").line(nodes))
