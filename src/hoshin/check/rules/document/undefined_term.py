"""A word that is written like a defined term is defined.

Why:
    A capital inside a sentence, or “本” before a noun in Japanese, tells the reader that the document gives the word a
    meaning of its own. Who finds none has to guess. Abbreviations, headings, beginnings of sentences, names (of
    companies, laws, documents, desks) and labels on a screen are no terms; each term is told once, with all its places.

Bad::

    sections:
      - id: about
        title: About
        blocks:
          - kind: paragraph
            id: about
            units:
              - {id: ads, text: We show no advertising on the Website.}
              - {id: more, text: Your use of the Website is free.}

Bad (Japanese)::

    document:
      title: プライバシーポリシー
      source_locale: ja
    sections:
      - id: about
        title: 総則
        blocks:
          - kind: paragraph
            id: about
            units:
              - {id: use, text: 本サービスの利用は無料です。}

Good::

    definitions:
      - id: website
        term: Website
        text: |-
          “Website” means all pages under www.example.com.
    sections:
      - id: about
        title: About the Website
        blocks:
          - kind: paragraph
            id: about
            units:
              - of: term/website
              - {id: ads, text: "We show no advertising on the Website. The Internet is no part of it."}
              - {id: more, text: "Example Inc. (the “Operator”) runs it. Write to the Operator, or press the “Delete” button."}

Good (Japanese)::

    document:
      title: プライバシーポリシー
      source_locale: ja
    sections:
      - id: about
        title: 総則
        blocks:
          - kind: paragraph
            id: about
            units:
              - {id: use, text: 当社のサービス（以下「本サービス」といいます。）についての本ポリシーです。}
              - {id: free, text: 本サービスの利用は無料です。}
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from hoshin.check.laws.phrases import phrases
from hoshin.check.nodes import Node
from hoshin.check.rule import Fault, Rule, Subject
from hoshin.check.running import bare, places, running
from hoshin.kernel.finding import Severity
from hoshin.kernel.regex import regex
from hoshin.policy.units import TextUnit
from hoshin.schema.data import Definition
from hoshin.schema.jurisdiction import Site
from hoshin.schema.walk import present_fields

_CAPITALS: Final = regex(
    r"\b(?:the|our|your|this|these|those|such|any|each|all|an?) [“‘\"]?"
    r"(?P<term>[A-Z][a-z]+\b(?:[ -][A-Z][a-z]+\b){0,3})(?![’'`\x00.@-]?[A-Z0-9\x00])[”’\"]?(?P<after> \w+)?"
)
_KATAKANA: Final = regex(r"(?P<term>本[ァ-ヴー]{2,})(?P<after>」?\w{0,6})")
_BRACKETS: Final = regex(r"[(（][^()（）]{1,300}[)）]")
_QUOTED: Final = regex(r"[“‘\"「『]([^“”‘’\"「」『』]{1,60})[”’\"」』]")
_MEANS: Final = regex(
    r"[“\"「]([^“”\"「」]{1,60})[”\"」] ?(?:(?:shall )?means?\b|refers? to\b|is defined\b|has the meaning|とは|は、|と(?:総称|いい|呼))"
)
_CALLED: Final = regex(
    r"\b(?:called|referred to as|known as|collectively,?|defined as) (?:the )?[“\"]?([A-Z][a-z]+(?: [A-Z][a-z]+){0,3})"
)
_FORMS: Final[Mapping[str, re.Pattern[str]]] = {"en": _CAPITALS, "ja": _KATAKANA}
_NAMES: Final = frozenset(
    {"name", "legal_name", "brand", "title", "short_title", "street", "building", "city", "region"}
)


def find(subject: Subject) -> Iterator[Fault]:
    """Words that are written like terms, that no text and no definition introduces, at the first place of each."""
    form = _FORMS.get(subject.language.partition("-")[0])
    if form is None:
        return
    texts = list(running(subject))
    known = _known(subject, texts)
    found: dict[str, list[TextUnit]] = {}
    for unit in texts:
        for match in form.finditer(bare(unit.text)):
            if not known(match["term"], match["after"] or ""):
                found.setdefault(match["term"], []).append(unit)
    for term, units in found.items():
        first, *others = places(subject, units)
        variant = "several" if others else "once"
        yield Fault(units[0].id, units[0].raw, {"term": term, "places": tuple(others) or (first,)}, variant)


def _known(subject: Subject, texts: list[TextUnit]) -> Callable[[str, str], bool]:
    """Whether a term is introduced or no term at all; `after` is what follows it."""
    names = "\n".join(name for node in subject.nodes for name in _names_of(node))
    introduced = {_one(label) for label in _introduced(subject, texts)}
    capitals = phrases("capitals", subject.language)
    selves = phrases("self-names", subject.language)
    screen = phrases("screen-words", subject.language)

    def known(term: str, after: str) -> bool:
        return (
            _one(term) in introduced
            or term in names
            or bool(capitals.first(term) or term in selves.find(term) or screen.first(after))
        )

    return known


def _names_of(node: Node) -> Iterator[str]:
    """Names that stand among the facts; what a site is called is a common noun."""
    if isinstance(node.value, Site | Definition):
        return
    for field, _, value in present_fields(node.value):
        if field in _NAMES and isinstance(value, str):
            yield value


def _introduced(subject: Subject, texts: list[TextUnit]) -> Iterator[str]:
    for _, definition in subject.loaded.index.typed(Definition):
        yield from (definition.term, *definition.aliases)
    for unit in texts:
        for brackets in _BRACKETS.findall(unit.text):
            yield from _QUOTED.findall(brackets)
        yield from _MEANS.findall(unit.text)
        yield from _CALLED.findall(unit.text)


def _one(label: str) -> str:
    """A label in the singular and in lower case."""
    folded = label.strip().casefold()
    return folded.removesuffix("s") if folded.isascii() else folded


RULE = Rule("DOC101", "undefined-term", Severity.WARNING, find, ("once", "several"))
