"""Changes of the translations alone: the source text stayed, or the translation did not follow it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from hoshin.diff.compare import RawChange
from hoshin.diff.draft import Draft, summary
from hoshin.diff.texts import Texts
from hoshin.kernel.text import norm
from hoshin.policy.words import typographic_only


class Translated(Struct, frozen=True):
    """An event about one language, and the texts that it is about as old and new id."""

    draft: Draft
    language: str
    pairs: tuple[tuple[str, str], ...]


def translations(texts: Texts, pairs: Mapping[str, str]) -> Iterator[Translated]:
    """The events of all languages but the source's. `pairs` gives the old id of each text of the new side."""
    for language in texts.languages:
        if language == texts.source:
            continue
        old, new = texts.old.get(language), texts.new.get(language)
        if old is None or new is None:
            if old or new:
                yield _whole(language, gone=new is None)
            continue
        yield from _updated(texts, language, pairs)
        stale = tuple(sorted(_stale(texts, language, pairs)))
        if stale:
            raw = RawChange("document", ("document", "translation", language, "stale"), "changed", None, None)
            draft = summary("TRANSLATION_STALE", raw)
            yield Translated(draft, language, tuple((pairs[name], name) for name in stale))


def _whole(language: str, *, gone: bool) -> Translated:
    operation = "removed" if gone else "added"
    sides = (language, None) if gone else (None, language)
    raw = RawChange("document", ("document", "translation", language), "removed" if gone else "added", *sides)
    return Translated(summary(f"TRANSLATION_{operation.upper()}", raw), language, ())


def _updated(texts: Texts, language: str, pairs: Mapping[str, str]) -> Iterator[Translated]:
    """Units whose source says what it said, and whose translation came, went or changed."""
    source_old, source_new = _source(texts.old, texts), _source(texts.new, texts)
    old, new = texts.old.get(language, {}), texts.new.get(language, {})
    for name, before_id in pairs.items():
        before, after = old.get(before_id, ""), new.get(name, "")
        if not _same(source_old.get(before_id), source_new.get(name), texts.source) or _same(before, after, language):
            continue
        steps = name.split("/")
        sides = (before or None, after or None)
        operation = "added" if not before else "removed" if not after else "changed"
        raw = RawChange("/".join(steps[:2]), (*steps, language), "changed", *sides)
        kind = {"added": "TRANSLATION_ADDED", "removed": "TRANSLATION_REMOVED"}.get(operation, "TRANSLATION_UPDATED")
        if operation == "changed" and typographic_only(before, after):
            kind = "TEXT_TYPOGRAPHY_CHANGED"
        yield Translated(summary(kind, raw), language, ((before_id, name),))


def _stale(texts: Texts, language: str, pairs: Mapping[str, str]) -> Iterator[str]:
    """Units whose source changed in its words while the translation stayed and says nothing of the change."""
    source_old, source_new = _source(texts.old, texts), _source(texts.new, texts)
    old, new = texts.old.get(language, {}), texts.new.get(language, {})
    for name, before_id in pairs.items():
        if before_id in source_old and not _same(source_old[before_id], source_new.get(name), texts.source):
            translation = new.get(name)
            if translation and translation == old.get(before_id) and not texts.follows(language, name):
                yield name


def _source(side: Mapping[str, Mapping[str, str]], texts: Texts) -> Mapping[str, str]:
    return side.get(texts.source, {})


def _same(before: str | None, after: str | None, language: str) -> bool:
    return before == after or (bool(before and after) and norm(before or "", language) == norm(after or "", language))
