"""The bilingual sheet: every text beside its translation, with what changed and what people noted (section 10)."""

from __future__ import annotations

from collections.abc import Mapping

from hoshin.document.nodes import (
    Cell,
    Deleted,
    Document,
    Foreign,
    Inline,
    Inlines,
    Inserted,
    Meta,
    Notice,
    Paragraph,
    Section,
    Strong,
    Table,
    Text,
)
from hoshin.kernel.text import norm
from hoshin.policy.words import word_diff
from hoshin.translations.catalogue_entry import Words
from hoshin.translations.catalogues import sentence
from hoshin.translations.coverage import coverage
from hoshin.translations.formats import language_name
from hoshin.translations.locale import Locale
from hoshin.translations.states import Translation, UnitState


def bilingual_sheet(
    made: Translation, locale: Locale, words: Mapping[str, Words], frame: Mapping[str, Words], *, wide: bool = False
) -> Document:
    """The sheet in the language of `locale`; `words` is the catalogue `sheet`, `frame` that of documents.

    Pages show two columns, the texts side by side, with id, state and note above and below them. `wide` gives each its
    own column, for programs that sort and filter.
    """
    source, target = (language_name(locale, lang) for lang in (made.source, made.locale))
    names = {"document": made.loaded.name, "source": source, "target": target}
    done = coverage(made)
    counted = {way: str(getattr(done, way).units) for way in ("all", "present", "fresh", "reviewed", "approved")}
    head = (str(words["id"]), source, target, str(words["state"]), str(words["notes"])) if wide else (source, target)
    row = _wide_row if wide else _row
    table = Table(
        (Text(sentence(str(words["caption"]), names)),),
        tuple(Cell((Paragraph((Text(word),)),), header=True) for word in head),
        tuple(row(_texts(made, each, locale, words)) for each in made.units),
        "texts",
    )
    return Document(
        kind="sheet",
        lang=locale.language,
        title=(Text(sentence(str(words["title"]), names)),),
        meta=Meta(
            document=f"{made.loaded.name}-{made.locale}",
            source_lang=made.source,
            labels=tuple((name, text) for name, text in frame.items() if isinstance(text, str)),
        ),
        sections=(Section("texts", (Text(str(words["texts"])),), (table,)),),
        notices=(Notice("info", (Paragraph((Text(sentence(str(words["coverage"]), counted)),)),)),),
    )


_Texts = tuple[Inlines, Inlines, Inlines, Inlines, Inlines]
"""Id, source, translation, state, note; the note may be empty."""


def _texts(made: Translation, each: UnitState, locale: Locale, words: Mapping[str, Words]) -> _Texts:
    state = str(words[each.state])
    if each.state == "stale":
        change = str(words[each.staleness or "critical"])
        state = sentence(str(words["stale-class"]), {"state": state, "change": change})
    target = norm(each.entry.text, made.locale) if each.entry else ""
    note = norm(each.entry.note, made.source) if each.entry else ""
    return (
        (Text(each.id),),
        _in(made.source, _source(made, each), locale),
        _in(made.locale, (Text(target or "–"),), locale),
        (Text(state),),
        (Text(note),) if note else (),
    )


def _wide_row(texts: _Texts) -> tuple[Cell, ...]:
    return tuple(Cell((Paragraph(cell),) if cell else (), header=number == 0) for number, cell in enumerate(texts))


def _row(texts: _Texts) -> tuple[Cell, ...]:
    name, source, target, state, note = texts
    noted = (Paragraph((Text("※ "), *note)),) if note else ()
    right = (Paragraph((Strong(state),)), Paragraph(target), *noted)
    return Cell((Paragraph((Strong(name),)), Paragraph(source))), Cell(right)


def _in(lang: str, words: Inlines, locale: Locale) -> Inlines:
    return words if lang == locale.language else (Foreign(lang, words),)


def _source(made: Translation, each: UnitState) -> Inlines:
    """The source text, with what has changed since the translation was made."""
    now = norm(each.unit.text, made.source) if each.unit else ""
    before = norm(each.entry.source, made.source) if each.entry and (each.staleness or not each.unit) else now
    nodes: list[Inline] = []
    for segment in word_diff(before, now, made.source):
        text: Inlines = (Text(segment.text),)
        nodes.append(
            Text(segment.text) if segment.op == "=" else Deleted(text) if segment.op == "-" else Inserted(text)
        )
    return tuple(nodes) or (Text("–"),)
