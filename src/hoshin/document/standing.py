"""Notices of the publisher about a text: draft translation, what it was translated from, what still lacks one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from msgspec import Struct

from hoshin.document.nodes import Foreign, Inlines, Notice, Paragraph, Text
from hoshin.document.values import Facts
from hoshin.translations.catalogue_entry import Words
from hoshin.translations.catalogues import plural, sentence
from hoshin.translations.formats import language_name
from hoshin.translations.locale import Locale


class Standing(Struct, frozen=True):
    """How far a text is approved, and which source text it renders; the source itself needs none of this.

    `draft` marks a translation that no person has approved. `source_digest` is the digest of the source text,
    `source_version` its version and `source_date` the day from which it holds, where it has them. `source` and
    `source_words` let the draft notice be said in the source's language too, so that people who read only that one
    are warned as well. `governing` is the clause about the authentic text, which the source prints too.
    """

    draft: bool = False
    source_digest: str = ""
    source_version: str = ""
    source_date: str = ""
    governing: str = ""
    source: Locale | None = None
    source_words: Mapping[str, Words] | None = None


def notices(standing: Standing, facts: Facts, missing: int) -> tuple[Notice, ...]:
    """The notices in the order of their weight; none where there is nothing to say."""
    return tuple(_notices(standing, facts, missing))


def _notices(standing: Standing, facts: Facts, missing: int) -> Iterator[Notice]:
    here = facts.locale
    source_name = language_name(here, facts.loaded.policy.document.source_locale)
    if standing.draft:
        lines: list[Inlines] = [(Text(_draft(facts.words, here, here.language)),)]
        if standing.source is not None and standing.source_words is not None:
            said = Text(_draft(standing.source_words, standing.source, here.language))
            lines.append((Foreign(standing.source.language, (said,)),))
        yield Notice("draft", tuple(Paragraph(line) for line in lines))
    if missing:
        text = sentence(plural(facts.words["untranslated"], missing), {"count": missing, "source": source_name})
        yield _notice("language", text)
    if standing.source_digest:
        known = (("version", standing.source_version), ("date", standing.source_date))
        key = "-".join(["translated-from", *(name for name, value in known if value)])
        args = {"source": source_name, "digest": standing.source_digest, **dict(known)}
        yield _notice("version", sentence(str(facts.words[key]), args))
    if standing.governing:
        yield Notice("language", (Paragraph((Text(standing.governing),)),), "governing")


def _draft(words: Mapping[str, Words], speaker: Locale, language: str) -> str:
    return sentence(str(words["draft-translation"]), {"language": language_name(speaker, language)})


def _notice(kind: Literal["language", "version"], text: str) -> Notice:
    return Notice(kind, (Paragraph((Text(text),)),))
