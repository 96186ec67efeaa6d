"""An opened document in one of its languages, for every command and for `hoshin.load`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from hoshin.kernel.errors import NotThereError
from hoshin.policy.project import find_root, read_snapshot
from hoshin.policy.terms import project_terms
from hoshin.publish.opening import Opened, open_document
from hoshin.translations.editions import edition, languages
from hoshin.translations.pseudo import PSEUDO

if TYPE_CHECKING:  # only questions need the view
    from hoshin.query.facade import PolicyView


def chosen_languages(opened: Opened, wanted: str | None) -> tuple[str, ...]:
    """The languages asked for, or all of the document.

    Raises NotThereError for a language that the document does not have.
    """
    there = languages(opened.snapshot, opened.loaded)
    if wanted is None:
        return there
    asked = tuple(dict.fromkeys(word.strip() for word in wanted.split(",") if word.strip()))
    for lang in asked:
        if lang not in there and lang not in PSEUDO:
            raise NotThereError("no-language", lang=lang, languages=there)
    return asked or there


def open_view(opened: Opened, lang: str) -> PolicyView:
    """The document in one language as engineers ask it."""
    from hoshin.query.facade import PolicyView  # noqa: PLC0415 - as above

    localized, _ = edition(opened.snapshot, opened.loaded, lang)
    vocabulary = project_terms(opened.snapshot).vocabulary
    return PolicyView(opened.loaded.name, lang, localized.loaded, vocabulary)


def open_policy(path: str | Path, document: str | None, lang: str | None) -> PolicyView:
    """What `hoshin.load` does."""
    opened = open_document(read_snapshot(find_root(Path(path))), document)
    return open_view(opened, chosen_languages(opened, lang)[0])
