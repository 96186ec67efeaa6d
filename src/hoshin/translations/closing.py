"""The lines below the last article in the languages of one document: what one tells, the others tell too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from hoshin.kernel.errors import HoshinError
from hoshin.kernel.finding import Finding, Severity, finding
from hoshin.kernel.place import Place
from hoshin.policy.closing import told_by
from hoshin.policy.load import Loaded
from hoshin.policy.snapshot import Snapshot

if TYPE_CHECKING:  # as below
    from hoshin.translations.locale_words import Closing

_FACTS: Final = ("dates", "contact")
"""Lines that tell facts; a last word such as 以上 is a custom of one language."""


def closing_facts(snapshot: Snapshot, loaded: Loaded) -> tuple[str, ...]:
    """Facts that the lines tell in the language in which the policy is written."""
    closing = _closing(snapshot, loaded.policy.document.source_locale)
    return told_by(loaded, closing.lines, closing.dates) if closing else ()


def closing_findings(snapshot: Snapshot, loaded: Loaded, langs: Sequence[str]) -> Iterator[Finding]:
    """Languages whose lines leave out a fact that those of the source tell."""
    source = loaded.policy.document.source_locale
    said = _closing(snapshot, source)
    facts = (line for line in said.lines if line in _FACTS and told_by(loaded, (line,), said.dates)) if said else ()
    for line in facts:
        for lang in langs:
            there = _closing(snapshot, lang)
            if there is None or line not in there.lines:
                file = f"translations/{lang}/locale.yaml"
                args = {"line": line, "file": file, "source": source, "lang": lang}
                yield finding("tr-closing", Severity.WARNING, lang, Place(file, 1, 1), **args)


def _closing(snapshot: Snapshot, lang: str) -> Closing | None:
    """None of the lines unless the project asks for them, in a file that can be used; a broken one has findings."""
    if f"translations/{lang}/locale.yaml" not in snapshot.files:
        return None
    from hoshin.translations.locale import locale_in  # noqa: PLC0415 - a copy that runs the rules seldom needs it

    with suppress(HoshinError):
        return locale_in(snapshot.files, lang).closing
    return None
