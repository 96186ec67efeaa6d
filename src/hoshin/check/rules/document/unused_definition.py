"""A defined term is used.

Why:
    A definition that no sentence needs makes people look for its meaning, and is often left over from a sentence that
    was deleted.

Bad::

    definitions:
      - id: rules
        term: Rules
        inline: true
    sections:
      - id: about
        title: About
        blocks:
          - kind: paragraph
            id: about
            units:
              - id: terms
                text: This policy stands beside our terms (the “Rules”).
                states: [term/rules]

Good::

    definitions:
      - id: rules
        term: Rules
        inline: true
    sections:
      - id: about
        title: About
        blocks:
          - kind: paragraph
            id: about
            units:
              - id: terms
                text: This policy stands beside our terms (the “Rules”).
                states: [term/rules]
              - {id: read-them, text: Please read the Rules as well.}
"""

from __future__ import annotations

from collections.abc import Iterator

from hoshin.check.rule import Fault, Rule, Subject
from hoshin.kernel.finding import Severity
from hoshin.schema.data import Definition


def find(subject: Subject) -> Iterator[Fault]:
    """Terms that are defined in the document and stand in no other text of it."""
    for path, definition in subject.loaded.index.typed(Definition):
        if path in subject.told and not subject.definitions[path].elsewhere:
            yield Fault(path, subject.loaded.index.entries[path].raw, {"term": definition.term})


RULE = Rule("DOC102", "unused-definition", Severity.INFO, find)
