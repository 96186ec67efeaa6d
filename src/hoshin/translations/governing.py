"""Which language governs where the texts differ: declared once for all languages, or said to be open (section 8)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from hoshin.kernel.errors import HoshinError
from hoshin.kernel.finding import Arg, Finding, Severity, finding
from hoshin.kernel.place import Place
from hoshin.policy.snapshot import Snapshot
from hoshin.translations.formats import enumeration, language_name
from hoshin.translations.levels import Gate, level
from hoshin.translations.locale import Locale, locale_in
from hoshin.translations.locale_words import Governing
from hoshin.translations.patterns import fill


def declared(snapshot: Snapshot, langs: Sequence[str]) -> Mapping[str, Governing]:
    """What the locale.yaml of each language says; languages that say nothing, or cannot be read, are left out."""
    return {lang: said for lang in langs if (said := _declared(snapshot, lang)) is not None}


def governing(snapshot: Snapshot, langs: Sequence[str]) -> Governing | None:
    """The declaration that holds for the document; None while it is open, or while two files contradict each other."""
    said = {authoritative(each): each for each in declared(snapshot, langs).values()}
    return next(iter(said.values())) if len(said) == 1 else None


def authoritative(said: Governing) -> frozenset[str]:
    """The languages whose text is authentic."""
    return frozenset(said.equal) or frozenset({said.language or ""})


def clause(locale: Locale, said: Governing) -> str:
    """The clause as the document in that language prints it."""
    if said.equal:
        names = [language_name(locale, lang) for lang in said.equal]
        return fill(locale.notices.equal, languages=enumeration(locale, names, "and"))
    governs = said.language == locale.language
    pattern = locale.notices.governs if governs else locale.notices.reference
    return fill(pattern, language=language_name(locale, said.language or ""))


def governing_findings(snapshot: Snapshot, langs: Sequence[str], gate: Gate = "check") -> Iterator[Finding]:
    """Open, contradictory or unknown; nothing for a document in one language."""
    if len(langs) < 2:  # noqa: PLR2004 - one language governs by itself
        return
    said = declared(snapshot, langs)
    if not said:
        yield from _unset(langs, gate) if all(_readable(snapshot, lang) for lang in langs) else ()
        return
    for lang, each in said.items():
        unknown = sorted(authoritative(each) - set(langs))
        for language in unknown:
            args: dict[str, Arg] = {"language": language, "known": tuple(langs)}
            yield finding("tr-governing", Severity.ERROR, lang, _place(lang), message="tr-governing.unknown", **args)
    first, *others = said
    for lang in others:
        each, its = said[lang], said[first]
        if authoritative(each) != authoritative(its):
            here, there = (", ".join(sorted(authoritative(one))) for one in (each, its))
            args = {"file": _file(lang), "other": _file(first), "here": here, "there": there}
            yield finding("tr-governing", Severity.ERROR, lang, _place(lang), message="tr-governing.differ", **args)


def _unset(langs: Sequence[str], gate: Gate) -> Iterator[Finding]:
    severity = level("governing", gate)
    if severity is not None:
        args = {"file": _file(langs[1]), "source": langs[0]}
        yield finding("tr-governing", severity, langs[1], _place(langs[1]), message="tr-governing.unset", **args)


def _declared(snapshot: Snapshot, lang: str) -> Governing | None:
    locale = _locale(snapshot, lang)
    return locale.governing if locale is not None else None


def _readable(snapshot: Snapshot, lang: str) -> bool:
    return _locale(snapshot, lang) is not None


def _locale(snapshot: Snapshot, lang: str) -> Locale | None:
    """None for a file that cannot be used, which has findings of its own."""
    try:
        return locale_in(snapshot.files, lang)
    except HoshinError:
        return None


def _file(lang: str) -> str:
    return f"translations/{lang}/locale.yaml"


def _place(lang: str) -> Place:
    return Place(_file(lang), 1, 1)
