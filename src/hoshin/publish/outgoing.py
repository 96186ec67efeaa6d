"""What each language shows when a document goes out to the public (`on_incomplete`, translations.md 8).

A language that is not ready stops everything, keeps its last approved text, or shows the source whole with a notice;
no page is ever half in one language.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct

from hoshin.document.fallback import held, in_place_of
from hoshin.document.nodes import Document
from hoshin.kernel.finding import Finding, Severity
from hoshin.policy.scopes import Situation
from hoshin.publish.build import document_in, locale_of, names_of
from hoshin.publish.holding import Held, last_approved
from hoshin.publish.opening import Opened
from hoshin.translations.dates import format_date
from hoshin.translations.editions import languages
from hoshin.translations.fallback import Outcome, Policy, against, outcome
from hoshin.translations.governing import governing_findings
from hoshin.translations.states import Translation
from hoshin.translations.status import required, translations_of, unready


class Outgoing(Struct, frozen=True):
    """What one language shows, by the `policy` of its locale.yaml, where `open_` texts and `findings` stand against it.

    `held` is the text that is kept; a `hold` that finds none to keep shows the source.
    """

    lang: str
    policy: Policy
    outcome: Outcome
    open_: int = 0
    findings: tuple[Finding, ...] = ()
    held: Held | None = None


class Departure(Struct, frozen=True):
    """Every language but the source, and the contradictions between them that stop all."""

    languages: tuple[Outgoing, ...]
    contradictions: tuple[Finding, ...]

    @property
    def blocking(self) -> tuple[Outgoing, ...]:
        """Languages whose absence stops the others."""
        return tuple(each for each in self.languages if each.outcome == "block")

    @property
    def against(self) -> tuple[Finding, ...]:
        """Why nothing goes out; empty when it does."""
        return (*self.contradictions, *(item for each in self.blocking for item in each.findings))


def departure(opened: Opened, root: Path, today: date) -> Departure:
    """What each language would show if the document went out as it is, on that day."""
    said = governing_findings(opened.snapshot, languages(opened.snapshot, opened.loaded), "release")
    going = tuple(_outgoing(opened, made, root) for made in translations_of(opened.snapshot, opened.loaded, today))
    return Departure(going, tuple(item for item in said if item.severity is Severity.ERROR))


def _outgoing(opened: Opened, made: Translation, root: Path) -> Outgoing:
    policy, require = locale_of(opened.snapshot, made.locale).on_incomplete, required(opened.snapshot, made.locale)
    findings = against(made, require)
    if not findings:
        return Outgoing(made.locale, policy, "own")
    kept = last_approved(opened, made.locale, root) if policy == "hold" else None
    shown = outcome(policy, ready=False, held=kept is not None)
    return Outgoing(made.locale, policy, shown, len(unready(made, require)), findings, kept)


def outgoing(
    opened: Opened,
    going: Departure,
    langs: Sequence[str],
    situation: Situation = MappingProxyType({}),
    point: str = "",
) -> Iterator[Document]:
    """The documents as the public sees them, in these languages; `going` stops nothing. Otherwise as `documents`."""
    source = opened.loaded.policy.document.source_locale
    by_lang = {each.lang: each for each in going.languages}
    names = names_of(opened, {each.lang: source for each in going.languages if each.outcome == "source"})
    for lang in langs:
        one = by_lang.get(lang)
        if one is not None and one.outcome == "source":
            yield in_place_of(document_in(opened, source, names, (situation, point)), locale_of(opened.snapshot, lang))
        elif one is not None and one.held is not None:
            locale = locale_of(opened.snapshot, lang)
            kept = document_in(one.held.opened, lang, names, (situation, point))
            yield held(kept, locale, one.held.version, format_date(locale, one.held.since))
        else:
            yield document_in(opened, lang, names, (situation, point))
