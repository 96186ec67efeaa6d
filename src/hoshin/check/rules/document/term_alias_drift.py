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

from collections.abc import Iterator, Mapping
from typing import Final

from hoshin.check.definitions import written
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
    others, lowered = _others(subject, declared), _lowered(declared)
    found: dict[str, tuple[str, str, list[TextUnit]]] = {}
    for unit in running(subject) if others or lowered else ():
        text = bare(unit.text)
        for variant, labels, words in (("label", others, text.casefold()), ("case", lowered, text)):
            lengths = sorted({len(label) for label in labels}, reverse=True)
            for label in dict.fromkeys(written(words, labels, lengths)):
                found.setdefault(label, (labels[label], variant, []))[2].append(unit)
    for label, (term, variant, units) in found.items():
        first, *more = places(subject, units)
        args: dict[str, Arg] = {"label": label, "term": term, "places": tuple(more) or (first,)}
        yield Fault(units[0].id, units[0].raw, args, f"{variant}-several" if more else variant)


def _declared(subject: Subject) -> Mapping[str, str]:
    """Every declared label in lower case with the term that it belongs to."""
    return {
        label.casefold(): definition.term
        for path, definition in subject.loaded.index.typed(Definition)
        if path in subject.told
        for label in (definition.term, *definition.aliases)
    }


def _others(subject: Subject, declared: Mapping[str, str]) -> dict[str, str]:
    """Undeclared labels of the concepts of which some label is declared, in lower case, with the declared term."""
    found: dict[str, str] = {}
    for concept in _CONCEPTS:
        known = [label.casefold() for label in phrases(concept, subject.language).listed]
        terms = [declared[label] for label in known if label in declared]
        if terms:
            found |= {label: terms[0] for label in known if label not in declared}
    return found


def _lowered(declared: Mapping[str, str]) -> dict[str, str]:
    """Terms of several words with capitals, as they look in lower case; single words may be ordinary ones."""
    return {label: term for label, term in declared.items() if label == term.lower() != term and " " in term}


RULE = Rule(
    "DOC104",
    "term-alias-drift",
    Severity.WARNING,
    find,
    ("label", "label-several", "case", "case-several"),
)
