"""A document as one HTML page: style inside, strict policy, no script, no request (rendering.md sections 6 and 15)."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

from markupsafe import Markup
from msgspec import Struct

from hoshin.document.nodes import Card, Document, Form, Language, Section, Value, plain
from hoshin.document.sides import State, kept, state, state_of_section
from hoshin.kernel.errors import HoshinError
from hoshin.renderers.html.markup import Writer
from hoshin.renderers.html.style import page_style
from hoshin.renderers.html.templates import fill
from hoshin.renderers.look import Look

LABELS = (
    "contents",
    "deleted",
    "deleted-end",
    "effective",
    "in-full",
    "inserted",
    "inserted-end",
    "languages",
    "notice-draft",
    "notice-info",
    "notice-language",
    "notice-version",
    "permalink",
    "skip",
    "summary-note",
    "table",
    "top",
    "version",
)
"""Names of the words that a page needs in `Meta.labels`.

Beside them `effective-date` may give `Meta.effective` as the language writes a date.
"""
REDLINE_LABELS = ("remark", "view", "view-both", "view-new", "view-old")
"""Words that a page with both versions and remarks needs as well."""
FORM_LABELS = (
    "form-choose",
    "form-not-sent",
    "form-optional",
    "form-required",
    "form-send",
    "form-taken",
    "form-without",
)
"""Words that a page with a form needs as well."""


class Entry(Struct, frozen=True):
    """A heading to point to: its number and words apart, and as a whole."""

    id: str
    number: str
    words: str
    whole: str
    only: State = ""


class Part(Struct, frozen=True):
    """A section: its heading as plain words, its heading and body as HTML."""

    id: str
    name: str
    heading: Markup
    body: Markup
    only: State = ""


class Answer(Struct, frozen=True):
    """A card of the summary; `full` are the sections that say it in full."""

    id: str
    title: str
    body: Markup
    full: tuple[Entry, ...]


class FieldView(Struct, frozen=True):
    """A field of the form, its words as HTML."""

    id: str
    label: Markup
    input: str
    options: tuple[Markup, ...]
    required: bool | None
    note: Markup
    taken: bool
    fill_in: str


class FormView(Struct, frozen=True):
    """The form above the policy."""

    id: str
    title: Markup
    body: Markup
    fields: tuple[FieldView, ...]
    action: str


class Sibling(Struct, frozen=True):
    """The same document in another language, as a file beside this one; `shows` is the language of its text."""

    code: str
    name: str
    href: str
    shows: str
    here: bool


def render(document: Document, look: Look) -> bytes:
    """The page, UTF-8. The same document and look give the same bytes.

    The body stands in the one element `[data-body]`, the title in `h1`; what is marked `data-front` is no part of
    the policy.
    Raises HoshinError when a word of `LABELS` (`FORM_LABELS`, `REDLINE_LABELS`) is missing, or a template or sheet of
    the project is at fault.
    """
    labels = _labels(document)
    numbers = {remark.id: remark.number for remark in document.remarks}
    writer = Writer(
        labels, document.lang, numbers, redline=document.kind == "redline", with_ids=document.kind == "sheet"
    )
    top = 2 if document.form else 1
    style = page_style(look.overlay)
    entries = {section.id: _entry(section) for section in (*document.front, *document.sections) if section.heading}
    siblings = tuple(_sibling(language, document) for language in document.meta.languages)
    page = fill(
        look.overlay,
        "page.html.j2",
        {
            "lang": document.lang,
            "kind": document.kind,
            "meta": document.meta,
            "label": labels,
            "css": Markup(style.css),  # noqa: S704 - checked by page_style
            "style_source": style.source,
            "effective": labels.get("effective-date", document.meta.effective),
            "siblings": siblings,
            "alternates": tuple(sibling for sibling in siblings if sibling.shows == sibling.code),
            "default": _default(siblings, document.meta.source_lang),
            "title": plain(document.form.title if document.form else kept(document.title, "new")),
            "heading": writer.line(document.title),
            "form": _form(document.form, writer) if document.form else None,
            "form_origin": _origin(document.form.action) if document.form else "",
            "top": top,
            "notices": writer.part(document.notices),
            "summary_title": document.summary_title,
            "answers": tuple(_answer(card, entries, writer) for card in document.summary) if top == 1 else (),
            "views": document.kind == "redline",
            "front": tuple(_part(section, writer, top + 1) for section in document.front),
            "contents": tuple(entries.values()) if top == 1 else (),
            "parts": tuple(_part(section, writer, top + 1) for section in document.sections),
        },
    )
    return page.encode()


def _labels(document: Document) -> Mapping[str, str]:
    labels = dict(document.meta.labels)
    redline = REDLINE_LABELS if document.kind == "redline" else ()
    for name in (*LABELS, *(FORM_LABELS if document.form else ()), *redline):
        if name not in labels:
            raise HoshinError("label-missing", label=name, lang=document.lang)
    return labels


def _entry(section: Section) -> Entry:
    only = state((section.heading,))
    heading = kept(section.heading, "old" if only == "deleted" else "new")
    whole = plain(heading)
    if section.number and heading and isinstance(heading[0], Value):
        return Entry(section.id, plain(heading[0].children), plain(heading[1:]).strip(), whole, only)
    return Entry(section.id, "", whole, whole, only)


def _part(section: Section, writer: Writer, level: int) -> Part:
    heading = writer.heading(section.heading, section.number)
    body = writer.part(section.blocks, under=level)
    return Part(section.id, _entry(section).whole, heading, body, state_of_section(section))


def _form(form: Form, writer: Writer) -> FormView:
    fields = tuple(
        FieldView(
            id=field.id,
            label=writer.line(field.label),
            input=field.input,
            options=tuple(writer.line(option) for option in field.options),
            required=field.required,
            note=writer.line(field.note),
            taken=field.taken,
            fill_in=field.fill_in,
        )
        for field in form.fields
    )
    return FormView(form.id, writer.line(form.title), writer.part(form.blocks), fields, form.action)


def _origin(action: str) -> str:
    """Where the page may send its form to, for its security policy; empty for nowhere."""
    parts = urlsplit(action)
    return f"{parts.scheme}://{parts.netloc}" if parts.scheme == "https" and parts.netloc else ""


def _answer(card: Card, entries: Mapping[str, Entry], writer: Writer) -> Answer:
    full = tuple(entries[section] for section in card.sections if section in entries)
    return Answer(card.id, card.title, writer.part(card.blocks, under=3), full)


def _sibling(language: Language, document: Document) -> Sibling:
    href = f"{document.meta.document}.{language.code}.html"
    here = language.code == (document.meta.in_place_of or document.lang)
    return Sibling(language.code, language.name, href, language.shows or language.code, here)


def _default(siblings: tuple[Sibling, ...], source_lang: str) -> Sibling | None:
    """The page for readers of none of the languages: the one that was written first."""
    return next((sibling for sibling in siblings if sibling.code == source_lang), siblings[0] if siblings else None)
