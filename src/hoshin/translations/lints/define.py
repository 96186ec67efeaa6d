"""Where the source defines a term in quotation marks, the translation defines its word, in its own marks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hoshin.kernel.finding import Severity
from hoshin.translations.parity import Lint, Pair, Trouble

_MARKS: Final = (("“", "”"), ('"', '"'), ("「", "」"), ("„", "“"), ("«", "»"))


def find(pair: Pair) -> Iterator[Trouble]:
    """Each defined term that the glossary does not have, or whose word does not stand in quotation marks."""
    if pair.glossary is None:
        return
    for label in pair.terms:
        if not _quoted(label, pair.source):
            continue
        right = [word for term in pair.glossary.terms for word in term.right if _is_form(label, term.forms)]
        if not right:
            yield Trouble({"term": label}, "entry")
        elif not any(_quoted(word, pair.target) for word in right):
            yield Trouble({"term": label, "word": tuple(right)}, "quoted")


def _is_form(label: str, forms: tuple[str, ...]) -> bool:
    return any(form.casefold() == label.casefold() for form in forms)


def _quoted(word: str, text: str) -> bool:
    return any(f"{opening}{word}{closing}" in text for opening, closing in _MARKS)


LINT = Lint("ja-define", Severity.WARNING, find, ("entry", "quoted"))
