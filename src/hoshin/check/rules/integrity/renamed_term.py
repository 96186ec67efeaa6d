"""Terms have the names of the vocabulary's present release.

Why:
    Older releases of the Data Privacy Vocabulary wrote some terms differently. The meaning is the same, but programs
    that read the policy know the present names only.

Bad::

    legal_bases:
      - id: requests
        basis: dpv:RightsFulfillment
        text: We process these data to answer your request.
    sections:
      - id: bases
        title: Legal bases
        blocks:
          - {kind: list, id: bases, of: legal_bases}

Good::

    legal_bases:
      - id: requests
        basis: dpv:RightsFulfilment
        text: We process these data to answer your request.
    sections:
      - id: bases
        title: Legal bases
        blocks:
          - {kind: list, id: bases, of: legal_bases}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.curies import curies
from hoshin.check.rule import Fault, Rule, Subject
from hoshin.kernel.finding import Severity


def find(subject: Subject) -> Iterator[Fault]:
    """Terms that are known under their old name only."""
    vocabulary = subject.terms.vocabulary
    for curie in curies(subject.nodes):
        if curie.term not in vocabulary and (now := vocabulary.alias(curie.term)):
            yield Fault(curie.path, curie.raw, {"term": curie.term, "now": now})


RULE = Rule("DOC133", "renamed-term", Severity.WARNING, find)
