"""Words of a vocabulary are known ones, and of the class that the field asks for.

Why:
    Legal bases, rights and data are named by terms of the W3C Data Privacy Vocabulary, so that rules, exports and other
    companies' tools understand them. A mistyped term means nothing, and a right is no legal basis.

Bad (unknown)::

    legal_bases:
      - id: website
        basis: eu-gdpr:A6-1-z
        text: We process these data because we have to.
    sections:
      - id: bases
        title: Legal bases
        blocks:
          - {kind: list, id: bases, of: legal_bases}

Bad (another class)::

    rights:
      - id: access
        title: Access
        text: request access to your data
        right: eu-gdpr:A6-1-f
    sections:
      - id: rights
        title: Your rights
        blocks:
          - {kind: list, id: rights, of: rights}

Good::

    legal_bases:
      - id: website
        basis: eu-gdpr:A6-1-f
        text: We process these data because we have a legitimate interest.
    rights:
      - id: access
        title: Access
        text: request access to your data
        right: eu-gdpr:A15
      - id: disclosure
        title: Disclosure
        text: request disclosure under Japanese law
        right: x-jp:Disclosure
    sections:
      - id: rights
        title: Your rights
        blocks:
          - {kind: list, id: bases, of: legal_bases}
          - {kind: list, id: rights, of: rights}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hoshin.check.curies import curies
from hoshin.check.rule import Fault, Rule, Subject
from hoshin.kernel.finding import Arg, Severity

_MOST: Final = 20
"""Unknown terms for which a near one is looked up: each takes some milliseconds."""


def find(subject: Subject) -> Iterator[Fault]:
    """Terms that no vocabulary has, then terms of the wrong class. Old names are left to DOC133."""
    vocabulary = subject.terms.vocabulary
    near: dict[str, str | None] = {}
    for curie in curies(subject.nodes):
        if curie.term in vocabulary:
            if curie.under and not any(vocabulary.is_a(curie.term, above) for above in curie.under):
                args: dict[str, Arg] = {"field": curie.field, "term": curie.term, "under": curie.under}
                yield Fault(curie.path, curie.raw, args, f"class-{curie.asks}")
        elif vocabulary.alias(curie.term) is None:
            if curie.term not in near and len(near) < _MOST:
                near[curie.term] = vocabulary.nearest(curie.term)
            if close := near.get(curie.term):
                yield Fault(curie.path, curie.raw, {"term": curie.term, "near": close}, "near")
            else:
                yield Fault(curie.path, curie.raw, {"term": curie.term}, "unknown")


RULE = Rule(
    "DOC132",
    "unknown-term",
    Severity.ERROR,
    find,
    ("near", "unknown", "class-basis", "class-right", "class-transfer", "class-law"),
)
