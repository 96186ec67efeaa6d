"""A document in several languages and formats: what has to be made, and the fastest order to make it in.

pandoc runs as a process of its own and Typst compiles without holding Python, so both go on beside the pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from datetime import UTC, date, datetime, time
from types import MappingProxyType
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from msgspec import Struct, to_builtins
from msgspec.structs import replace

from hoshin.document.nodes import Document, Language
from hoshin.document.policy import Edition as Side
from hoshin.document.policy import effective_date, policy_document
from hoshin.document.standing import Standing
from hoshin.kernel.text import unit_digest
from hoshin.policy.load import Loaded
from hoshin.policy.resolve import resolve
from hoshin.policy.scopes import Situation
from hoshin.policy.snapshot import Snapshot
from hoshin.publish.opening import Opened
from hoshin.publish.siblings import siblings_in
from hoshin.renderers.look import Look
from hoshin.renderers.registry import renderer
from hoshin.schema.partial_date import PartialDate
from hoshin.translations.dates import format_date
from hoshin.translations.editions import edition, languages
from hoshin.translations.formats import language_name
from hoshin.translations.governing import clause, governing
from hoshin.translations.locale import Locale, locale_in

_BATCHED = frozenset({"docx", "odt", "epub", "md", "txt"})
"""Formats that pandoc writes: all of a document in one process."""
_THREADS = 16
"""More than any machine's cores of interest: most of them wait for a process or for another one's result."""


class Output(Struct, frozen=True):
    """One file to be: its name and its bytes."""

    name: str
    data: bytes


def locale_of(snapshot: Snapshot, lang: str) -> Locale:
    """The patterns of a language: the shipped ones and the project's own on top.

    Raises LocaleError for a file that cannot be used.
    """
    return locale_in(snapshot.files, lang)


def documents(
    opened: Opened, langs: Sequence[str], situation: Situation = MappingProxyType({}), point: str = ""
) -> Iterator[Document]:
    """The printable tree in each language, made when it is asked for, so that `build` can start on the first.

    With a situation only what holds there is printed, and the document's name says so (`policy-us-ca`). With a
    collection point its form stands above the policy (`policy-inquiry`).
    """
    names = names_of(opened)
    for lang in langs:
        yield document_in(opened, lang, names, (situation, point))


def names_of(opened: Opened, shown: Mapping[str, str] = MappingProxyType({})) -> tuple[Language, ...]:
    """The document's languages under their own names; `shown` says at whose address which other one's text stands."""
    there = languages(opened.snapshot, opened.loaded)
    return tuple(
        Language(code, language_name(locale_of(opened.snapshot, code), code), shown.get(code, "")) for code in there
    )


def document_in(
    opened: Opened, lang: str, names: tuple[Language, ...], view: tuple[Situation, str] = (MappingProxyType({}), "")
) -> Document:
    """The printable tree in one language; `view` is the situation and the collection point of `documents`."""
    made = _document(opened, lang, names, view)
    point = view[1]
    return replace(made, meta=replace(made.meta, document=f"{made.meta.document}-{point}")) if point else made


def _document(opened: Opened, lang: str, names: tuple[Language, ...], view: tuple[Situation, str]) -> Document:
    made, _ = edition(opened.snapshot, opened.loaded, lang, current=True)
    situation, point = view
    loaded = _variant(made.loaded, situation)
    locale = locale_of(opened.snapshot, lang)
    siblings = siblings_in(opened.snapshot, opened.loaded, lang)
    said = governing(opened.snapshot, [language.code for language in names]) if len(names) > 1 else None
    declared = to_builtins(said) if said else {}
    standing = Standing(governing=clause(locale, said) if said else "")
    if made.is_source:
        side = Side(names, standing, siblings=siblings, governing=declared, whole=made.loaded)
        return policy_document(loaded, locale, locale.words("document"), side, point)
    source_lang = opened.loaded.policy.document.source_locale
    source = locale_of(opened.snapshot, source_lang)
    standing = replace(
        standing,
        draft=made.draft,
        source_digest=text_digest(opened.loaded),
        source_version=opened.loaded.policy.document.version or "",
        source_date=_effective(opened.loaded, locale),
        source=source,
        source_words=source.words("document"),
    )
    side = Side(names, standing, frozenset(made.missing), source, siblings, declared, made.omitted, whole=made.loaded)
    return policy_document(loaded, locale, locale.words("document"), side, point)


def _effective(loaded: Loaded, locale: Locale) -> str:
    """The day from which the source holds, as the language writes it; empty unless it is stated to the day."""
    value = effective_date(loaded)
    return format_date(locale, PartialDate.parse(value)) if value else ""


def _variant(loaded: Loaded, situation: Situation) -> Loaded:
    """The policy in a situation, under a name of its own."""
    if not situation:
        return loaded
    name = "-".join((loaded.name, *(value.lower() for _, value in sorted(situation.items()))))
    return replace(resolve(loaded, situation), name=name)


def text_digest(loaded: Loaded) -> str:
    """A digest of the whole source text: a translated page says which text it renders."""
    lang = loaded.policy.document.source_locale
    return unit_digest("\n".join(f"{unit.id} {unit_digest(unit.text, lang)}" for unit in loaded.units), lang)


def timestamp(loaded: Loaded) -> datetime | None:
    """The effective date, 00:00 in the policy's zone: the only date that a file may carry."""
    entry = loaded.index.get("date/effective")
    value = str(getattr(entry.value, "value", "")) if entry else ""
    try:
        day = date.fromisoformat(value)
        zone = ZoneInfo(loaded.policy.document.timezone or "UTC")
    except (ValueError, OSError, ZoneInfoNotFoundError):
        return None
    return datetime.combine(day, time(), zone).astimezone(UTC)


def build(made: Iterable[Document], formats: Sequence[str], look: Look) -> tuple[Output, ...]:
    """Every document in every format, as `<document>.<lang>.<format>`, in the order asked for.

    Raises UsageError for an unknown format and what the renderers raise.
    """
    for name in formats:
        renderer(name)
    with ThreadPoolExecutor(max_workers=_THREADS) as pool:
        started = [(document, _start(pool, document, formats, look)) for document in made]
        return tuple(
            Output(f"{document.meta.document}.{document.meta.in_place_of or document.lang}.{name}", jobs[name].result())
            for document, jobs in started
            for name in formats
        )


def _start(pool: Executor, document: Document, formats: Sequence[str], look: Look) -> dict[str, Future[bytes]]:
    """Futures by format; what runs outside Python is started first."""
    batch = [name for name in formats if name in _BATCHED]
    jobs = dict(_start_batch(pool, document, batch, look)) if batch else {}
    rest = [name for name in formats if name not in _BATCHED]
    for name in sorted(rest, key=lambda name: name != "pdf"):
        jobs[name] = pool.submit(renderer(name), document, look)
    return jobs


def _start_batch(
    pool: Executor, document: Document, names: Sequence[str], look: Look
) -> Iterator[tuple[str, Future[bytes]]]:
    from hoshin.renderers.pandoc.render import job  # noqa: PLC0415 only where a format of pandoc is asked for
    from hoshin.renderers.pandoc.run import convert  # noqa: PLC0415 as above

    whole = pool.submit(convert, [job(document, look, name) for name in names])
    for position, name in enumerate(names):
        yield name, pool.submit(_part, whole, position)


def _part(whole: Future[list[bytes]], position: int) -> bytes:
    return whole.result()[position]
