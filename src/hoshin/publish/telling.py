"""A comparison told in each language that the tool speaks: the sentences of its events."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from hoshin.diff.change import Change
from hoshin.document.change_values import Side
from hoshin.document.change_words import Teller
from hoshin.publish.comparison import Comparison
from hoshin.translations.catalogues import languages as spoken
from hoshin.translations.editions import edition, languages
from hoshin.translations.locale import locale_in


def tellers(comparison: Comparison, langs: Iterable[str] | None = None) -> Mapping[str, Teller]:
    """A teller for each language, by default for all of the document's that the tool has sentences for."""
    asked = languages(comparison.new.snapshot, comparison.new.loaded) if langs is None else langs
    made: dict[str, Teller] = {}
    for lang in asked:
        if lang.partition("-")[0] not in spoken():
            continue
        locale = locale_in(comparison.new.snapshot.files, lang)
        frame, changes = locale.words("document"), locale.words("changes")
        sides = [
            Side(edition(side.snapshot, side.loaded, lang)[0].loaded, locale, frame, changes)
            for side in (comparison.old, comparison.new)
        ]
        made[lang] = Teller(sides[0], sides[1], changes)
    return made


def sentences(event: Change, told: Mapping[str, Teller]) -> Mapping[str, str]:
    """What happened, by language."""
    return {lang: teller.sentence(event) for lang, teller in told.items()}
