"""A thing that has a defined term is called by it, or by an alias that the definition declares.

Why:
    Who reads “personally identifiable information” after “Personal Data” was defined asks what the difference is, and
    so does a court. The same holds for the defined words in lower case. Words that Japanese law tells apart (個人情報,
    個人データ) are never taken for the same.

Bad (another label)::

    definitions:
      - id: personal-data
        term: Personal Data
        text: |-
          “Personal Data” means any information relating to a natural person.
    sections:
      - id: about
        title: About
        blocks:
          - kind: paragraph
            id: about
            units:
              - of: term/personal-data
              - {id: use, text: We protect Personal Data.}
              - {id: kids, text: We collect no personally identifiable information of children.}

Bad (lower case)::

    definitions:
      - id: personal-data
        term: Personal Data
        text: |-
          “Personal Data” means any information relating to a natural person.
    sections:
      - id: about
        title: About
        blocks:
          - kind: paragraph
            id: about
            units:
              - of: term/personal-data
              - {id: use, text: We protect Personal Data.}
              - {id: kids, text: We collect no personal data of children.}

Bad (Japanese)::

    document:
      title: プライバシーポリシー
      source_locale: ja
    definitions:
      - id: company
        term: 当社
        inline: true
    sections:
      - id: about
        title: 総則
        blocks:
          - kind: paragraph
            id: about
            units:
              - id: who
                text: 例示株式会社（以下「当社」といいます。）がお答えします。
                states: [term/company]
              - {id: ask, text: 当社にお尋ねください。弊社の窓口は平日に開いています。}

Good::

    definitions:
      - id: personal-data
        term: Personal Data
        aliases: [Personal Information]
        text: |-
          “Personal Data” (or “Personal Information”) means any information relating to a natural person.
    sections:
      - id: about
        title: Your personal data
        blocks:
          - kind: paragraph
            id: about
            units:
              - of: term/personal-data
              - {id: use, text: We protect Personal Data. Personal Information is deleted in time.}
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from hoshin.check.laws.phrases import phrases
from hoshin.check.rule import Fault, Rule, Subject
from hoshin.check.running import bare, places, running
from hoshin.kernel.finding import Arg, Severity
from hoshin.policy.units import TextUnit
from hoshin.schema.data import Definition

_CONCEPTS: Final = ("labels-personal-data", "labels-company", "labels-reader", "labels-cookie", "labels-law")


def find(subject: Subject) -> Iterator[Fault]:
    """Labels of a defined concept that its definition does not declare, each at its first place."""
    declared = _declared(subject)
    if not declared:
        return
    texts = [(unit, bare(unit.text)) for unit in running(subject)]
    found: dict[str, tuple[str, str, list[TextUnit]]] = {}
    for label, term, variant, pattern in _others(subject, declared):
        units = [unit for unit, text in texts if unit.fact != "" and pattern.search(text)]
        if units:
            found.setdefault(label.casefold(), (term, variant, []))[2].extend(units)
    for label, (term, variant, units) in found.items():
        first, *others = places(subject, units)
        args: dict[str, Arg] = {"label": label, "term": term, "places": tuple(others) or (first,)}
        yield Fault(units[0].id, units[0].raw, args, f"{variant}-several" if others else variant)


def _declared(subject: Subject) -> Mapping[str, str]:
    """Every declared label in lower case with the term that it belongs to."""
    return {
        label.casefold(): definition.term
        for path, definition in subject.loaded.index.typed(Definition)
        if path in subject.told
        for label in (definition.term, *definition.aliases)
    }


def _others(subject: Subject, declared: Mapping[str, str]) -> Iterator[tuple[str, str, str, re.Pattern[str]]]:
    for concept in _CONCEPTS:
        known = phrases(concept, subject.language).listed
        terms = [declared[label.casefold()] for label in known if label.casefold() in declared]
        for label in known if terms else ():
            if label.casefold() not in declared:
                yield label, terms[0], "label", _word(label, re.IGNORECASE)
    for folded, term in declared.items():
        lower = term.lower()
        if folded == lower and lower != term and " " in term and term[1:] != term[1:].upper():
            yield lower, term, "case", _word(lower)


def _word(label: str, flags: int = 0) -> re.Pattern[str]:
    edge = r"\b" if label.isascii() else ""
    return re.compile(f"{edge}{re.escape(label)}{edge}", flags)


RULE = Rule(
    "DOC104",
    "term-alias-drift",
    Severity.WARNING,
    find,
    ("label", "label-several", "case", "case-several"),
)
