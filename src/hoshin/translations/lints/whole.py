"""What only the whole translation shows: one word for the reader, one spelling of conjunctions, terms defined once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from hoshin.kernel.finding import Severity
from hoshin.kernel.regex import regex
from hoshin.translations.parity import Pair, Texts, Trouble, WholeLint

_BOUND: Final = r"(?![ァ-ヺーA-Za-z名数層])"
_PERSONS: Final = {
    "お客様": regex("お客[様さ]"),
    "ユーザー": regex(rf"ユーザー?{_BOUND}"),
    "利用者": regex(r"(?<![再未])利用者(?![識情の層])"),
    "あなた": regex("あなた|貴方"),
}
_YOU: Final = regex(r"\b(?:you|your|yours|yourself)\b", re.IGNORECASE)
_PRONOUNS: Final = frozenset({"当社", "弊社", "当方", "お客様", "利用者", "ユーザー"})
_SPELLINGS: Final = (("又は", "または"), ("若しくは", "もしくは"), ("及び", "および"), ("並びに", "ならびに"))
_DEFINED: Final = regex(
    r"(?:以下|次のとおり)[^「」（）]{0,20}「([^「」]{1,60})」(?:といいます|という|と総称します|と総称する|と呼びます)"
)


def persons(texts: Texts) -> Iterator[tuple[str, Trouble]]:
    """The texts that call the reader otherwise than most do."""
    addressed = [(name, pair) for name, pair in texts if _addresses(pair)]
    used = {word: [name for name, pair in addressed if found.search(pair.target)] for word, found in _PERSONS.items()}
    usual = max(used, key=lambda word: len(used[word]))
    for word, names in used.items():
        if word != usual:
            yield from ((name, Trouble({"found": word, "usual": usual})) for name in names)


def _addresses(pair: Pair) -> bool:
    """Whether the source speaks to its reader; of a language that leaves the reader out nobody can tell."""
    return pair.source_language.partition("-")[0] != "en" or _YOU.search(pair.source) is not None


def spellings(texts: Texts) -> Iterator[tuple[str, Trouble]]:
    """The texts that spell a conjunction otherwise than most do."""
    for pair_of in _SPELLINGS:
        used = {word: [name for name, pair in texts if word in pair.target] for word in pair_of}
        rare, usual = sorted(pair_of, key=lambda word: len(used[word]))
        if used[usual]:
            yield from ((name, Trouble({"found": rare, "usual": usual}, "mixed")) for name in used[rare])


def definitions(texts: Texts) -> Iterator[tuple[str, Trouble]]:
    """Words that are defined twice, or in no glossary. One that nothing uses is told of the source (DOC102)."""
    where: defaultdict[str, list[str]] = defaultdict(list)
    for name, pair in texts:
        for match in _DEFINED.finditer(pair.target):
            where[match[1]].append(name)
    for word, names in where.items():
        if "{" in word or word in _PRONOUNS:
            continue
        yield from ((name, Trouble({"word": word}, "twice")) for name in names[1:])
        glossary = texts[0][1].glossary
        if glossary is not None and not any(word in term.right for term in glossary.terms):
            yield names[0], Trouble({"word": word}, "glossary")


WHOLE: Final = (
    WholeLint("ja-person", Severity.WARNING, persons),
    WholeLint("ja-conj", Severity.WARNING, spellings, ("mixed",)),
    WholeLint("ja-define", Severity.WARNING, definitions, ("twice", "glossary")),
)
"""Lints of a whole Japanese translation."""
