"""Values that completion offers where any word or term may stand: legal bases, rights, events that start a period."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from hoshin.schema.vocabulary import shipped
from hoshin.translations.catalogues import labels
from hoshin.translations.locale import read_locale

_GDPR: Final = "eu-gdpr:"
_TERMS: Final[Mapping[str, tuple[str, ...]]] = {
    "LegalBasis.basis": ("eu-gdpr:A6-",),
    "AutomatedDecision.basis": ("eu-gdpr:A6-",),
    "LegalBasis.art9_condition": ("eu-gdpr:A9-",),
    "Right.right": ("eu-gdpr:A1", "eu-gdpr:A2", "eu-gdpr:A7", "x-jp:"),
    "Transfer.safeguards": ("eu-gdpr:A45", "eu-gdpr:A46"),
    "Transfer.derogation": ("eu-gdpr:A49",),
    "Jurisdiction.law": ("legal-",),
    "Reference.law": ("legal-",),
}
"""Beginnings of the terms that fit a field."""
_EVENTS: Final = frozenset({"until", "starts_from", "event"})
_CHANGE: Final = "Entry.event"
"""A change in changes.yaml goes by the name of an event too."""
_RIGHT: Final = "dpv:DataSubjectRight"
_LONGEST: Final = 60
"""Characters of a label that yaml-language-server shows; it takes two labels that it has cut for two offers."""


def label(word: str, meanings: Sequence[str]) -> str:
    """The value with as many of its meanings as the list of a completion shows uncut."""
    shown = [f"{word} · {' / '.join(meanings[:count])}" for count in range(len(meanings), 0, -1)]
    return next((text for text in shown if len(text) <= _LONGEST), word)


def offered(model: str, field: str, languages: Sequence[str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Values with their meaning in each language; none where nothing is offered."""
    if (field in _EVENTS and f"{model}.{field}" != _CHANGE) or f"{model}.{field}" == "Stage.state":
        tables = [read_locale(lang, None) for lang in languages]
        words = [table.events if field in _EVENTS else table.states for table in tables]
        return tuple((word, tuple(table[word] for table in words)) for word in words[0])
    starts = _TERMS.get(f"{model}.{field}", ())
    return tuple((term, _meaning(term, languages)) for term in _known(starts) if _fits(term))


def _known(starts: tuple[str, ...]) -> tuple[str, ...]:
    """Terms that have a label of ours, and those that bring labels in every language themselves."""
    if not starts:
        return ()
    own = (term.id for term in shipped() if term.source == "hoshin")
    return tuple(term for term in (*labels("en"), *own) if term.startswith(starts))


def _fits(term: str) -> bool:
    """Of our own terms only rights are offered: one is an authority."""
    return term.startswith((_GDPR, "legal-")) or shipped().is_a(term, _RIGHT)


def _meaning(term: str, languages: Sequence[str]) -> tuple[str, ...]:
    found = (labels(lang).get(term) or shipped().terms[term].label_in(lang) for lang in languages)
    return tuple(text for text in found if text)
