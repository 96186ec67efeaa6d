"""A policy in one language as a document: numbered sections, values filled in, notices, summary, data."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from hoshin.document.blocks import Body, anchors
from hoshin.document.closing import closing
from hoshin.document.foreign import languages_of, with_languages
from hoshin.document.form import collection_form
from hoshin.document.nodes import Document, Inlines, Language, Meta, Text, Value
from hoshin.document.nodes import Section as Part
from hoshin.document.public_data import public_json
from hoshin.document.standing import Standing, notices
from hoshin.document.summary import summary
from hoshin.document.texts import Printer
from hoshin.document.values import Facts
from hoshin.kernel.regex import regex
from hoshin.kernel.text import norm
from hoshin.policy.load import Loaded
from hoshin.policy.places import places_in
from hoshin.policy.siblings import Siblings
from hoshin.schema.partial_date import PartialDate
from hoshin.schema.people import KindOfDate
from hoshin.schema.section import Section
from hoshin.translations.catalogue_entry import Words
from hoshin.translations.dates import format_date
from hoshin.translations.locale import Locale
from hoshin.translations.numbering import paragraph_mark
from hoshin.translations.patterns import fill

_OPENING = regex(r"[\s（(「\[:：—–-]*$")
"""What stands between the number of a section and its title."""


class Edition(Struct, frozen=True):
    """What is known about this language's text beside the policy itself.

    `omitted` are ids of units that this language leaves out on purpose: nothing prints them.
    `governing` is the declaration of the authentic language as the JSON has it.
    `untranslated` are ids of units that still stand in the source's language, printed with `source`; `standing` says
    how far the text is approved and what it was translated from. `siblings` are other documents that the text names.
    `whole` is the policy of which this is the view of one situation.
    """

    languages: tuple[Language, ...] = ()
    standing: Standing = field(default_factory=Standing)
    untranslated: frozenset[str] = frozenset()
    source: Locale | None = None
    siblings: Siblings = field(default_factory=dict)
    governing: Mapping[str, object] = field(default_factory=dict)
    omitted: frozenset[str] = frozenset()
    whole: Loaded | None = None


def policy_document(
    loaded: Loaded, locale: Locale, words: Mapping[str, Words], edition: Edition | None = None, point: str = ""
) -> Document:
    """The document of a policy that is already in the locale's language; `words` is the catalogue `document`.

    Pure: the same arguments give the same tree. What the policy does not state prints nothing. `point` names a
    collection point whose form stands above the policy. Raises NotThereError when there is no such form.
    """
    edition = edition or Edition()
    sections = [entry.value for entry in loaded.index.of_kind("section") if isinstance(entry.value, Section)]
    numbers = numbers_of(loaded)
    facts = Facts(loaded, locale, numbers, words, edition.siblings, edition.whole)
    targets = frozenset(name for section in sections for name in anchors(section))
    source = replace(facts, locale=edition.source) if edition.source is not None else None
    printer = Printer(facts, targets, edition.untranslated, source)
    texts = {unit.id: unit.text for unit in loaded.units}
    parts = tuple(_section(section, Body(printer, texts, section.id, edition.omitted), numbers) for section in sections)
    title = (printer.unit("document/title", loaded.policy.document.title),)
    made = Document(
        kind="policy",
        lang=locale.language,
        title=title,
        meta=_meta(facts, edition.languages),
        sections=(*parts, *closing(printer)),
        notices=notices(edition.standing, facts, len(edition.untranslated)),
        summary=summary(printer, parts),
        summary_title=str(words["summary-title"]),
        data=public_json(loaded, edition.governing),
        form=collection_form(printer, point) if point else None,
    )
    return with_languages(made, languages_of(loaded, locale.language))


def numbers_of(loaded: Loaded) -> Mapping[str, int]:
    """The number of each section that has one, by its path."""
    sections = (entry.value for entry in loaded.index.of_kind("section"))
    numbered = (section for section in sections if isinstance(section, Section) and section.numbered)
    return {f"section/{section.id}": count for count, section in enumerate(numbered, start=1)}


def _section(section: Section, body: Body, numbers: Mapping[str, int]) -> Part:
    path = f"section/{section.id}"
    heading, number = _heading(path, section.title, body.printer, numbers.get(path))
    numbered = replace(body, paragraphs=_paragraphs(path, body.printer.facts)) if section.numbered else body
    return Part(section.id, heading, numbered.blocks(section.blocks), number)


def _paragraphs(path: str, facts: Facts) -> Mapping[str, str]:
    """What stands before each paragraph of an article but the first, by its anchor; nothing where nothing does."""
    if not facts.locale.numbering.paragraph:
        return {}
    found = ((place.anchor, place.steps) for place in places_in(path, facts.loaded).values())
    numbers = {anchor: steps[0].number for anchor, steps in found if len(steps) == 1 and steps[0].style == "paragraph"}
    return {anchor: paragraph_mark(facts.locale, number) for anchor, number in numbers.items() if number > 1}


def _heading(path: str, title: str, printer: Printer, count: int | None) -> tuple[Inlines, str]:
    """The printed heading and its number, split off the locale's pattern: `11.`, `第11条`."""
    unit = printer.unit(f"{path}/title", title)
    headings = printer.facts.locale.headings
    style = printer.facts.locale.title_style
    pattern = {"decimal": headings.decimal, "article": headings.article, "plain": headings.plain}[style]
    if count is None or style == "plain":
        pattern = headings.plain
    before, _, after = pattern.partition("{title}")
    before, after = (fill(text, number=str(count)) for text in (before, after))
    gap = _OPENING.search(before)
    split = gap.start() if gap else len(before)
    number, opening = before[:split], before[split:]
    nodes: list[Text | Value] = [Value(path, (Text(number),))] if number else []
    nodes += [Text(opening)] if opening else []
    return (*nodes, unit, *((Text(after),) if after else ())), number


def _meta(facts: Facts, languages: tuple[Language, ...]) -> Meta:
    policy = facts.loaded.policy
    controller = policy.controller
    day = effective_date(facts.loaded)
    company = norm(controller.legal_name, facts.locale.language) if controller is not None else ""
    return Meta(
        document=facts.loaded.name,
        company=company,
        version=policy.document.version or "",
        effective=day,
        source_lang=policy.document.source_locale,
        languages=languages,
        labels=(
            *((name, text) for name, text in facts.words.items() if isinstance(text, str)),
            *((("effective-date", format_date(facts.locale, PartialDate.parse(day))),) if day else ()),
        ),
    )


def effective_date(loaded: Loaded) -> str:
    """The day of effect in ISO 8601; empty unless it is stated to the day."""
    entry = loaded.index.get("date/effective")
    if entry is not None and isinstance(entry.value, KindOfDate) and isinstance(entry.value.value, PartialDate):
        return str(entry.value.value) if entry.value.value.precision == "day" else ""
    return ""
